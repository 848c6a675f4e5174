"""Rows that the contract does not know, which are to become new items of a list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stratbuild.diagnostics import Diagnostic, Suggestion
from stratbuild.exchange.cells import read_input
from stratbuild.exchange.context import Context
from stratbuild.exchange.known_rows import ReadTable, missing_rows
from stratbuild.exchange.new_ids import Ids
from stratbuild.exchange.proposal import Conflict, Fields, NewItem
from stratbuild.exchange.row_faults import (
    NEW_ROW_ID_UNUSABLE,
    NEW_ROW_INCOMPLETE,
    NEW_ROW_NAMES_UNKNOWN,
    NEW_ROW_NOT_TAKEN,
    ROW_LOST_ITS_KEY,
)
from stratbuild.exchange.tables import FoundRow, FoundTable
from stratbuild.exchange.values import NOTHING, canonical_base
from stratbuild.quantity import Refusal
from stratbuild.render.workbook_contract import EditableColumn, Form, NewRows
from stratbuild.schema.ids import parse_id
from stratbuild.schema.nearest import nearest

_NEEDED = ("measure", "title")
_BY_OTHERS = {"amounts": ("unit_price", "total"), "year_shares": ("total",)}
"""By field that follows from others: which, so that a copied formula in its cells says nothing new."""


@dataclass(frozen=True)
class NewRow:
    """A new row as it was read."""

    row: FoundRow
    place: str
    id: str
    """As typed; nothing where one is to be made."""
    fields: Fields


def of_new_items(context: Context, read: ReadTable, ids: Ids, typed_anew: set[str]) -> Iterator[NewItem | Conflict | Diagnostic]:
    """The new items of a table, each with its id, or what the strategy has in its place already.

    The keys that rows have lost are put into `typed_anew`: their lines were not removed.
    """
    rows: list[NewRow] = []
    for row in new_rows(read):
        found = list(_read(context, read.table, row))
        yield from (one for one in found if isinstance(one, Diagnostic))
        rows += [one for one in found if isinstance(one, NewRow)]
    collection = read.table.base.collection
    lost = {_identity(context, collection, base.item, base.base): base.key for base in missing_rows(read)}
    for one in rows:
        key = lost.get((one.fields["measure",][0], one.fields["title",][0]))
        if key is not None:
            typed_anew.add(key)
            yield context.finder(ROW_LOST_ITS_KEY, cell=one.place, key=key)
            continue
        if one.id:
            yield from _with_own_id(context, read, ids, one)
            continue
        same = ids.same_item(context, collection, one.fields)
        measure = one.fields["measure",][0]
        yield NewItem(collection, same or ids.made_from(measure), one.place, one.fields, same is not None)


def of_refused_rows(context: Context, read: ReadTable) -> Iterator[Diagnostic]:
    """The findings of rows that were added to a table that takes none."""
    known = [row.row.number for rows in read.known.values() for row in rows]
    for row in new_rows(read):
        if known and row.row.number <= max(known) + 1 and (not row.key or _is_id(row.key)) and _has_number(read.table, row):
            yield context.finder(NEW_ROW_NOT_TAKEN, cell=read.table.place(row.row), sheet=read.table.sheet.name)


def new_rows(read: ReadTable) -> Sequence[FoundRow]:
    """The rows whose key the contract does not know, and in which anything was entered."""
    table = read.table
    return [
        row
        for row in read.rows
        if row.key not in table.base.rows and any(_is_entered(table, row, one) for one in table.columns())
    ]


def check_name(context: Context, place: str, collection: str, name: str) -> Diagnostic | None:
    """The finding that a row names an item that there is not."""
    known = context.strategy.items[collection]
    if name in known:
        return None
    suggestion = Suggestion(nearest(name, known))
    return context.finder(NEW_ROW_NAMES_UNKNOWN, cell=place, name=name[:40], suggestion=suggestion)


def _identity(context: Context, collection: str, item: str, base: Mapping[str, str]) -> tuple[str, str]:
    """By what people know a line that the strategy still has: its measure and its title as the workbook had it."""
    return context.ours(collection, item, ("measure",), Form.ID), canonical_base(base.get("title", NOTHING), Form.TEXT)


def _read(context: Context, table: FoundTable, row: FoundRow) -> Iterator[NewRow | Diagnostic]:
    fields: dict[tuple[str, ...], tuple[str, Form]] = {}
    filled = {column.way[0] for column in table.columns() if column.way and _is_entered(table, row, column)}
    is_sound = True
    for column in table.columns():
        cell = table.cell(row.row, column)
        follows = column.way and not filled.isdisjoint(_BY_OTHERS.get(column.way[0], ()))
        if cell is None or not column.way or (cell.formula is not None and follows):
            continue
        text, found = read_input(context, table.place(row.row, column), cell, column.form, NOTHING)
        yield from found
        is_sound = is_sound and text is not None
        if text:
            fields[column.way] = (text, column.form)
    place = table.place(row.row)
    missing = tuple(name for name in _NEEDED if (name,) not in fields)
    if missing and is_sound:
        yield context.finder(NEW_ROW_INCOMPLETE, cell=place, missing=missing)
    measure = fields.get(("measure",), (NOTHING, Form.ID))[0]
    unknown = check_name(context, place, "measures", measure) if measure else None
    if unknown is not None:
        yield unknown
    if is_sound and not missing and unknown is None:
        yield NewRow(row, place, row.key, fields)


def _with_own_id(context: Context, read: ReadTable, ids: Ids, one: NewRow) -> Iterator[NewItem | Conflict | Diagnostic]:
    collection, base = read.table.base.collection, read.table.base
    if not _is_id(one.id) or (one.id in ids and context.item(collection, one.id) is None) or one.id in base.rows:
        yield context.finder(NEW_ROW_ID_UNUSABLE, cell=one.place, id=one.id[:40])
        return
    if context.item(collection, one.id) is None:
        ids.take(one.id)
        yield NewItem(collection, one.id, one.place, one.fields)
        return
    conflicts = []
    for way, (theirs, form) in one.fields.items():
        ours = context.ours(collection, one.id, way, form)
        if ours != theirs:
            conflicts.append(Conflict(collection, one.id, way, form, one.place, NOTHING, theirs, ours))
    for conflict in conflicts:
        yield conflict
        yield context.conflict(conflict)
    if not conflicts:
        yield NewItem(collection, one.id, one.place, one.fields, is_already_there=True)


def _is_entered(table: FoundTable, row: FoundRow, column: EditableColumn) -> bool:
    cell = table.cell(row.row, column)
    return cell is not None and cell.formula is None and cell.value is not None and bool(str(cell.value).strip())


def _has_number(table: FoundTable, row: FoundRow) -> bool:
    cells = (table.cell(row.row, column) for column in table.columns() if table.base.new_rows is NewRows.REFUSED)
    return any(cell is not None and cell.formula is None and isinstance(cell.value, (int, float)) for cell in cells)


def _is_id(text: str) -> bool:
    try:
        parse_id(text)
    except Refusal:
        return False
    return True
