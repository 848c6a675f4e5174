"""The sheet of who pays what in scenarios: the rows of every changed line taken away, and put in anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.financing import FIRST_ROW as FACTS_ROW
from stratbuild.outputs.sheets.budget.financing import amount_places, fundings
from stratbuild.outputs.sheets.budget.funding_rows import Funding, fundings_of_line, part_cell, portion_cell
from stratbuild.outputs.sheets.budget.lines import status_cell
from stratbuild.outputs.sheets.budget.scenario_changes import ChangedLine, amount_address, changed_lines, scenario_years
from stratbuild.outputs.sheets.cells import code, money, money_width, sum_across, text
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, absolute

_HEADER_ROW, _FIRST_ROW = 3, 4
_FIRST_COLUMNS = (
    "scenario_id",
    "fact_line",
    "column_measure",
    "scenario_kind",
    "fact_source",
    "fact_source_title",
    "scenario_part",
)
_WIDTHS = (18, 15, 14, 11, 14, 46, 12)


@dataclass(frozen=True)
class _Fact:
    """A row of a changed line: one of the strategy as written, which is taken away, or one of the scenario."""

    changed: ChangedLine
    funding: Funding
    fact_row: int | None
    """Where a row that is taken away stands on the sheet of facts."""


def scenario_facts_sheet(book: Book) -> tuple[Sheet, Names]:
    """Rows that are taken away are negative; the sum of a scenario's rows is what it changes."""
    years = scenario_years(book)
    paid = fundings(book)
    facts = list(_facts(book, years, paid))
    columns = [*_FIRST_COLUMNS, *(f"amount_{year}" for year in years), "total"]
    corrected = [year for year in years if any(one.fact_row is None and one.funding.corrections.get(year) for one in facts)]
    columns += [f"correction_{year}" for year in corrected]
    places = {"part": _FIRST_COLUMNS.index("scenario_part")} | {key: at for at, key in enumerate(columns)}
    written = amount_places(book, paid)
    last = _FIRST_ROW + max(len(facts), 1) - 1
    widest = money_width(max((plan.budget.total for plan in book.plan.scenarios.values()), default=ZERO))
    headers = [
        *book.headers(*_FIRST_COLUMNS),
        *(book.year_header("amount_of_year", year) for year in years),
        *book.headers("total_money"),
        *(Cell(book.say("fact_correction", year=str(year)), style=Style.HEADER) for year in corrected),
    ]
    sheet = Sheet(
        name=book.titles["scenario_facts"],
        widths=(*_WIDTHS, *(widest,) * (len(years) + 1), *(11,) * len(corrected)),
        rows=(
            *title_rows(book.say("scenario_facts_title"), book.note("scenario_facts_note", "budget_lines"), status_cell(book)),
            Row(tuple(headers)),
            *(Row(tuple(_cells(book, one, _FIRST_ROW + at, places, written))) for at, one in enumerate(facts)),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, len(columns) - 1),
        protected=True,
    )
    names = {
        f"change_{key}": Area(_FIRST_ROW, place, last, place)
        for key, place in (("scenario", 0), ("measure", 2), ("source", 4), ("total", places["total"]))
    }
    names |= {f"change_{year}": Area(_FIRST_ROW, places[f"amount_{year}"], last, places[f"amount_{year}"]) for year in years}
    return sheet, names


def _facts(book: Book, years: tuple[int, ...], paid: tuple[Funding, ...]) -> Iterator[_Fact]:
    written: dict[str, list[tuple[int, Funding]]] = {}
    for number, row in enumerate(paid):
        written.setdefault(row.line.id, []).append((FACTS_ROW + number, row))
    for one in changed_lines(book):
        for number, row in written[one.line.id]:
            yield _Fact(one, row, number)
        if one.anew is not None:
            for row in fundings_of_line(one.plan.strategy, years, one.anew, one.place):
                yield _Fact(one, row, None)


def _cells(book: Book, one: _Fact, at: int, places: Mapping[str, int], written: Mapping[int, int]) -> Iterator[Cell]:
    years = tuple(int(key.removeprefix("amount_")) for key in places if key.startswith("amount_"))
    row, source = one.funding, book.plan.strategy.sources.get(one.funding.payer or "")
    missing = book.say("no_source")
    yield code(one.changed.scenario.id)
    yield code(row.line.id)
    yield code(row.line.measure)
    yield text(book.say("scenario_before" if one.fact_row is not None else "scenario_after"))
    yield code(row.payer or missing)
    yield text(book.text(source.title) if source else missing)
    yield portion_cell(book, row, Style.PLAIN)
    values: list[Money] = []
    lines = book.titles["scenario_lines"].replace("'", "''")
    for year in years:
        whole = f"'{lines}'!{amount_address(years, one.changed, year)}"
        cell = _taken_away(book, one, year, written) if one.fact_row is not None else part_cell(row, year, at, places, whole)
        values.append(cell.value if isinstance(cell.value, Money) else ZERO)
        yield cell
    yield sum_across(at, places[f"amount_{years[0]}"], values, Style.SUBTOTAL)
    for key in places:
        if key.startswith("correction_"):
            correction = row.corrections.get(int(key.removeprefix("correction_")))
            yield money(correction if correction and one.fact_row is None else None)


def _taken_away(book: Book, one: _Fact, year: int, written: Mapping[int, int]) -> Cell:
    if one.fact_row is None or year not in written or year not in one.funding.money:
        return money(None)
    fact = absolute(book.titles["financing"], Area(one.fact_row, written[year], one.fact_row, written[year]))
    return money(Money(-one.funding.money[year].hundredths), formula=f"-{fact}")
