"""The rows of a form as its CSV has them: commas, semicolons or tabs, cells of several lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stratbuild.diagnostics import Diagnostic, Span, has_errors
from stratbuild.exchange.import_faults import (
    COLUMN_NOT_IN_TABLE,
    MAPPED_COLUMN_TWICE,
    ROW_OF_OTHER_LENGTH,
    TABLE_NOT_READABLE,
)
from stratbuild.schema.nearest import Suggestion, nearest
from stratbuild.source import SourceText
from stratbuild.source.table import DELIMITERS, NotReadable, table_rows


@dataclass(frozen=True)
class FormRow:
    """One row: the line that it begins on, and its cells by heading."""

    span: Span
    cells: Mapping[str, str]


def decode_form(text: SourceText, columns: Sequence[str]) -> tuple[Sequence[FormRow], list[Diagnostic]]:
    """The rows of a table in which all of these columns stand, and everything that keeps any from being read.

    The separator is the one by which the first row has most of the columns; rows without any text are
    passed over.
    """
    delimiter = max(DELIMITERS, key=lambda sign: len(set(columns) & set(_heading(text, sign))))
    heading = _heading(text, delimiter)
    found = list(_of_heading(text.path, heading, columns))
    if has_errors(found):
        return (), found
    rows: list[FormRow] = []
    try:
        for line, cells in _rows(text, delimiter):
            span = Span(text.path, line, 1, line, 1)
            while len(cells) > len(heading) and not cells[-1].strip():
                cells.pop()
            if len(cells) != len(heading):
                found.append(Diagnostic(ROW_OF_OTHER_LENGTH, span, {"cells": len(cells), "columns": len(heading)}))
                continue
            rows.append(FormRow(span, dict(zip(heading, map(_tidy, cells), strict=True))))
    except NotReadable as wrong:
        found.append(Diagnostic(TABLE_NOT_READABLE, Span(text.path, wrong.line, 1, wrong.line, 1), {"line": wrong.line}))
    return rows, found


def _of_heading(path: str, heading: Sequence[str], columns: Sequence[str]) -> Iterator[Diagnostic]:
    for column in columns:
        if column not in heading:
            suggestion = Suggestion(nearest(column, heading), tuple(filter(None, heading)))
            yield Diagnostic(COLUMN_NOT_IN_TABLE, Span(path), {"column": column, "suggestion": suggestion})
        elif heading.count(column) > 1:
            yield Diagnostic(MAPPED_COLUMN_TWICE, Span(path), {"column": column})


def _heading(text: SourceText, delimiter: str) -> Sequence[str]:
    try:
        first = next(table_rows(text.content, delimiter), None)
    except NotReadable:
        return ()
    return [" ".join(cell.split()) for cell in first.cells] if first else ()


def _rows(text: SourceText, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every row after the heading that holds anything, and the line that it begins on."""
    rows = table_rows(text.content, delimiter)
    next(rows, None)
    return ((row.first, row.cells) for row in rows if not row.is_empty)


def _tidy(cell: str) -> str:
    """A cell without spaces at the ends of its lines, and with the line breaks of the strategy."""
    return "\n".join(line.rstrip() for line in cell.strip().splitlines())
