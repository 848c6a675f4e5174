"""The sheet of what scenarios change besides money: measures left out or moved, with their money, and targets."""

from collections.abc import Iterator

from stratbuild.model import Comparison, compare
from stratbuild.model.comparison import MeasureChange
from stratbuild.model.schedule import Window
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.lines import status_cell
from stratbuild.outputs.sheets.cells import code, day, fixed_column, money, money_width, number, text
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, address

_HEADER_ROW, _FIRST_ROW = 3, 4
_SCENARIO, _MEASURE, _BEFORE, _AFTER = 0, 1, 9, 10


def scenario_measures_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every measure that a scenario changes: what happens to it, its dates and its money before and after; below, the targets."""
    found = {id_: compare(book.plan, plan) for id_, plan in book.plan.scenarios.items()}
    measures = [(id_, change) for id_, comparison in found.items() for change in comparison.measures]
    last = _FIRST_ROW + max(len(measures), 1) - 1
    widest = money_width(book.plan.budget.total)
    nothing = Row((Cell(book.say("scenario_nothing"), style=Style.NOTE, wrap=False),))
    heads = book.headers("scenario_id", "column_measure", "goal_code", "measure", "scenario_what", *_DATES, *_SUMS)
    sheet = Sheet(
        name=book.titles["scenario_measures"],
        widths=(18, 15, 8, 50, 14, 11, 11, 11, 11, widest, widest, widest),
        rows=(
            *title_rows(
                book.say("scenario_measures_title"), book.note("scenario_measures_note", "budget_lines"), status_cell(book)
            ),
            Row(heads),
            *([Row(tuple(_measure(book, id_, one, _FIRST_ROW + at))) for at, (id_, one) in enumerate(measures)] or [nothing]),
            Row(()),
            Row((Cell(book.say("scenario_targets_title"), style=Style.HEADING, wrap=False),)),
            Row(book.headers("scenario_id", "scenario_kpi", "goal_code", "scenario_kpi_title", "scenario_year", *_TARGETS)),
            *(list(_targets(book, found)) or [nothing]),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(0, 0),
        filtered=Area(_HEADER_ROW, 0, last, len(heads) - 1),
        protected=True,
    )
    return sheet, {}


_DATES = ("scenario_was_first", "scenario_was_last", "scenario_now_first", "scenario_now_last")
_SUMS = ("scenario_money_before", "scenario_money_after", "scenario_difference")
_TARGETS = ("scenario_target_before", "scenario_target_after")


def _measure(book: Book, scenario: str, one: MeasureChange, at: int) -> Iterator[Cell]:
    yield code(scenario)
    yield code(one.measure)
    yield code(book.plan.coverage.codes[one.measure])
    yield text(book.text(book.plan.strategy.measures[one.measure].title))
    yield text(book.say(_what(one)))
    for window in (one.first_window, one.second_window):
        yield from _dates(window)
    before, after = address(at, _BEFORE), address(at, _AFTER)
    key, of_scenario = fixed_column(at, _MEASURE), fixed_column(at, _SCENARIO)
    yield money(one.first_money, formula=f"SUMIFS(line_total,line_measure,{key})")
    change = f"SUMIFS(change_total,change_measure,{key},change_scenario,{of_scenario})"
    yield money(one.second_money, formula=f"ROUND({before}+{change},2)")
    yield money(one.second_money - one.first_money, Style.SUBTOTAL, f"ROUND({after}-{before},2)")


def _what(one: MeasureChange) -> str:
    if not one.in_second:
        return "scenario_left_out"
    return "scenario_moved" if one.first_window != one.second_window else "scenario_other_money"


def _dates(window: Window | None) -> Iterator[Cell]:
    yield day(window.first if window is not None else None)
    yield day(window.last if window is not None else None)


def _targets(book: Book, found: dict[str, Comparison]) -> Iterator[Row]:
    for scenario, comparison in found.items():
        for one in comparison.targets:
            kpi = book.plan.strategy.kpis[one.kpi]
            goal = code(book.plan.coverage.codes[kpi.goal] if kpi.goal is not None else None)
            cells = (code(scenario), code(one.kpi), goal, text(book.text(kpi.title)), Cell(one.year, Kind.YEAR))
            yield Row((*cells, number(one.first), number(one.second)))
