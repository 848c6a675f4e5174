"""Bars from left to right: how large each share is, with its amount written behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from stratbuild.render.chart.lettering import baseline, baselines, lines_of, text_width
from stratbuild.render.chart.picture import UPRIGHT, Picture
from stratbuild.render.chart.svg import DARK, LIGHT, Area, Pen, Shape, drawing, group, line, rectangle, text

_LETTERS, _LEADING = 8.0, 9.6
_NAME, _BAR, _BETWEEN, _MARGIN = 178.0, 14.0, 9.0, 4.0
_LINES = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, how long it is beside the others, and what is written behind it."""

    name: str
    amount: int
    note: str


@dataclass(frozen=True)
class Bars:
    """All bars, from above downwards."""

    bars: Sequence[Bar]
    width: float = UPRIGHT


def draw_bars(chart: Bars, alternative: str) -> Picture:
    """The bars beside their names; the longest one leaves room for what is written behind it."""
    most = max((bar.amount for bar in chart.bars), default=0) or 1
    notes = max((text_width(bar.note, _LETTERS) for bar in chart.bars), default=0.0)
    left = _NAME + 8
    room = chart.width - left - notes - 8
    shapes: list[Shape] = []
    y = _MARGIN
    for bar in chart.bars:
        lines = lines_of(bar.name, _LETTERS, _NAME, _LINES)
        height = max(_BAR, len(lines) * _LEADING)
        middle, length = y + height / 2, room * bar.amount / most
        parts = [
            text(one, (0, at), _LETTERS) for one, at in zip(lines, baselines(middle, _LETTERS, _LEADING, lines), strict=True)
        ]
        if bar.amount:
            parts.append(rectangle(Area(left, middle - _BAR / 2, length, _BAR), DARK))
        parts.append(text(bar.note, (left + length + 5, baseline(middle, _LETTERS)), _LETTERS))
        shapes.append(group(parts, "bar"))
        y += height + _BETWEEN
    shapes.insert(0, line([(left, 0), (left, y - _BETWEEN + _MARGIN)], Pen(LIGHT, 0.8)))
    return drawing(shapes, chart.width, y - _BETWEEN + _MARGIN, alternative)
