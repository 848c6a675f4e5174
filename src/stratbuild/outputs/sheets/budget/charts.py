"""The sheet of charts: years by source, and the part of every goal of the highest level."""

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.goals import FIRST_YEAR as GOAL_YEAR
from stratbuild.outputs.sheets.budget.goals import top_goal_rows
from stratbuild.outputs.sheets.budget.lines import status_cell
from stratbuild.outputs.sheets.budget.sources import FIRST_ROW, FIRST_YEAR, TITLE, YEARS_ROW, source_rows
from stratbuild.outputs.sheets.cells import code, money, money_width, part_of, sum_down, text
from stratbuild.quantity import Money
from stratbuild.render.workbook import Area, Cell, Chart, ChartKind, Row, Series, Sheet, Style, absolute, address, padded

_HEADER_ROW, _TABLE_ROW = 3, 4
_TOTAL = 2
_ROWS_OF_A_CHART = 23


def charts_sheet(book: Book) -> tuple[Sheet, Names]:
    """A small table of the goals, and the two charts below it."""
    name = book.titles["charts"]
    goals = top_goal_rows(book)
    last = _TABLE_ROW + len(goals) - 1
    everything = Money.total(goal.total for goal in goals)
    whole = address(last + 1, _TOTAL, row_fixed=True)
    total_column = GOAL_YEAR + len(book.years)
    rows = []
    for place, goal in enumerate(goals):
        at = _TABLE_ROW + place
        source = absolute(book.titles["goals"], Area(goal.row, total_column, goal.row, total_column))
        rows.append(
            Row(
                (
                    code(book.plan.coverage.codes[goal.item.id]),
                    text(book.text(goal.item.title)),
                    money(goal.total, formula=source),
                    part_of(goal.total, everything, (address(at, _TOTAL), whole)),
                )
            )
        )
    label = padded((Cell(book.say("total"), style=Style.TOTAL),), _TOTAL, Cell(style=Style.TOTAL))
    total = sum_down(_TABLE_ROW, last, _TOTAL, [goal.total for goal in goals])
    sheet = Sheet(
        name=name,
        widths=(9, 90, money_width(everything, 16), 10),
        rows=(
            *title_rows(book.say("charts_title"), book.note("charts_note", "budget_lines"), status_cell(book)),
            Row(book.headers("goal_code", "goal_title", "total_money", "share")),
            *rows,
            Row((*label, total, part_of(everything, everything, (whole, whole), Style.TOTAL))),
        ),
        protected=True,
        portrait=True,
        charts=tuple(_charts(book, name, last)),
    )
    return sheet, {}


def _charts(book: Book, name: str, last: int) -> list[Chart]:
    sources, years = book.titles["sources"], Area(YEARS_ROW, FIRST_YEAR, YEARS_ROW, FIRST_YEAR + len(book.years) - 1)
    series = tuple(
        Series(
            sources,
            Area(FIRST_ROW + place, TITLE, FIRST_ROW + place, TITLE),
            years,
            Area(FIRST_ROW + place, FIRST_YEAR, FIRST_ROW + place, years.last_column),
        )
        for place, row in enumerate(source_rows(book))
        if row.total
    )
    found = []
    if series:
        title, description = book.say("chart_sources"), book.say("chart_sources_text")
        found.append(Chart(ChartKind.STACKED_COLUMNS, title, description, book.currency, series, (last + 3, 0)))
    if last >= _TABLE_ROW:
        parts = Series(
            name,
            Area(_HEADER_ROW, _TOTAL, _HEADER_ROW, _TOTAL),
            Area(_TABLE_ROW, 1, last, 1),
            Area(_TABLE_ROW, _TOTAL + 1, last, _TOTAL + 1),
        )
        title, description = book.say("chart_goals"), book.say("chart_goals_text")
        at = (last + 3 + _ROWS_OF_A_CHART * len(found), 0)
        found.append(Chart(ChartKind.BARS, title, description, "%", (parts,), at, (960, 320), "0.0%"))
    return found
