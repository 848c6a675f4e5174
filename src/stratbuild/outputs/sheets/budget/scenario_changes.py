"""Which lines every scenario changes, and the two sheets that show it: the lines anew, and who pays for them instead.

The totals of a scenario are those of the strategy as written and these differences, so that a price that finance
changes in the sheet of lines changes every scenario as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from stratbuild.model import Plan
from stratbuild.model.prices import amount_by_year, coefficient, stated_by_year
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.line_table import is_raised
from stratbuild.outputs.sheets.budget.lines import ordered_lines, status_cell
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, text
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, address
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.scenario import Scenario
from stratbuild.strategy import Strategy

_HEADER_ROW, FIRST_ROW = 3, 4
_FIRST_YEAR = 4
_COEFFICIENT_PATTERN = "0.000000"


@dataclass(frozen=True)
class ChangedLine:
    """A line whose money a scenario changes; nothing stands for one that it leaves out."""

    scenario: Scenario
    plan: Plan
    line: BudgetLine
    place: int
    """The place of the line in its sheet, from 1."""
    anew: BudgetLine | None
    row: int
    """Its row in the sheet of the scenarios' lines."""


def has_scenarios(book: Book) -> bool:
    """Whether there are scenarios to show beside the strategy as written."""
    return bool(book.plan.strategy.scenarios) and book.plan.scenario is None


def scenario_years(book: Book) -> tuple[int, ...]:
    """The years of the strategy as written and of every scenario."""
    found = {year for plan in book.plan.scenarios.values() for year in plan.budget.years}
    return tuple(sorted(found | set(book.years)))


def changed_lines(book: Book) -> tuple[ChangedLine, ...]:
    """Every line that has other money or other payers in a scenario, scenario by scenario in the printed order."""
    found: list[ChangedLine] = []
    for id_, plan in book.plan.scenarios.items():
        for place, line in enumerate(ordered_lines(book), start=1):
            parts = plan.budget.parts.get(line.id)
            if parts is book.plan.budget.parts[line.id]:
                continue
            anew = plan.strategy.budget_lines.get(line.id)
            row = FIRST_ROW + len(found)
            found.append(ChangedLine(book.plan.strategy.scenarios[id_], plan, line, place, anew, row))
    return tuple(found)


def scenario_lines_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every changed line as its scenario has it: what is stated, what it is raised by, what it costs."""
    rows, years = changed_lines(book), scenario_years(book)
    raised = is_raised(book.plan.strategy)
    count = len(years)
    amount = _FIRST_YEAR + 2 * count
    last = FIRST_ROW + max(len(rows), 1) - 1
    widest = money_width(max((plan.budget.total for plan in book.plan.scenarios.values()), default=ZERO))
    headers = [
        *book.headers("scenario_id", "fact_line", "fact_place", "column_title"),
        *(book.year_header("stated_of_year", year) for year in years),
        *(book.year_header("coefficient_of_year", year) for year in years),
        *(book.year_header("amount_of_year", year) for year in years),
    ]
    sheet = Sheet(
        name=book.titles["scenario_lines"],
        widths=(18, 15, 8, 40, *(widest,) * count, *(11,) * count, *(widest,) * count),
        rows=(
            *title_rows(book.say("scenario_lines_title"), book.note("scenario_lines_note", "budget_lines"), status_cell(book)),
            Row(tuple(headers)),
            *(Row(tuple(_line_cells(book, one, years, raised=raised))) for one in rows),
        ),
        frozen=(FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, len(headers) - 1),
        protected=True,
        folded_columns=((_FIRST_YEAR, amount - 1),),
    )
    names = {"scenario_line_id": Area(FIRST_ROW, 0, last, 0)}
    names |= {f"scenario_line_{year}": Area(FIRST_ROW, amount + at, last, amount + at) for at, year in enumerate(years)}
    return sheet, names


def amount_address(years: tuple[int, ...], one: ChangedLine, year: int) -> str:
    """The cell of the sheet of the scenarios' lines with a line's amount of a year."""
    column = _FIRST_YEAR + 2 * len(years) + years.index(year)
    return address(one.row, column, row_fixed=True, column_fixed=True)


def _line_cells(book: Book, one: ChangedLine, years: tuple[int, ...], *, raised: bool) -> Iterator[Cell]:
    yield code(one.scenario.id)
    yield code(one.line.id)
    yield Cell(one.place, Kind.WHOLE, formula=f"MATCH({fixed_column(one.row, 1)},line_id,0)")
    yield text(book.text(one.line.title) if one.anew is not None else book.say("left_out", title=book.text(one.line.title)))
    place = fixed_column(one.row, 2)
    stated = stated_by_year(one.anew) if one.anew is not None else {}
    amounts = amount_by_year(one.plan.strategy, one.anew) if one.anew is not None else {}
    for year in years:
        yield _stated(book, one, year, stated, place)
    for year in years:
        yield _coefficient(book, one, year, place, raised=raised)
    for at, year in enumerate(years):
        said, factor = address(one.row, _FIRST_YEAR + at), address(one.row, _FIRST_YEAR + len(years) + at)
        yield money(amounts.get(year, ZERO), Style.SUBTOTAL, f"ROUND({said}*{factor},2)")


def _stated(book: Book, one: ChangedLine, year: int, stated: Mapping[int, Money], place: str) -> Cell:
    """What the line states: a reference where the scenario only puts it off, else the scenario's own figure."""
    if one.anew is None:
        return money(ZERO)
    own = stated_by_year(one.line)
    later = (min(stated) - min(own)) if stated and own else 0
    same = {spent_in + later: sum_ for spent_in, sum_ in own.items()} == dict(stated)
    if same and year - later in book.years:
        return money(stated.get(year, ZERO), formula=f"N(INDEX(stated_{year - later},{place}))")
    return money(stated.get(year, ZERO))


def _coefficient(book: Book, one: ChangedLine, year: int, place: str, *, raised: bool) -> Cell:
    """What the line is raised by: a reference where the scenario assumes the same, else what its assumptions come to."""
    if one.anew is None:
        return Cell(Decimal(1), Kind.NUMBER, pattern=_COEFFICIENT_PATTERN)
    value = coefficient(one.plan.strategy, one.anew, year)
    shown = raised and year in book.years
    formula = f"INDEX(coefficient_{year},{place})" if shown and _assumes_the_same(book.plan.strategy, one) else None
    return Cell(value, Kind.NUMBER, formula=formula, pattern=_COEFFICIENT_PATTERN)


def _assumes_the_same(strategy: Strategy, one: ChangedLine) -> bool:
    there, line = one.plan.strategy, one.line
    assumed = (
        (line.price_index, strategy.price_indices, there.price_indices),
        (line.exchange_rate, strategy.exchange_rates, there.exchange_rates),
        (line.vat_rate, strategy.vat_rates, there.vat_rates),
    )
    return all(id_ is None or ours[id_] is theirs[id_] for id_, ours, theirs in assumed)
