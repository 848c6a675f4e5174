"""The legend of a picture: a sign and its name, from left to right."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from stratbuild.render.chart.lettering import baseline, text_width
from stratbuild.render.chart.svg import Point, Shape, group, text

LETTERS = 7.5
"""The size of the legend's letters, in points."""

HEIGHT = 18.0
SIGN_WIDTH, SIGN_HEIGHT = 20.0, 8.0
"""Points: the room of a legend, and of one sign in it."""

_AFTER_SIGN, _BETWEEN = 4.0, 18.0

Entry: TypeAlias = tuple[Callable[[Point], Sequence[Shape]], str]
"""What draws a sign from its upper left corner, and what it stands for."""


def legend(entries: Sequence[Entry], left: float, top: float) -> Shape:
    """The signs in a row below a picture."""
    shapes: list[Shape] = []
    x, middle = left, top + HEIGHT / 2
    for draw, name in entries:
        shapes += draw((x, middle - SIGN_HEIGHT / 2))
        shapes.append(text(name, (x + SIGN_WIDTH + _AFTER_SIGN, baseline(middle, LETTERS)), LETTERS))
        x += SIGN_WIDTH + _AFTER_SIGN + text_width(name, LETTERS) + _BETWEEN
    return group(shapes, "legend")
