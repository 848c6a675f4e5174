"""The sheet of those who carry out: how many people, which measures, how much money each unit has to lead."""

from stratbuild.model.budget import unit_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, money, money_width, number, text, whole
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, padded
from stratbuild.schema.unit import ResponsibleUnit

_HEADER_ROW, _FIRST_ROW = 2, 3
_HEADERS = (
    "unit_name",
    "unit_head",
    "unit_kind",
    "unit_capacity",
    "unit_led",
    "unit_led_codes",
    "unit_joined",
    "unit_joined_codes",
)
_MONEY = len(_HEADERS)


def units_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every unit in the order of the strategy; where measures have no lead, a last row for them."""
    paid = book.plan.budget.total_by(unit_of(book.plan.strategy))
    units = list(book.plan.strategy.units.values())
    nobody = [measure for measure in book.plan.coverage.measures_in_order() if measure.lead is None]
    rows = [_unit_cells(book, unit, paid.get(unit.id, ZERO)) for unit in units]
    if nobody:
        first = padded((text(book.say("no_unit")),), 4, Cell())
        rows.append(
            (*first, whole(len(nobody)), text(book.codes_of(nobody)), whole(0), Cell(), money(paid.get(None, ZERO)), Cell())
        )
    last = _FIRST_ROW + max(len(rows), 1) - 1
    total = Money.total(paid.values())
    formula = f"SUM({Area(_FIRST_ROW, _MONEY, last, _MONEY)})"
    label = padded((Cell(book.say("total"), style=Style.TOTAL),), _MONEY, Cell(style=Style.TOTAL))
    totals = list(label)
    for column, count in ((4, len(book.plan.strategy.measures)), (6, _joined(book))):
        totals[column] = whole(count, Style.TOTAL, f"SUM({Area(_FIRST_ROW, column, last, column)})")
    sheet = Sheet(
        name=book.titles["units"],
        widths=(50, 24, 16, 11, 11, 30, 17, 34, money_width(total), 13),
        rows=(
            *title_rows(book.say("units_title"), book.note("units_note", "budget_lines")),
            Row(book.headers(*_HEADERS, "unit_money", "unit_id")),
            *(Row(row) for row in rows),
            *(() if rows else (Row(()),)),
            Row((*totals, money(total, Style.TOTAL, formula), Cell(style=Style.TOTAL))),
        ),
        frozen=(_FIRST_ROW, 1),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, _MONEY + 1),
    )
    return sheet, {"units_total": Area(last + 1, _MONEY, last + 1, _MONEY)}


def _unit_cells(book: Book, unit: ResponsibleUnit, paid: Money) -> tuple[Cell | None, ...]:
    coverage = book.plan.coverage
    led, joined = coverage.measures_led[unit.id], coverage.measures_joined[unit.id]
    return (
        text(book.text(unit.name)),
        text(book.text(unit.head)),
        text(book.say(f"unit_kind_{unit.kind.value}")),
        number(unit.capacity),
        whole(len(led)),
        text(book.codes_of(led)),
        whole(len(joined)),
        text(book.codes_of(joined)),
        money(paid),
        code(unit.id),
    )


def _joined(book: Book) -> int:
    return sum(len(measures) for measures in book.plan.coverage.measures_joined.values())
