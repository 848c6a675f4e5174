"""Paths of indicators: a panel for each, from the value at the beginning through those of the years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from stratbuild.render.chart.lettering import cut, lines_of, text_width
from stratbuild.render.chart.picture import TALLEST, UPRIGHT, Picture
from stratbuild.render.chart.svg import (
    DARK,
    LIGHT,
    MIDDLE,
    PALE,
    WHITE,
    Area,
    Pen,
    Point,
    Shape,
    circle,
    drawing,
    group,
    line,
    rectangle,
    text,
)

_TITLE, _SMALL, _LEADING = 8.0, 7.5, 9.4
_ACROSS, _GUTTER = 3, 14.0
_HEAD, _FIELD, _FOOT, _BELOW = 32.0, 54.0, 13.0, 14.0
_PANEL = _HEAD + _FIELD + _FOOT + _BELOW
_DOT = 2.4
_INSET = 16.0
_APART = 3.0
_LINES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One value of an indicator: when, how much, how both are written."""

    when: str
    value: Fraction
    shown: str


@dataclass(frozen=True, slots=True)
class Path:
    """One indicator: its title, the value at the beginning where it is known, those that are to be reached."""

    title: str
    begin: Step | None
    steps: Sequence[Step]


@dataclass(frozen=True)
class Paths:
    """All indicators, in rows of a few."""

    paths: Sequence[Path]
    width: float = UPRIGHT
    height: float = TALLEST


def sheets(chart: Paths) -> tuple[tuple[Path, ...], ...]:
    """The indicators on sheets, about as many on each."""
    if not chart.paths:
        return ()
    most = max(1, int(chart.height // _PANEL)) * _ACROSS
    each = ceil(len(chart.paths) / ceil(len(chart.paths) / most) / _ACROSS) * _ACROSS
    return tuple(tuple(chart.paths[at : at + each]) for at in range(0, len(chart.paths), each))


def draw_paths(chart: Paths, sheet: Sequence[Path], alternative: str) -> Picture:
    """One sheet as a picture."""
    width = (chart.width - _GUTTER * (_ACROSS - 1)) / _ACROSS
    shapes = []
    for place, one in enumerate(sheet):
        row, column = divmod(place, _ACROSS)
        shapes.append(group(_panel(one, (column * (width + _GUTTER), row * _PANEL), width), "path"))
    return drawing(shapes, chart.width, ceil(len(sheet) / _ACROSS) * _PANEL - _BELOW, alternative)


def _panel(path: Path, corner: Point, width: float) -> Iterator[Shape]:
    left, top = corner
    for place, one in enumerate(lines_of(path.title, _TITLE, width, _LINES)):
        yield text(one, (left, top + 7.5 + place * _LEADING), _TITLE, bold=False)
    upper, lower = top + _HEAD, top + _HEAD + _FIELD
    yield rectangle(Area(left, upper, width, _FIELD), PALE)
    yield line([(left, lower), (left + width, lower)], Pen(MIDDLE, 0.6))
    shown = [*([path.begin] if path.begin else []), *path.steps]
    points = list(zip(shown, _points(shown, (left + _INSET, upper + 15), (width - 2 * _INSET, _FIELD - 24)), strict=True))
    yield line([at for _, at in points], Pen(DARK, 1.2))
    yield from _labels(path, points, (width - 2 * _INSET) / max(1, len(points) - 1), lower)


def _points(shown: Sequence[Step], corner: Point, size: Point) -> list[Point]:
    """Where the values stand: evenly from left to right, the larger the higher; equal ones lie in the middle."""
    low, high = min(one.value for one in shown), max(one.value for one in shown)
    across = size[0] / max(1, len(shown) - 1)
    first = corner[0] if len(shown) > 1 else corner[0] + size[0] / 2
    return [
        (first + across * place, corner[1] + size[1] * float((high - one.value) / (high - low) if high > low else Fraction(1, 2)))
        for place, one in enumerate(shown)
    ]


def _labels(path: Path, points: Sequence[tuple[Step, Point]], room: float, lower: float) -> Iterator[Shape]:
    """A dot, its value above it and its year below; where there is little room, the first and the last come before others."""
    widest = 2 * _INSET + room
    named = _labelled(points, widest)
    for place, (one, (x, y)) in enumerate(points):
        yield circle((x, y), _DOT, WHITE if one is path.begin else DARK, Pen(DARK, 1.0))
        yield line([(x, lower), (x, lower + 2)], Pen(LIGHT, 0.6))
        if place in named:
            shown = cut(one.shown, _SMALL, widest, bold=True)
            yield text(shown, (x, y - 5), _SMALL, bold=True, anchor=_anchor(place, len(points), shown))
            yield text(one.when, (x, lower + 9.5), _SMALL, anchor="middle")


def _labelled(points: Sequence[tuple[Step, Point]], widest: float) -> frozenset[int]:
    """The places that have labels: the last, the first, then whichever do not touch those that have one."""
    order = [len(points) - 1, *range(len(points) - 1)]
    taken: dict[int, tuple[float, float]] = {}
    for place in order:
        one, (x, _) = points[place]
        shown = cut(one.shown, _SMALL, widest, bold=True)
        width, year = text_width(shown, _SMALL, bold=True), text_width(one.when, _SMALL)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[_anchor(place, len(points), shown)]
        begin, end = min(left, x - year / 2), max(left + width, x + year / 2)
        if all(end + _APART <= other_begin or begin >= other_end + _APART for other_begin, other_end in taken.values()):
            taken[place] = (begin, end)
    return frozenset(taken)


def _anchor(place: int, count: int, shown: str) -> str:
    """Long numbers of the first and the last value grow into the panel."""
    if count == 1 or text_width(shown, _SMALL, bold=True) <= 2 * _INSET:
        return "middle"
    return "start" if place == 0 else "end" if place == count - 1 else "middle"
