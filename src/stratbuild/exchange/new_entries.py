"""New rows of the sheet of financing: another source that pays a part of a line, in all years or in one."""

from collections.abc import Iterator, Mapping, Sequence

from stratbuild.diagnostics import Diagnostic, has_errors
from stratbuild.exchange.cells import read_input
from stratbuild.exchange.context import Context
from stratbuild.exchange.known_rows import ReadTable
from stratbuild.exchange.new_rows import check_name, new_rows
from stratbuild.exchange.proposal import CellChange, Conflict, Kind, NewItem
from stratbuild.exchange.row_faults import NEW_ROW_INCOMPLETE, ROW_COPIED_ALIKE, ROW_COPIED_AND_CHANGED
from stratbuild.exchange.tables import FoundRow, FoundTable
from stratbuild.exchange.three_way import Outcome, outcome
from stratbuild.exchange.values import NOTHING, canonical_base, canonical_cell
from stratbuild.quantity import Refusal
from stratbuild.quantity.human import human_id, human_year
from stratbuild.render.locale import languages, locale
from stratbuild.render.workbook_contract import BaseRow, EditableColumn, Form

_LINE, _SOURCE, _YEAR, _PART = "line", "source", "of_year", "part"
_ALL_YEARS, _BY_YEAR = "funding", "funding_by_year"


def of_new_entries(
    context: Context, read: ReadTable, new: Sequence[NewItem], typed_anew: set[str]
) -> Iterator[CellChange | Conflict | Diagnostic]:
    """The changes that new rows of the table bring; their lines may be new themselves.

    The keys of rows that were deleted and typed anew are put into `typed_anew`: nothing of them was removed.
    """
    table = read.table
    columns = table.base.columns
    if not {_LINE, _SOURCE, _PART} <= columns.keys():
        return
    entries = _Entries(context, table, frozenset(one.item for one in new), typed_anew)
    for row in new_rows(read):
        texts: dict[str, str] = {}
        found = list(_read(context, table, row, texts))
        yield from found
        if not has_errors(found):
            yield from entries.entry(row, texts)


def _read(context: Context, table: FoundTable, row: FoundRow, texts: dict[str, str]) -> Iterator[Diagnostic]:
    columns = table.base.columns
    for key in (_LINE, _SOURCE):
        cell = table.cell(row.row, columns[key])
        try:
            texts[key] = (human_id(cell.value) if cell is not None else None) or NOTHING
        except Refusal as refusal:
            yield context.finder.refused(table.place(row.row, columns[key]), refusal)
            return
    if _YEAR in columns:
        yield from _read_year(context, table, row, columns[_YEAR], texts)
    text, found = read_input(
        context, table.place(row.row, columns[_PART]), table.cell(row.row, columns[_PART]), Form.PORTION, NOTHING
    )
    yield from found
    if text is None:
        return
    texts[_PART] = text
    missing = tuple(key for key in (_LINE, _SOURCE, _PART) if not texts[key])
    if missing:
        yield context.finder(NEW_ROW_INCOMPLETE, cell=table.place(row.row), missing=missing)


def _read_year(
    context: Context, table: FoundTable, row: FoundRow, column: EditableColumn, texts: dict[str, str]
) -> Iterator[Diagnostic]:
    cell = table.cell(row.row, column)
    value = None if cell is None else cell.value
    words = {locale(one).say("budget_workbook.all_years") for one in languages()}
    if isinstance(value, str) and value.strip().casefold() in {word.casefold() for word in words}:
        value = None
    try:
        year = human_year(value)
    except Refusal as refusal:
        yield context.finder.refused(table.place(row.row, column), refusal)
        return
    texts[_YEAR] = NOTHING if year is None else str(year)


class _Entries:
    """The entries of one table, each source of a line and of its years once."""

    def __init__(self, context: Context, table: FoundTable, in_the_making: frozenset[str], typed_anew: set[str]) -> None:
        self._context, self._table, self._in_the_making, self._typed_anew = context, table, in_the_making, typed_anew
        self._seen: dict[tuple[str, tuple[str, ...]], str] = {}

    def entry(self, row: FoundRow, texts: Mapping[str, str]) -> Iterator[CellChange | Conflict | Diagnostic]:
        context, table = self._context, self._table
        line, source, year, theirs = (texts.get(key, NOTHING) for key in (_LINE, _SOURCE, _YEAR, _PART))
        unknown = list(self._unknown(row, line, source))
        if unknown:
            yield from unknown
            return
        collection, way = table.base.collection, (_BY_YEAR, year, source) if year else (_ALL_YEARS, source)
        place = table.place(row.row, table.base.columns[_PART])
        known = next((one for one in table.base.rows.values() if one.item == line and one.way == way), None)
        before = self._seen.get((line, way))
        if before is None and known is not None:
            before = _part_of(table, known)
        self._seen[line, way] = theirs
        if before is not None:
            fault = ROW_COPIED_ALIKE if before == theirs else ROW_COPIED_AND_CHANGED
            yield context.finder(fault, key=f"{line}|{source}", cells=(table.place(row.row),))
            return
        base = NOTHING
        if known is not None:
            self._typed_anew.add(known.key)
            base = canonical_base(known.base.get(_PART, NOTHING), Form.PORTION)
        ours = context.ours(collection, line, way, Form.PORTION)
        result = outcome(base, theirs, ours)
        if result is Outcome.CONFLICT:
            conflict = Conflict(collection, line, way, Form.PORTION, place, base, theirs, ours)
            yield conflict
            yield context.conflict(conflict)
        elif result is not Outcome.NOTHING:
            kind = Kind.ALREADY if result is Outcome.ALREADY else Kind.CHANGED if base else Kind.ADDED
            yield CellChange(collection, line, way, Form.PORTION, place, kind, base, theirs, ours)

    def _unknown(self, row: FoundRow, line: str, source: str) -> Iterator[Diagnostic]:
        table = self._table
        named = ((_LINE, table.base.collection, line), (_SOURCE, "sources", source))
        for key, collection, name in named:
            if key == _LINE and name in self._in_the_making:
                continue
            found = check_name(self._context, table.place(row.row, table.base.columns[key]), collection, name)
            if found is not None:
                yield found


def _part_of(table: FoundTable, known: BaseRow) -> str | None:
    """What a row of the contract holds now, where it is still there."""
    column = table.base.columns[_PART]
    for row in table.sheet.rows.values():
        mark = row.cells.get(table.mark_column)
        if row.number > table.header_row and mark is not None and str(mark.value).strip() == known.key:
            try:
                return canonical_cell(
                    table.cell(row, column), column.form, canonical_base(known.base.get(_PART, NOTHING), column.form)
                )
            except Refusal:
                return NOTHING
    return None
