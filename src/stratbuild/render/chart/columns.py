"""Columns divided into parts: what each year costs, and who pays it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from stratbuild.render.chart.fills import filled
from stratbuild.render.chart.lettering import baseline, lines_of, text_width
from stratbuild.render.chart.picture import UPRIGHT, Picture
from stratbuild.render.chart.scale import round_step
from stratbuild.render.chart.svg import LIGHT, Area, Pen, Shape, drawing, group, line, text

_LETTERS, _SCALE_LETTERS = 8.0, 7.5
_FIELD, _ABOVE, _BELOW = 170.0, 16.0, 16.0
_SIGN, _AFTER_SIGN, _LEADING, _BETWEEN = 14.0, 6.0, 10.0, 5.0
_LEGEND = 170.0
_WIDEST_COLUMN = 70.0
_LEFT_FREE = Fraction(21, 20)


@dataclass(frozen=True, slots=True)
class Stack:
    """One column: its name below, its parts from below upwards, and what is written above it."""

    name: str
    parts: Sequence[int]
    total: str


@dataclass(frozen=True)
class Columns:
    """All columns, and the names of their parts."""

    stacks: Sequence[Stack]
    names: Sequence[str]
    number: Callable[[int], str]
    """How an amount of the scale is written."""
    width: float = UPRIGHT


def draw_columns(chart: Columns, alternative: str) -> Picture:
    """The columns beside the names of their parts, which stand in the order of the parts."""
    highest = Fraction(max((sum(one.parts) for one in chart.stacks), default=0) or 1)
    step = round_step(highest)
    amounts = [step * count for count in range(int(highest / step) + 1)]
    left = max(text_width(chart.number(int(one)), _SCALE_LETTERS) for one in amounts) + 6
    right = chart.width - _LEGEND - 12
    lower = _ABOVE + _FIELD
    scale = _FIELD / float(highest * _LEFT_FREE)
    shapes: list[Shape] = []
    for one in amounts:
        y = lower - float(one) * scale
        shapes.append(line([(left, y), (right, y)], Pen(LIGHT, 0.5)))
        shapes.append(text(chart.number(int(one)), (left - 4, baseline(y, _SCALE_LETTERS)), _SCALE_LETTERS, anchor="end"))
    room = (right - left) / max(1, len(chart.stacks))
    for place, stack in enumerate(chart.stacks):
        shapes.append(
            group(_stack(stack, left + room * (place + 0.5), min(_WIDEST_COLUMN, room * 0.7), (lower, scale, room)), "stack")
        )
    shapes.append(line([(left, lower), (right, lower)], Pen()))
    legend, end = _legend(chart, right + 12)
    shapes.append(group(legend, "legend"))
    return drawing(shapes, chart.width, max(lower + _BELOW, end), alternative)


def _stack(stack: Stack, middle: float, width: float, field: tuple[float, float, float]) -> Iterator[Shape]:
    lower, scale, room = field
    y = lower
    for number, part in enumerate(stack.parts):
        if part:
            height = part * scale
            yield from filled(Area(middle - width / 2, y - height, width, height), number)
            y -= height
    if text_width(stack.total, _LETTERS, bold=True) <= room - 2:
        yield text(stack.total, (middle, y - 4), _LETTERS, bold=True, anchor="middle")
    if text_width(stack.name, _LETTERS) <= room - 2:
        yield text(stack.name, (middle, lower + 11), _LETTERS, anchor="middle")


def _legend(chart: Columns, left: float) -> tuple[list[Shape], float]:
    """The names of the parts, the uppermost first, and where the last one ends."""
    shapes: list[Shape] = []
    y = _ABOVE
    for number in reversed(range(len(chart.names))):
        lines = lines_of(chart.names[number], _LETTERS, _LEGEND - _SIGN - _AFTER_SIGN, 3)
        shapes += filled(Area(left, y, _SIGN, 8), number)
        for place, one in enumerate(lines):
            shapes.append(text(one, (left + _SIGN + _AFTER_SIGN, baseline(y + 4 + place * _LEADING, _LETTERS)), _LETTERS))
        y += max(1, len(lines)) * _LEADING + _BETWEEN
    return shapes, y
