"""Fills that stay apart without colour: shades and patterns of lines, by number."""

from collections.abc import Callable, Iterator, Sequence

from stratbuild.render.chart.svg import DARK, INK, LIGHT, MIDDLE, WHITE, Area, Pen, Shape, hatching, line, rectangle

_OUTLINE = Pen(INK, 0.5)
_GAP = 3.2


def filled(area: Area, number: int) -> list[Shape]:
    """A rectangle with the fill of a number; after the last fill the first comes again."""
    return list(_FILLS[number % len(_FILLS)](area))


def _solid(shade: str) -> Callable[[Area], Sequence[Shape]]:
    return lambda area: [rectangle(area, shade, _OUTLINE)]


def _hatched(shade: str, pen: Pen, gap: float) -> Callable[[Area], Sequence[Shape]]:
    return lambda area: [rectangle(area, shade), hatching(area, pen, gap), rectangle(area, "none", _OUTLINE)]


def _across(area: Area) -> Iterator[Shape]:
    """Lines from left to right."""
    yield rectangle(area, WHITE)
    y = area.y + _GAP
    while y < area.y + area.height:
        yield line([(area.x, y), (area.x + area.width, y)], Pen(DARK, 0.8))
        y += _GAP
    yield rectangle(area, "none", _OUTLINE)


def _upright(area: Area) -> Iterator[Shape]:
    """Lines from above to below."""
    yield rectangle(area, WHITE)
    x = area.x + _GAP
    while x < area.x + area.width:
        yield line([(x, area.y), (x, area.y + area.height)], Pen(DARK, 0.8))
        x += _GAP
    yield rectangle(area, "none", _OUTLINE)


_FILLS: Sequence[Callable[[Area], Sequence[Shape] | Iterator[Shape]]] = (
    _solid(DARK),
    _hatched(WHITE, Pen(INK, 0.9), 3.2),
    _solid(LIGHT),
    _across,
    _solid(MIDDLE),
    _upright,
    _hatched(LIGHT, Pen(DARK, 1.4), 5.0),
    _solid(WHITE),
)

COUNT = len(_FILLS)
"""How many fills there are."""
