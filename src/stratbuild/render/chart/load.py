"""The load of units: people needed by month as bars, against the line of those whom the unit has."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil

from stratbuild.render.chart import legend as signs
from stratbuild.render.chart.axis import HEIGHT as AXIS_HEIGHT
from stratbuild.render.chart.axis import Axis
from stratbuild.render.chart.lettering import baseline, cut, text_width
from stratbuild.render.chart.picture import HIGHEST, WIDEST, Picture
from stratbuild.render.chart.svg import (
    DARK,
    LIGHT,
    MIDDLE,
    WHITE,
    Area,
    Pen,
    Point,
    Shape,
    drawing,
    group,
    hatching,
    line,
    rectangle,
    text,
)

_LETTERS = 8.0
_SCALE_LETTERS = 7.5
_HEAD, _FIELD, _BELOW = 15.0, 62.0, 10.0
"""Points: the name of a unit, its bars, the room below."""

_SCALE = 30.0
_STEPS = (Fraction(1, 4), Fraction(1, 2), Fraction(1), Fraction(2), Fraction(5))
_LEFT_FREE = Fraction(11, 10)


@dataclass(frozen=True, slots=True)
class MonthOfUnit:
    """The people that are needed in a month and those whom the unit has, where it says so."""

    needed: Fraction
    capacity: Fraction | None

    @property
    def over(self) -> Fraction:
        """How many people are missing."""
        return Fraction(0) if self.capacity is None else max(Fraction(0), self.needed - self.capacity)


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """A unit, by the first day of the month what it needs and has, and a note beside its name."""

    name: str
    months: Mapping[date, MonthOfUnit]
    note: str = ""


@dataclass(frozen=True, slots=True)
class LoadWords:
    """The words of the picture."""

    needed: str
    over: str
    capacity: str
    quarters: Sequence[str]
    number: Callable[[Fraction], str]
    """How a number of people is written."""


@dataclass(frozen=True)
class LoadChart:
    """All units on one axis of time."""

    units: Sequence[UnitLoad]
    first: date
    last: date
    words: LoadWords
    width: float = WIDEST
    height: float = HIGHEST

    @cached_property
    def axis(self) -> Axis:
        """The axis, right of the scale."""
        return Axis(self.first, self.last, _SCALE, self.width - _SCALE - 0.5, self.words.quarters)


def sheets(chart: LoadChart) -> tuple[tuple[UnitLoad, ...], ...]:
    """The units on sheets, about as many on each."""
    if not chart.units:
        return ()
    most = max(1, int((chart.height - AXIS_HEIGHT - signs.HEIGHT) // (_HEAD + _FIELD + _BELOW)))
    each = ceil(len(chart.units) / ceil(len(chart.units) / most))
    return tuple(tuple(chart.units[at : at + each]) for at in range(0, len(chart.units), each))


def draw_load(chart: LoadChart, sheet: Sequence[UnitLoad], alternative: str) -> Picture:
    """One sheet as a picture."""
    shapes, y = [chart.axis.head(0)], AXIS_HEIGHT
    for unit in sheet:
        shapes.append(group(_panel(chart, unit, y), "unit"))
        y += _HEAD + _FIELD + _BELOW
    shapes.append(signs.legend(list(_entries(chart, sheet)), chart.axis.left, y))
    return drawing(shapes, chart.width, y + signs.HEIGHT, alternative)


def _panel(chart: LoadChart, unit: UnitLoad, top: float) -> Iterator[Shape]:
    axis, upper, lower = chart.axis, top + _HEAD, top + _HEAD + _FIELD
    note_width = text_width(unit.note, _LETTERS)
    name = cut(unit.name, _LETTERS, chart.width - note_width - 20, bold=True)
    heading = baseline(top + _HEAD / 2, _LETTERS)
    yield text(name, (1, heading), _LETTERS, bold=True)
    if unit.note:
        yield text(unit.note, (chart.width - 1 - note_width, heading), _LETTERS)
    highest = max(max(month.needed, month.capacity or Fraction(0)) for month in unit.months.values()) or Fraction(1)
    step = _step(highest)
    scale = _FIELD / float(highest * _LEFT_FREE)
    yield axis.grid(upper, lower)
    value = Fraction(0)
    while value <= highest:
        height = lower - float(value) * scale
        yield line([(axis.left, height), (axis.right, height)], Pen(LIGHT, 0.5))
        yield text(chart.words.number(value), (axis.left - 3, baseline(height, _SCALE_LETTERS)), _SCALE_LETTERS, anchor="end")
        value += step
    for day in sorted(unit.months):
        yield from _bar(_from_to(axis, day), unit.months[day], lower, scale)
    yield line([(axis.left, lower), (axis.right, lower)], Pen())
    yield from _capacity(axis, unit, lower, scale)


def _bar(ends: Point, month: MonthOfUnit, lower: float, scale: float) -> Iterator[Shape]:
    begin, end = ends
    space = min(0.8, (end - begin) / 8)
    left, width = begin + space, end - begin - 2 * space
    within, over = float(month.needed - month.over) * scale, float(month.over) * scale
    if within:
        yield rectangle(Area(left, lower - within, width, within), LIGHT, Pen(MIDDLE, 0.4), kind="within")
    if over:
        yield from _overload(Area(left, lower - within - over, width, over))


def _overload(area: Area) -> Iterator[Shape]:
    yield rectangle(area, WHITE, kind="over")
    yield hatching(area, Pen(weight=0.9), 2.4)
    yield rectangle(area, "none", Pen(weight=0.6))


def _capacity(axis: Axis, unit: UnitLoad, lower: float, scale: float) -> Iterator[Shape]:
    """A line that steps where the capacity changes, and has a gap where none is stated."""
    points: list[Point] = []
    for day in [*sorted(unit.months), None]:
        capacity = None if day is None else unit.months[day].capacity
        if day is not None and capacity is not None:
            points += [(x, lower - float(capacity) * scale) for x in _from_to(axis, day)]
        elif points:
            yield line(points, Pen(DARK, 1.6), kind="capacity")
            points = []


def _from_to(axis: Axis, month: date) -> tuple[float, float]:
    """Where a month begins and ends."""
    return axis.x(month), axis.x_after(month.replace(day=monthrange(month.year, month.month)[1]))


def _step(highest: Fraction) -> Fraction:
    """The distance between the lines of the scale: a round number that gives two to five of them."""
    ten = Fraction(1)
    while True:
        for step in _STEPS:
            if highest / (step * ten) <= 4:
                return step * ten
        ten *= 10


def _entries(chart: LoadChart, sheet: Sequence[UnitLoad]) -> Iterator[signs.Entry]:
    def within(at: Point) -> list[Shape]:
        return [rectangle(Area(*at, signs.SIGN_WIDTH, signs.SIGN_HEIGHT), LIGHT, Pen(MIDDLE, 0.4))]

    def over(at: Point) -> list[Shape]:
        return list(_overload(Area(*at, signs.SIGN_WIDTH, signs.SIGN_HEIGHT)))

    def capacity(at: Point) -> list[Shape]:
        middle = at[1] + signs.SIGN_HEIGHT / 2
        return [line([(at[0], middle), (at[0] + signs.SIGN_WIDTH, middle)], Pen(DARK, 1.6))]

    yield within, chart.words.needed
    if any(month.over for unit in sheet for month in unit.months.values()):
        yield over, chart.words.over
    yield capacity, chart.words.capacity
