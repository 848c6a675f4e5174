"""The sheet of those who carry out: the money of the measures that each unit leads."""

from stratbuild.model.budget import unit_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.lines import status_cell
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, part_of, sum_across, text, whole
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, address, padded
from stratbuild.schema.unit import ResponsibleUnit

_HEADER_ROW, _FIRST_ROW, _FIRST_YEAR = 3, 4, 4


def units_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every unit in the order of the strategy, and last the money of measures that nobody leads."""
    sums = book.plan.budget.by(unit_of(book.plan.strategy), year_of)
    listed: list[ResponsibleUnit | None] = [*book.plan.strategy.units.values(), None]
    rows = [(unit, [sums.get((unit.id if unit else None, year), ZERO) for year in book.years]) for unit in listed]
    last = _FIRST_ROW + len(rows) - 1
    total = _FIRST_YEAR + len(book.years)
    by_year = [Money.total(paid[place] for _, paid in rows) for place in range(len(book.years))]
    everything = Money.total(by_year)
    whole_address = address(last + 1, total, row_fixed=True)
    sheet = Sheet(
        name=book.titles["units"],
        widths=(13, 58, 26, 11, *(money_width(everything),) * (len(book.years) + 1), 9),
        rows=(
            *title_rows(book.say("units_title"), book.note("units_note", "budget_lines"), status_cell(book)),
            Row(
                (
                    *book.headers("unit_id", "unit_name", "unit_head", "measures_led"),
                    *book.year_headers("amount_of_year"),
                    *book.headers("total_money", "share"),
                )
            ),
            *(_row(book, unit, paid, _FIRST_ROW + at, (everything, whole_address)) for at, (unit, paid) in enumerate(rows)),
            Row(
                (
                    *padded((Cell(book.say("total"), style=Style.TOTAL),), _FIRST_YEAR, Cell(style=Style.TOTAL)),
                    *(
                        money(value, Style.TOTAL, f"SUM({Area(_FIRST_ROW, _FIRST_YEAR + at, last, _FIRST_YEAR + at)})")
                        for at, value in enumerate([*by_year, everything])
                    ),
                    part_of(everything, everything, (whole_address, whole_address), Style.TOTAL),
                )
            ),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, total + 1),
        protected=True,
    )
    names = {f"units_{year}": Area(last + 1, _FIRST_YEAR + at, last + 1, _FIRST_YEAR + at) for at, year in enumerate(book.years)}
    names["units_total"] = Area(last + 1, total, last + 1, total)
    return sheet, names


def _row(book: Book, unit: ResponsibleUnit | None, paid: list[Money], at: int, total: tuple[Money, str]) -> Row:
    """A unit's row; `total` is the sum of all units and its address."""
    plan, (everything, whole_address) = book.plan, total
    led = len(plan.coverage.measures_led[unit.id]) if unit else sum(one.lead is None for one in plan.strategy.measures.values())
    key = fixed_column(at, 0)
    cells = (
        code(unit.id if unit else book.say("no_unit")),
        text(book.text(unit.name) if unit else book.say("no_unit")),
        text(book.text(unit.head) if unit else ""),
        whole(led),
        *(money(value, formula=f"SUMIFS(amt_{year},line_unit,{key})") for year, value in zip(book.years, paid, strict=True)),
        sum_across(at, _FIRST_YEAR, paid, Style.SUBTOTAL),
        part_of(Money.total(paid), everything, (address(at, _FIRST_YEAR + len(book.years)), whole_address)),
    )
    return Row(cells)
