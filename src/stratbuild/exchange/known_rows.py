"""The rows that the contract knows: found once, found again as copies, or missing."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.cells import Brought, compared
from stratbuild.exchange.context import NOBODY, Context
from stratbuild.exchange.proposal import Conflict, Removal
from stratbuild.exchange.row_faults import ROW_COPIED_ALIKE, ROW_COPIED_AND_CHANGED, ROW_MISSING, ROW_MISSING_STAYS
from stratbuild.exchange.tables import FoundRow, FoundTable
from stratbuild.exchange.values import NOTHING, canonical_base, canonical_cell
from stratbuild.quantity import Refusal
from stratbuild.render.workbook_contract import BaseRow, BaseTable, Contract, Form, NewRows


@dataclass(frozen=True)
class ReadTable:
    """A table of the contract with the rows that stand below its header now."""

    table: FoundTable
    rows: Sequence[FoundRow]
    is_whole: bool
    """Whether the key of every row could be read."""

    @cached_property
    def known(self) -> Mapping[str, Sequence[FoundRow]]:
        """The rows of the contract by their keys, in the order in which they stand."""
        found: dict[str, list[FoundRow]] = {}
        for row in self.rows:
            if row.key in self.table.base.rows:
                found.setdefault(row.key, []).append(row)
        return found

    @property
    def is_sorted(self) -> bool:
        """Whether the rows stand in another order than they were written in."""
        return list(self.known) != [key for key in self.table.base.rows if key in self.known]


def of_known_rows(context: Context, read: ReadTable) -> Iterator[Brought]:
    """What the rows of the contract bring."""
    table = read.table
    for key, rows in read.known.items():
        if len(rows) > 1:
            cells = tuple(table.place(row.row) for row in rows)
            if len({_contents(table, row) for row in rows}) > 1:
                yield context.finder(ROW_COPIED_AND_CHANGED, key=key, cells=cells)
                continue
            yield context.finder(ROW_COPIED_ALIKE, key=key, cells=cells)
        yield from compared(context, table, rows[0].row, table.base.rows[key])


def of_missing_rows(
    context: Context, contract: Contract, tables: Sequence[ReadTable], typed_anew: Set[str]
) -> Iterator[Removal | Conflict | Diagnostic]:
    """What the rows bring that the contract knows and the workbook has no more, but for those that were typed anew."""
    gone = {
        (read.table.base.collection, row.item)
        for read in tables
        if read.table.base.new_rows is NewRows.ITEM
        for row in missing_rows(read)
    }
    for read in tables:
        base = read.table.base
        for row in missing_rows(read):
            if row.key in typed_anew:
                continue
            if base.new_rows is NewRows.ENTRY and ((base.collection, row.item) in gone or not row.base):
                continue
            if _is_there(context, base, row):
                yield from _removed(context, contract, read, row)


def missing_rows(read: ReadTable) -> list[BaseRow]:
    """The rows that the contract knows and the table has no more; none where a key cannot be read, which may be theirs."""
    known = read.known
    return [row for key, row in read.table.base.rows.items() if key not in known] if read.is_whole else []


def _is_there(context: Context, base: BaseTable, row: BaseRow) -> bool:
    """Whether what the row stands for is still in the strategy."""
    if base.new_rows is NewRows.ENTRY:
        return context.ours(base.collection, row.item, row.way, Form.PORTION) != NOTHING
    return context.item(base.collection, row.item) is not None


def _removed(context: Context, contract: Contract, read: ReadTable, row: BaseRow) -> Iterator[Removal | Conflict | Diagnostic]:
    base, sheet = read.table.base, read.table.sheet.name
    can_be = base.new_rows is not NewRows.REFUSED
    accepted = can_be and context.acceptance.removals
    if accepted:
        rows = [(base, row)]
        if base.new_rows is NewRows.ITEM:
            rows += [
                (table, one)
                for table in contract.tables.values()
                for one in table.rows.values()
                if table.collection == base.collection and one.item == row.item and one is not row
            ]
        conflict = next((found for table, one in rows if (found := _changed_meanwhile(context, table, one, sheet))), None)
        if conflict is not None:
            yield conflict
            yield context.conflict(conflict)
            return
    else:
        yield context.finder(ROW_MISSING if can_be else ROW_MISSING_STAYS, sheet=sheet, key=row.key)
    way = row.way if base.new_rows is NewRows.ENTRY else ()
    yield Removal(base.collection, row.item, way, sheet, accepted)


def _changed_meanwhile(context: Context, table: BaseTable, row: BaseRow, sheet: str) -> Conflict | None:
    """The first field of a row that the strategy has changed since the workbook was written."""
    for key, text in row.base.items():
        column = table.columns[key]
        way = (*row.way, *column.way)
        base = canonical_base(text, column.form)
        ours = context.ours(table.collection, row.item, way, column.form)
        if ours != base:
            return Conflict(table.collection, row.item, way, column.form, f"{sheet}!{NOBODY}", base, NOTHING, ours)
    return None


def _contents(table: FoundTable, row: FoundRow) -> tuple[object, ...]:
    """What the inputs of a row hold, so that rows that hold the same are equal however it is typed."""
    found: list[object] = []
    base = table.base.rows[row.key]
    for column in table.columns():
        cell = table.cell(row.row, column)
        if column.key not in base.base:
            continue
        try:
            found.append(canonical_cell(cell, column.form, canonical_base(base.base[column.key], column.form)))
        except Refusal:
            found.append(None if cell is None else cell.value)
    return tuple(found)
