"""Rows of a form as new proposals: those that the strategy does not have yet, with ids of their own."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from stratbuild.diagnostics import Diagnostic, Span, has_errors
from stratbuild.exchange.form_cells import RowReader
from stratbuild.exchange.form_table import FormRow, decode_form
from stratbuild.exchange.import_faults import NO_SUCH_FILE_OF_THE_STRATEGY, ROWS_NOT_TOLD_APART
from stratbuild.exchange.import_mapping import ImportMapping
from stratbuild.rewrite import AppendItem, Value
from stratbuild.schema.nearest import Suggestion, nearest
from stratbuild.schema.proposal import Proposal
from stratbuild.source import SourceText
from stratbuild.strategy import Strategy

_MARK = "imported_as"
_MARK_LENGTH = 16


@dataclass(frozen=True)
class FormImport:
    """What a table would add."""

    file: str | None = None
    """The file of the strategy that it would be added to; none where something is in the way."""
    new: Sequence[Mapping[str, Value]] = ()
    known: int = 0
    """Rows that were imported before, or stand in the table twice."""

    @property
    def edits(self) -> Sequence[AppendItem]:
        """The new proposals as edits of their file."""
        return [AppendItem((Proposal.collection,), one) for one in self.new]


def form_import(
    table: SourceText, mapping: ImportMapping, strategy: Strategy, files: Sequence[str], at: str
) -> tuple[FormImport, list[Diagnostic]]:
    """Read a table by a mapping, which stands at a path. There is nothing to add where anything is wrong: all of it is told.

    `files` are the paths of the strategy. A row is known again by the columns that the mapping names; every
    proposal keeps a digest of them, which says nothing about whom it is from.
    """
    home = _home(mapping, strategy, files)
    found: list[Diagnostic] = []
    if home is None:
        names = [PurePath(one).name for one in files]
        wished = mapping.file or "–"
        facts = {"file": wished, "suggestion": Suggestion(nearest(wished, names), tuple(names))}
        found.append(Diagnostic(NO_SUCH_FILE_OF_THE_STRATEGY, Span(at), facts))
    rows, wrong = decode_form(table, mapping.columns)
    found += wrong
    by_mark, wrong = _told_apart(rows, mapping.marking)
    reader = RowReader(mapping, strategy)
    known = {one.imported_as for one in strategy.proposals.values()}
    fields = {mark: reader.fields(row) for mark, row in by_mark.items() if mark not in known}
    found += [*wrong, *reader.found]
    if has_errors(found):
        return FormImport(), found
    ids = _free_ids(mapping, strategy)
    new = [{"id": next(ids), **one, _MARK: mark} for mark, one in fields.items()]
    return FormImport(home, new, len(rows) - len(new)), found


def _home(mapping: ImportMapping, strategy: Strategy, files: Sequence[str]) -> str | None:
    """The file to add to: the one that is named from the strategy's folder on, else that of the last proposal."""
    if mapping.file is not None:
        wished = PurePath(mapping.file).parts
        fitting = [one for one in files if PurePath(one).parts[-len(wished) :] == wished]
        return min(fitting, key=lambda one: len(PurePath(one).parts), default=None)
    last = tuple(strategy.proposals.values())[-1:]
    return strategy.span(last[0]).path if last else None


def _told_apart(rows: Sequence[FormRow], columns: Sequence[str]) -> tuple[Mapping[str, FormRow], list[Diagnostic]]:
    """The rows by their marks; a row that stands in the table twice counts once."""
    found: dict[str, FormRow] = {}
    wrong: list[Diagnostic] = []
    for row in rows:
        first = found.setdefault(_mark(row, columns), row)
        if first.cells != row.cells:
            facts = {"line": first.span.line, "columns": tuple(columns)}
            wrong.append(Diagnostic(ROWS_NOT_TOLD_APART, row.span, facts))
    return found, wrong


def _mark(row: FormRow, columns: Sequence[str]) -> str:
    written = "\x1f".join(row.cells[one] for one in columns)
    return hashlib.sha256(written.encode()).hexdigest()[:_MARK_LENGTH]


def _free_ids(mapping: ImportMapping, strategy: Strategy) -> Iterator[str]:
    """Ids that go on after the last number in use."""
    prefix = mapping.id.prefix
    numbered = re.compile(rf"{re.escape(prefix)}-(\d{{1,12}})", re.IGNORECASE)
    used = [int(match[1]) for one in strategy.origins if (match := numbered.fullmatch(one))]
    number = max(used, default=0)
    while True:
        number += 1
        yield f"{prefix}-{number:0{mapping.digits}}"
