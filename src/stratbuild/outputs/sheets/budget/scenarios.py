"""The sheet of scenarios: the totals of each beside those of the strategy as written, by year and by source."""

from collections.abc import Iterator
from dataclasses import dataclass

from stratbuild.model import Plan, compare
from stratbuild.model.budget import source as source_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.after import has_costs_after
from stratbuild.outputs.sheets.budget.lines import status_cell
from stratbuild.outputs.sheets.budget.scenario_changes import scenario_years
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, sum_across, text, whole
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, address
from stratbuild.schema.scenario import AS_WRITTEN
from stratbuild.schema.source import FundingSource

_FIRST_ROW, _FIRST_YEAR = 4, 2


@dataclass(frozen=True)
class _Shown:
    """A scenario, or the strategy as written."""

    id: str | None
    title: str
    plan: Plan


def scenarios_sheet(book: Book) -> tuple[Sheet, Names]:
    """By year, with the difference to the strategy as written and what else changes; below, the same by source."""
    years = scenario_years(book)
    shown = [_Shown(None, book.say("as_written"), book.plan)]
    for id_, plan in book.plan.scenarios.items():
        shown.append(_Shown(id_, book.text(book.plan.strategy.scenarios[id_].title), plan))
    wide = money_width(max(one.plan.budget.total for one in shown))
    heads = [
        *book.headers("scenario_id", "scenario_title"),
        *_years(book, years),
        *book.headers("total_money", "scenario_difference", "scenario_after_period", "scenario_without_source"),
        *book.headers("scenario_measures_out", "scenario_measures_moved", "scenario_targets"),
    ]
    rows = [
        *title_rows(book.say("scenarios_title"), book.note("scenarios_note", "budget_lines", "sources"), status_cell(book)),
        Row(tuple(heads)),
        *(Row(tuple(_row(book, one, _FIRST_ROW + at, years))) for at, one in enumerate(shown)),
    ]
    names: dict[str, Area] = {
        "scenario_totals": Area(_FIRST_ROW, _FIRST_YEAR + len(years), _FIRST_ROW + len(shown) - 1, _FIRST_YEAR + len(years))
    }
    for one in shown:
        rows += [Row(()), Row((Cell(book.say("scenario_by_source", title=one.title), style=Style.HEADING, wrap=False),))]
        rows.append(Row((*book.headers("source_id", "source_title"), *_years(book, years), *book.headers("total_money"))))
        rows += list(_source_rows(book, one, len(rows), years))
        if one.id is not None:
            total, by_source = scenario_names(list(book.plan.scenarios).index(one.id))
            column, place = _FIRST_YEAR + len(years), _FIRST_ROW + shown.index(one)
            names |= {total: Area(place, column, place, column), by_source: Area(len(rows) - 1, column, len(rows) - 1, column)}
    sheet = Sheet(
        name=book.titles["scenarios"],
        widths=(18, 46, *(wide,) * (len(years) + 4), 11, 11, 11),
        rows=tuple(rows),
        frozen=(_FIRST_ROW, 2),
        repeated=(0, 0),
        protected=True,
    )
    return sheet, names


def scenario_names(number: int) -> tuple[str, str]:
    """The defined names of a scenario's total: from its years, and from its sources."""
    return f"scenario_total_{number + 1}", f"scenario_sources_{number + 1}"


def _years(book: Book, years: tuple[int, ...]) -> Iterator[Cell]:
    for year in years:
        yield book.year_header("amount_of_year", year)


def _row(book: Book, one: _Shown, at: int, years: tuple[int, ...]) -> Iterator[Cell]:
    difference = compare(book.plan, one.plan)
    by_year = one.plan.budget.total_by(year_of)
    values = [by_year.get(year, ZERO) for year in years]
    yield code(one.id or AS_WRITTEN)
    yield text(one.title)
    for year, value in zip(years, values, strict=True):
        written = f"lines_{year}" if year in book.years else "0"
        change = "" if one.id is None else f"+SUMIFS(change_{year},change_scenario,{fixed_column(at, 0)})"
        yield money(value, formula=f"ROUND({written}{change},2)")
    total = _FIRST_YEAR + len(years)
    yield sum_across(at, _FIRST_YEAR, values, Style.SUBTOTAL)
    first = address(_FIRST_ROW, total, row_fixed=True)
    yield money(difference.total.difference, formula=f"ROUND({address(at, total)}-{first},2)")
    yield money(difference.after.second, formula="after_total" if one.id is None and has_costs_after(book) else None)
    key = fixed_column(at, 0)
    changed = "" if one.id is None else f"+SUMIFS(change_total,change_source,label_no_source,change_scenario,{key})"
    unpaid = f"ROUND(SUMIFS(fact_total,fact_source,label_no_source){changed},2)"
    yield money(one.plan.budget.total_by(source_of).get(None, ZERO), formula=unpaid)
    yield whole(sum(1 for change in difference.measures if not change.in_second))
    moved = [change for change in difference.measures if change.in_second and change.first_window != change.second_window]
    yield whole(len(moved))
    yield whole(len(difference.targets))


def _source_rows(book: Book, one: _Shown, start: int, years: tuple[int, ...]) -> Iterator[Row]:
    sums = one.plan.budget.by(source_of, year_of)
    listed: list[FundingSource | None] = [*book.plan.strategy.sources.values(), None]
    missing = book.say("no_source")
    for number, source in enumerate(listed):
        at = start + number
        values = [sums.get((source.id if source else None, year), ZERO) for year in years]
        cells = [code(source.id if source else missing), text(book.text(source.title) if source else missing)]
        for year, value in zip(years, values, strict=True):
            key = fixed_column(at, 0)
            parts = [f"SUMIFS(fact_{year},fact_source,{key})"] if year in book.years else []
            if one.id is not None:
                parts.append(f'SUMIFS(change_{year},change_source,{key},change_scenario,"{one.id}")')
            cells.append(money(value, formula=f"ROUND({'+'.join(parts) or '0'},2)"))
        yield Row((*cells, sum_across(at, _FIRST_YEAR, values, Style.SUBTOTAL)))
    total = start + len(listed)
    sums_down: list[Cell] = [Cell(book.say("total"), style=Style.TOTAL), Cell(style=Style.TOTAL)]
    for place in range(len(years) + 1):
        column = _FIRST_YEAR + place
        value = _total(one, years, place)
        sums_down.append(money(value, Style.TOTAL, f"SUM({Area(start, column, total - 1, column)})"))
    yield Row(tuple(sums_down))


def _total(one: _Shown, years: tuple[int, ...], place: int) -> Money:
    by_year = one.plan.budget.total_by(year_of)
    return one.plan.budget.total if place == len(years) else by_year.get(years[place], ZERO)
