"""The answers of a survey as its file holds them: anonymous, one row for each who answered."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.model.survey.answers_faults import (
    ANSWERS_CELL_NOT_CLOSED,
    ANSWERS_NOT_ANONYMOUS,
    ANSWERS_WITHOUT_ROWS,
    COLUMN_TWICE,
    ROW_OF_ANOTHER_LENGTH,
)
from stratbuild.source import SourceText, capped
from stratbuild.source.table import DELIMITERS, NotReadable, table_rows

_NAMES_OF_PEOPLE = re.compile(
    r"(?:^|[\s_])(?:піб|прізвище|ім.?я|по.?батькові|телефон|тел|адреса|пошта|e-?mail|email|mail|phone|name|surname|address|ip)"
    r"(?:$|[\s_.])",
    re.IGNORECASE,
)
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?:\+?38)?[\s(-]*0\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)")
_SHOWN = 40
_MOST_LINES_OF_A_ROW = 40
"""A row over more lines is taken for a quote that somebody forgot; no answer is that long."""
_ROWS_LOOKED_AT = 20


@dataclass(frozen=True)
class AnswerTable:
    """The rows of a file of answers by column; an empty cell is a question that was left out."""

    path: str
    columns: Mapping[str, Sequence[str]]
    lines: Sequence[int]
    """The line of the file that each row begins on."""
    digest: str
    """What changes when the file does."""

    @property
    def people(self) -> int:
        """How many have answered anything."""
        return len(self.lines)

    def place(self, row: int) -> Span:
        """Where a row stands in the file."""
        return Span(self.path, self.lines[row])


def decode_answers(text: SourceText) -> tuple[AnswerTable | None, list[Diagnostic]]:
    """A file of answers from CSV with commas, semicolons or tabs; there is none where anything in it is wrong."""
    try:
        rows = list(_rows(text.content, _delimiter(text.content)))
    except NotReadable as wrong:
        return None, [Diagnostic(ANSWERS_CELL_NOT_CLOSED, Span(text.path, wrong.line))]
    if len(rows) < 2:
        return None, [Diagnostic(ANSWERS_WITHOUT_ROWS, Span(text.path), {"path": text.path})]
    (_, heading), *rest = rows
    names = [name.strip() for name in heading]
    found = capped([*_of_heading(text.path, names), *_of_rows(text.path, names, rest)])
    if found:
        return None, found
    columns = {name: tuple(row[place].strip() for _, row in rest) for place, name in enumerate(names)}
    digest = hashlib.sha256(text.content.replace("\r\n", "\n").encode()).hexdigest()
    return AnswerTable(text.path, MappingProxyType(columns), tuple(line for line, _ in rest), digest), []


def _rows(content: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that holds anything, with its line; `NotReadable` at one whose quote ends nowhere, or far below."""
    for row in table_rows(content, delimiter):
        if row.last - row.first >= _MOST_LINES_OF_A_ROW:
            raise NotReadable(row.first)
        if not row.is_empty:
            yield row.first, row.cells


def _delimiter(content: str) -> str:
    """The sign between cells: one that parts all the first rows alike, else the most frequent of the heading."""
    first_line = content.partition("\n")[0]
    by_frequency = sorted(DELIMITERS, key=first_line.count, reverse=True)
    return next((one for one in by_frequency if _parts_alike(content, one)), by_frequency[0])


def _parts_alike(content: str, delimiter: str) -> bool:
    try:
        lengths = {len(row) for _, row in islice(_rows(content, delimiter), _ROWS_LOOKED_AT)}
    except NotReadable:
        return False
    return len(lengths) == 1 and max(lengths) > 1


def _of_heading(path: str, names: Sequence[str]) -> Iterator[Diagnostic]:
    for place, name in enumerate(names):
        if name in names[:place]:
            yield Diagnostic(COLUMN_TWICE, Span(path, 1), {"column": name})
        if _NAMES_OF_PEOPLE.search(name):
            yield Diagnostic(ANSWERS_NOT_ANONYMOUS, Span(path, 1), {"column": name})


def _of_rows(path: str, names: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for line, row in rows:
        if len(row) != len(names):
            yield Diagnostic(ROW_OF_ANOTHER_LENGTH, Span(path, line), {"cells": len(row), "columns": len(names)})
            continue
        for name, cell in zip(names, row, strict=True):
            if name not in told and (_E_MAIL.search(cell) or _PHONE.search(cell)):
                told.add(name)
                yield Diagnostic(ANSWERS_NOT_ANONYMOUS, Span(path, line), {"column": name[:_SHOWN]})
