"""The sheet of checks: that every way of adding up comes to the same sum, and what finance should look at."""

from dataclasses import dataclass

from stratbuild.model.budget import line as line_of
from stratbuild.model.budget import programme as programme_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.financing import fundings
from stratbuild.outputs.sheets.budget.lines import status_cell, uses_economic_codes, uses_programmes
from stratbuild.outputs.sheets.budget.scenario_changes import has_scenarios
from stratbuild.outputs.sheets.budget.scenarios import scenario_names
from stratbuild.outputs.sheets.budget.since import has_earlier
from stratbuild.outputs.sheets.budget.sources import source_rows
from stratbuild.outputs.sheets.cells import money, money_width, text, whole
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Alert, Area, Cell, Kind, Row, Sheet, Style, address

_HEADER_ROW, _FIRST_ROW = 3, 4
_SOURCES_OVER, _PROGRAMMES_OVER = 'COUNTIF(source_headroom,"<0")', 'COUNTIF(programme_headroom,"<0")'
_WHAT, _PERIOD, _FIRST, _SECOND, _DIFFERENCE, _VERDICT = range(6)


@dataclass(frozen=True)
class _Comparison:
    """Two ways to the same sum."""

    words: str
    period: str
    first: str
    second: str
    sum: Money


def checks_sheet(book: Book) -> tuple[Sheet, Names]:
    """Comparisons whose difference is zero, then figures that are no mistakes of adding but want a look."""
    comparisons = _comparisons(book)
    last = _FIRST_ROW + len(comparisons) - 1
    alerts = _alerts(book)
    wide = money_width(book.plan.budget.total, 16)
    sheet = Sheet(
        name=book.titles["checks"],
        widths=(74, max(11, wide), wide, wide, 15, 18),
        rows=(
            *title_rows(book.say("checks_title"), book.say("checks_note", currency=book.currency), status_cell(book)),
            Row(book.headers("check_what", "check_period", "check_first", "check_second", "check_difference", "check_verdict")),
            *(_comparison_row(book, one, _FIRST_ROW + at) for at, one in enumerate(comparisons)),
            Row(()),
            Row((Cell(book.say("alerts_title"), style=Style.HEADING, wrap=False),)),
            Row((*book.headers("check_what"), *book.headers("check_found"))),
            *(Row((text(words), found)) for words, found in alerts),
        ),
        frozen=(_FIRST_ROW, 0),
        repeated=(0, 0),
        filtered=Area(_HEADER_ROW, 0, last, _VERDICT),
        protected=True,
        alerts=(Alert(Area(_FIRST_ROW, _DIFFERENCE, last, _DIFFERENCE), "!=", 0),),
    )
    return sheet, {"check_differences": Area(_FIRST_ROW, _DIFFERENCE, last, _DIFFERENCE)}


def _comparisons(book: Book) -> list[_Comparison]:
    budget = book.plan.budget
    by_year = {year: Money.total(one.money for one in budget.amounts if one.year == year) for year in book.years}
    ways = ["sources", "goals", "units"]
    ways += ["economics"] if uses_economic_codes(book) else []
    ways += ["programmes"] if uses_programmes(book) else []
    everything = book.say("all_years")
    found = [_Comparison("lines_by_year", everything, "lines_total", _added("lines", book.years), budget.total)]
    found.append(_Comparison("lines_by_facts", everything, "lines_total", "facts_total", budget.total))
    found += [_Comparison("lines_by_facts", str(year), f"lines_{year}", f"facts_{year}", by_year[year]) for year in book.years]
    for way in ways:
        found.append(_Comparison(f"lines_by_{way}", everything, "lines_total", f"{way}_total", budget.total))
        found += [
            _Comparison(f"lines_by_{way}", str(year), f"lines_{year}", f"{way}_{year}", by_year[year]) for year in book.years
        ]
    if has_earlier(book):
        found.append(_Comparison("since_bridge", everything, "since_now", "lines_total", budget.total))
    if has_scenarios(book):
        for number, plan in enumerate(book.plan.scenarios.values()):
            total, by_source = scenario_names(number)
            title = "" if plan.scenario is None else book.text(plan.scenario.title)
            found.append(_Comparison("scenario_by_sources", title, total, by_source, plan.budget.total))
    found.append(_Comparison("lines_not_divided", everything, "SUMPRODUCT(ABS(line_rest))", "0", ZERO))
    if any(row.closes_shares for row in fundings(book)):
        found.append(_Comparison("shares_make_the_whole", everything, "SUMPRODUCT(ABS(fact_gap))", "0", ZERO))
    return found


def _added(way: str, years: tuple[int, ...]) -> str:
    return "+".join(f"{way}_{year}" for year in years)


def _comparison_row(book: Book, one: _Comparison, at: int) -> Row:
    first, second, difference = address(at, _FIRST), address(at, _SECOND), address(at, _DIFFERENCE)
    return Row(
        (
            text(book.say(one.words)),
            Cell(one.period, Kind.CODE),
            money(one.sum, formula=one.first),
            money(one.sum, formula=one.second),
            money(ZERO, Style.SUBTOTAL, f"ROUND({first}-{second},2)"),
            Cell(book.say("agrees"), formula=f"IF({difference}=0,label_agrees,label_differs)"),
        )
    )


def ceilings_exceeded(book: Book, style: Style) -> Cell:
    """How often a ceiling of a year is exceeded, that of a source or of a budget programme."""
    if not _limits_programmes(book):
        return whole(_sources_over(book), style, _SOURCES_OVER)
    return whole(_sources_over(book) + _programmes_over(book), style, f"{_SOURCES_OVER}+{_PROGRAMMES_OVER}")


def _limits_programmes(book: Book) -> bool:
    return uses_programmes(book) and any(one.ceilings for one in book.plan.strategy.programmes.values())


def _sources_over(book: Book) -> int:
    return sum(
        1
        for row in source_rows(book)
        for place, year in enumerate(book.years)
        if row.source and year in row.source.ceilings and row.source.ceilings[year] < row.sums[place]
    )


def _programmes_over(book: Book) -> int:
    spent = book.plan.budget.by(programme_of, year_of)
    return sum(
        1
        for one in book.plan.strategy.programmes.values()
        for year, ceiling in one.ceilings.items()
        if year in book.years and spent.get((one.code, year), ZERO) > ceiling
    )


def _alerts(book: Book) -> list[tuple[str, Cell]]:
    lines, amounts = book.plan.strategy.budget_lines.values(), book.plan.budget.amounts
    totals = book.plan.budget.total_by(line_of)
    sources = source_rows(book)
    unpaid = Money.total(one.money for one in amounts if one.source is None)
    hoped = Money.total(row.total for row in sources if row.source and not row.source.confirmed)
    without_sum = sum(1 for line in lines if not totals.get(line.id, ZERO))
    unconfirmed = "SUMIFS(source_total,source_confirmed,label_unconfirmed)"
    found = [
        (book.say("alert_ceilings"), whole(_sources_over(book), formula=_SOURCES_OVER)),
        (
            book.say("alert_no_source", currency=book.currency),
            money(unpaid, formula="SUMIFS(fact_total,fact_source,label_no_source)"),
        ),
        (book.say("alert_unconfirmed", currency=book.currency), money(hoped, formula=unconfirmed)),
        (book.say("alert_no_sum"), whole(without_sum, formula='SUMPRODUCT((line_id<>"")*(line_total=0))')),
    ]
    if _limits_programmes(book):
        found.append((book.say("alert_programme_ceilings"), whole(_programmes_over(book), formula=_PROGRAMMES_OVER)))
    if uses_economic_codes(book):
        missing = sum(1 for line in lines if line.economic_code is None)
        found.append((book.say("alert_no_economic"), whole(missing, formula='SUMPRODUCT((line_id<>"")*(line_economic=""))')))
    if uses_programmes(book):
        missing = sum(1 for line in lines if line.programme is None)
        found.append((book.say("alert_no_programme"), whole(missing, formula='SUMPRODUCT((line_id<>"")*(line_programme=""))')))
    return found
