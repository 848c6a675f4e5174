"""Measures and milestones in the order of their dates, and how other sheets take the dates from the schedule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stratbuild.model import Window
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.cells import code, day, fixed_column, text
from stratbuild.render.workbook import Cell, Kind, Style
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone

MILESTONE_SIGN = "◆"
_MONTHS_OF_A_QUARTER, _MONTHS = 3, 12
_MOST_MONTHS, _MOST_QUARTERS, _MOST_YEARS = 60, 80, 60
_MOST_CELLS = 40_000
"""More cells with formulas than this make a calendar that nobody waits for."""


@dataclass(frozen=True, slots=True)
class Span:
    """A month, a quarter or a year of a calendar across the columns of a sheet."""

    first: date
    last: date
    label: str


def dated(book: Book) -> tuple[str, ...]:
    """The measures and milestones that have dates, by their dates."""
    windows = {**book.plan.windows, **{id_: Window(one, one) for id_, one in book.plan.milestones.items()}}
    # A milestone comes after what ends on its day.
    return tuple(sorted(windows, key=lambda id_: (windows[id_].first, id_ in book.plan.milestones, windows[id_].last)))


def undated(book: Book) -> tuple[str, ...]:
    """The measures and milestones whose texts say too little, in the order of the strategy."""
    known = {*book.plan.windows, *book.plan.milestones}
    strategy = book.plan.strategy
    return tuple(id_ for id_ in (*strategy.measures, *strategy.milestones) if id_ not in known)


def item_of(book: Book, id_: str) -> Measure | Milestone:
    """The measure or the milestone of an id."""
    strategy = book.plan.strategy
    return strategy.measures.get(id_) or strategy.milestones[id_]


def window_of(book: Book, id_: str) -> Window | None:
    """When a measure runs, or the day of a milestone."""
    if id_ in book.plan.milestones:
        return Window(book.plan.milestones[id_], book.plan.milestones[id_])
    return book.plan.windows.get(id_)


def code_cell(book: Book, id_: str, style: Style = Style.PLAIN) -> Cell:
    """The printed number of a measure, or the sign of a milestone."""
    return code(book.plan.coverage.codes.get(id_, MILESTONE_SIGN), style)


def lead_cell(book: Book, item: Measure | Milestone) -> Cell:
    """Who answers for it."""
    units = book.plan.strategy.units
    nobody = book.say("no_unit") if isinstance(item, Measure) else ""
    return text(book.unit_name(units[item.lead]) if item.lead else nobody)


def scheduled(book: Book, row: int, key_column: int, id_: str) -> tuple[Cell, Cell]:
    """The start and the finish of an item as they stand on the schedule; the key in its row is looked up there."""
    window = window_of(book, id_)
    if window is None:
        return day(None), day(None)
    key = fixed_column(row, key_column)
    first, last = (f"INDEX(gantt_{name},MATCH({key},gantt_id,0))" for name in ("start", "finish"))
    return Cell(window.first, Kind.DATE, formula=first), Cell(window.last, Kind.DATE, formula=last)


def spans(book: Book) -> tuple[Span, ...]:
    """What the calendar of the schedule is divided into: months up to five years, else quarters, else years.

    A plan of very many measures has quarters or years earlier, so that its workbook stays a light one.
    """
    windows = [book.plan.period, *book.plan.windows.values(), *(Window(one, one) for one in book.plan.milestones.values())]
    first, last = min(one.first for one in windows), max(one.last for one in windows)
    months = (last.year - first.year) * _MONTHS + last.month - first.month + 1
    most = _MOST_CELLS // len(windows)
    if months <= min(_MOST_MONTHS, most):
        return tuple(months_between(first, last))
    if months <= min(_MOST_QUARTERS, most) * _MONTHS_OF_A_QUARTER:
        names = book.locale.words["formats"]["quarters"]
        start = date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
        return tuple(
            Span(one, other, str(names[(one.month - 1) // 3])) for one, other in _steps(start, last, _MONTHS_OF_A_QUARTER)
        )
    shown = min(last, date(min(first.year + _MOST_YEARS - 1, date.max.year - 1), 12, 31))
    return tuple(Span(one, other, str(one.year)) for one, other in _steps(date(first.year, 1, 1), shown, _MONTHS))


def months_between(first: date, last: date) -> Iterator[Span]:
    """The months from one day to another."""
    return (Span(one, other, f"{one.month:02}") for one, other in _steps(first.replace(day=1), last, 1))


def _steps(first: date, last: date, months: int) -> Iterator[tuple[date, date]]:
    start = first
    while start <= last:
        place = start.month - 1 + months
        if start.year + place // _MONTHS > date.max.year:
            yield start, date.max
            return
        following = date(start.year + place // _MONTHS, place % _MONTHS + 1, 1)
        yield start, following - timedelta(days=1)
        start = following
