"""The cells of a row that the contract knows: inputs in three states, and what was written over what is computed."""

from collections.abc import Iterator
from typing import TypeAlias

from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.cell_faults import (
    CHANGE_SUSPICIOUSLY_LARGE,
    COMPUTED_CELL_CHANGED,
    FORMULA_IN_INPUT,
    FORMULA_WITHOUT_VALUE,
    INPUT_OF_ANOTHER_WAY,
    REQUIRED_VALUE_EMPTIED,
)
from stratbuild.exchange.context import Context, field_name, is_required, shown
from stratbuild.exchange.proposal import CellChange, Conflict, Kind
from stratbuild.exchange.row_faults import ROW_CONTRADICTS_ITS_KEY
from stratbuild.exchange.tables import FoundTable
from stratbuild.exchange.three_way import Outcome, outcome
from stratbuild.exchange.values import NOTHING, canonical_base, canonical_cell, typed, value_at
from stratbuild.quantity import Money, Refusal
from stratbuild.quantity.human import is_suspiciously_large
from stratbuild.render.edited.workbook import EditedCell, EditedRow
from stratbuild.render.workbook_contract import BaseRow, EditableColumn, Form
from stratbuild.schema.text import LocalizedText

Brought: TypeAlias = CellChange | Conflict | Diagnostic
"""What one cell brings."""

_FORMULA_SHOWN = 60
_SUMS = frozenset({"amounts"})
_BASES_OF_SUMS = frozenset({"quantity", "unit_price", "total", "year_shares"})
"""The fields from which a line's sum follows in the ways that are not sums by year."""


def compared(context: Context, table: FoundTable, row: EditedRow, base: BaseRow) -> Iterator[Brought]:
    """What the cells of one row bring, column by column."""
    has_other_way = _has_other_way(table, row, base)
    for column in table.columns():
        cell = table.cell(row, column)
        is_typed = cell is not None and cell.formula is None and cell.value is not None
        if column.key in base.base or (is_typed and has_other_way and _is_of_sum(column, unit=True)):
            yield from _input(context, table, row, base, column)
        elif cell is not None and is_typed and _is_overwritten(context, table, base, column, cell):
            yield _overwritten(context, table, row, base, column)


def read_input(
    context: Context, place: str, cell: EditedCell | None, form: Form, base: str
) -> tuple[str | None, list[Diagnostic]]:
    """The canonical text of an input, nothing where it cannot be read, and what there is to be told of it."""
    if cell is not None and cell.formula is not None and cell.value is None:
        return None, [context.finder(FORMULA_WITHOUT_VALUE, cell=place, formula=_formula(cell))]
    try:
        theirs = canonical_cell(cell, form, base)
    except Refusal as refusal:
        return None, [context.finder.refused(place, refusal)]
    if cell is not None and cell.formula is not None and theirs != base:
        note = context.finder(FORMULA_IN_INPUT, cell=place, formula=_formula(cell), value=shown(theirs, form))
        return theirs, [note]
    return theirs, []


def _input(context: Context, table: FoundTable, row: EditedRow, base_row: BaseRow, column: EditableColumn) -> Iterator[Brought]:
    collection, item, way, form = table.base.collection, base_row.item, (*base_row.way, *column.way), column.form
    place = table.place(row, column)
    base = canonical_base(base_row.base.get(column.key, NOTHING), form)
    theirs, found = read_input(context, place, table.cell(row, column), form, base)
    yield from found
    if theirs is None:
        return
    ours = context.ours(collection, item, way, form)
    if not theirs and ours != base and _stands_in_another_language(context, collection, item, way):
        ours = NOTHING
    result = outcome(base, theirs, ours)
    if result is Outcome.NOTHING:
        return
    if result is Outcome.CONFLICT or (result is Outcome.CHANGE and context.item(collection, item) is None):
        conflict = Conflict(collection, item, way, form, place, base, theirs, ours)
        yield conflict
        yield context.conflict(conflict)
        return
    if result is Outcome.CHANGE and not theirs and _has_to_stay(context, collection, item, way):
        yield context.finder(REQUIRED_VALUE_EMPTIED, cell=place, field=field_name(item, way))
        return
    if result is Outcome.CHANGE and not context.acceptance.large and _is_too_large(base, theirs, form):
        old, new = shown(base, form), shown(theirs, form)
        yield context.finder(CHANGE_SUSPICIOUSLY_LARGE, cell=place, field=field_name(item, way), old=old, new=new)
    kind = (
        Kind.ALREADY if result is Outcome.ALREADY else Kind.CHANGED if base and theirs else Kind.ADDED if theirs else Kind.EMPTIED
    )
    yield CellChange(collection, item, way, form, place, kind, base, theirs, ours)


def _is_too_large(base: str, theirs: str, form: Form) -> bool:
    old, new = typed(base, form), typed(theirs, form)
    return isinstance(old, Money) and isinstance(new, Money) and is_suspiciously_large(old, new)


def _has_to_stay(context: Context, collection: str, item: str, way: tuple[str, ...]) -> bool:
    """Whether a value may not be emptied: its item needs it, or it stands in the file in another language only."""
    return is_required(collection, way) or _stands_in_another_language(context, collection, item, way)


def _stands_in_another_language(context: Context, collection: str, item: str, way: tuple[str, ...]) -> bool:
    """Whether a workbook shows a text only because there is none in its own language: emptied, it is gone there already."""
    owner = context.item(collection, item)
    text = value_at(owner, way) if owner is not None else None
    return isinstance(text, LocalizedText) and text.in_language(context.language, context.strategy.language) is None


def _has_other_way(table: FoundTable, row: EditedRow, base: BaseRow) -> bool:
    """Whether the sum of a line is to follow from other fields: all those that it had are empty, others are filled."""
    columns = [column for column in table.columns() if _is_of_sum(column)]
    cells = {column.key: table.cell(row, column) for column in columns}
    had = [cells[column.key] for column in columns if column.key in base.base]
    others = [cells[column.key] for column in columns if column.key not in base.base]
    is_emptied = bool(had) and all(cell is None or (cell.value is None and cell.formula is None) for cell in had)
    return is_emptied and any(cell is not None and cell.formula is None and cell.value is not None for cell in others)


def _is_of_sum(column: EditableColumn, *, unit: bool = False) -> bool:
    """Whether a column is one of those that state a line's sum, or the unit that its quantities are counted in."""
    return bool(column.way) and (column.way[0] in _SUMS | _BASES_OF_SUMS or (unit and column.way[0] == "measurement_unit"))


def _overwritten(context: Context, table: FoundTable, row: EditedRow, base: BaseRow, column: EditableColumn) -> Diagnostic:
    """The finding that something was typed where the row has no input."""
    place, value = table.place(row, column), _as_typed(table.cell(row, column))
    if not column.way and column.form is not Form.PORTION:
        return context.finder(ROW_CONTRADICTS_ITS_KEY, cell=place, key=base.key, value=value)
    fault = INPUT_OF_ANOTHER_WAY if column.way and column.way[0] in _BASES_OF_SUMS else COMPUTED_CELL_CHANGED
    return context.finder(fault, cell=place, item=base.item, value=value)


def _is_overwritten(context: Context, table: FoundTable, base: BaseRow, column: EditableColumn, cell: EditedCell) -> bool:
    """Whether a constant stands where a formula, or what belongs to the row's key, stood."""
    try:
        theirs = canonical_cell(cell, column.form)
    except Refusal:
        theirs = str(cell.value)
    if not theirs:
        return False
    if not column.way:
        return _is_another_key(base, column, theirs)
    if context.item(table.base.collection, base.item) is None:
        return False
    return theirs != context.ours(table.base.collection, base.item, (*base.way, *column.way), column.form)


def _is_another_key(base: BaseRow, column: EditableColumn, theirs: str) -> bool:
    """Whether a cell that only repeats the key of its row says something else; words stand there for nothing."""
    if column.form is Form.PORTION:
        return theirs != "100%"
    if theirs in {base.item, *base.way, *base.key.split("|")}:
        return False
    is_id = column.form is Form.ID and theirs.isascii() and "-" in theirs
    return is_id or theirs.isdecimal()


def _formula(cell: EditedCell) -> str:
    text = f"={cell.formula}"
    return text if len(text) <= _FORMULA_SHOWN else f"{text[: _FORMULA_SHOWN - 1]}…"


def _as_typed(cell: EditedCell | None) -> object:
    value = NOTHING if cell is None else cell.value
    return shown(value if isinstance(value, str) else f"{value}", Form.TEXT)
