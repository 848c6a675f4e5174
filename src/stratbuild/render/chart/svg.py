"""Elements of SVG. A text can only become text: the tree is written by the library, never pasted together.

Nothing has an identifier, so that many drawings can stand in one page: hatching and arrowheads are drawn, not referred to.
All lengths are points.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import floor, hypot
from typing import NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

from stratbuild.render.chart.picture import Picture
from stratbuild.source import FORBIDDEN

Shape: TypeAlias = ET.Element
Point: TypeAlias = tuple[float, float]

INK, DARK, MIDDLE, LIGHT, PALE, WHITE = "#1b222b", "#24435f", "#8a99ab", "#c8d3df", "#eef2f6", "#ffffff"
"""Five shades that stay apart in greyscale, and the paper's."""

FAMILY = "'Source Serif 4', 'Times New Roman', 'Liberation Serif', serif"
"""The papers' font; those that stand in for it where it is missing are narrower."""


class Area(NamedTuple):
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pen:
    """What a line is drawn with."""

    colour: str = INK
    weight: float = 0.7
    dashes: str = ""
    """The lengths of dashes and of the spaces between them."""


_NAMESPACE = "http://www.w3.org/2000/svg"
_ARROW_LENGTH, _ARROW_HALF = 4.6, 2.1


def drawing(shapes: Iterable[Shape], width: float, height: float, alternative: str) -> Picture:
    """A picture of the shapes, in the order in which they lie upon each other."""
    attributes = {
        "xmlns": _NAMESPACE,
        "width": f"{number(width)}pt",
        "height": f"{number(height)}pt",
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "font-family": FAMILY,
        "fill": INK,
    }
    root = ET.Element("svg", attributes)
    root.extend(shapes)
    return Picture(ET.tostring(root, encoding="unicode"), alternative, width, height)


def number(value: float) -> str:
    """A length as short as a hundredth of a point allows."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def group(shapes: Iterable[Shape], kind: str) -> Shape:
    """Shapes that belong together, under a name for what they are."""
    made = ET.Element("g", {"class": kind})
    made.extend(shapes)
    return made


def text(written: str, at: Point, size: float, *, bold: bool = False, anchor: str = "start") -> Shape:
    """One line of text whose baseline begins, has its middle or ends at a point."""
    attributes = {"x": number(at[0]), "y": number(at[1]), "font-size": number(size)}
    if bold:
        attributes["font-weight"] = "bold"
    if anchor != "start":
        attributes["text-anchor"] = anchor
    made = ET.Element("text", attributes)
    made.text = FORBIDDEN.sub("", written)
    return made


def rectangle(area: Area, fill: str, pen: Pen | None = None, *, corner: float = 0, kind: str = "") -> Shape:
    """A filled rectangle, with an outline if there is a pen."""
    attributes = {name: number(value) for name, value in area._asdict().items()}
    attributes |= {"fill": fill} | _stroke(pen) | _class(kind)
    if corner:
        attributes["rx"] = number(corner)
    return ET.Element("rect", attributes)


def path(steps: str, pen: Pen, *, kind: str = "") -> Shape:
    """A line by the steps of SVG's path language."""
    return ET.Element("path", {"d": steps, "fill": "none"} | _stroke(pen) | _class(kind))


def line(points: Iterable[Point], pen: Pen, *, kind: str = "") -> Shape:
    """A line through points."""
    steps = " L".join(f"{number(x)} {number(y)}" for x, y in points)
    return path(f"M{steps}", pen, kind=kind)


def polygon(points: Iterable[Point], fill: str, pen: Pen | None = None, *, kind: str = "") -> Shape:
    """A filled shape with corners."""
    written = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return ET.Element("polygon", {"points": written, "fill": fill} | _stroke(pen) | _class(kind))


def circle(middle: Point, radius: float, fill: str, pen: Pen | None = None) -> Shape:
    """A filled circle, with an outline if there is a pen."""
    attributes = {"cx": number(middle[0]), "cy": number(middle[1]), "r": number(radius), "fill": fill}
    return ET.Element("circle", attributes | _stroke(pen))


def diamond(middle: Point, half: float, fill: str, *, kind: str = "") -> Shape:
    """A square on its corner."""
    x, y = middle
    return polygon([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], fill, Pen(), kind=kind)


def arrowhead(tip: Point, tail: Point, fill: str = INK) -> Shape:
    """The head of an arrow that comes from a point; its tip is where the arrow ends."""
    length = hypot(tip[0] - tail[0], tip[1] - tail[1]) or 1.0
    x, y = (tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length
    base = (tip[0] - x * _ARROW_LENGTH, tip[1] - y * _ARROW_LENGTH)
    side = (-y * _ARROW_HALF, x * _ARROW_HALF)
    return polygon([tip, (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1])], fill)


def hatching(area: Area, pen: Pen, gap: float = 3) -> Shape:
    """Slanting lines inside a rectangle; those of neighbouring rectangles continue each other."""
    lower = area.y + area.height
    steps = " ".join(
        f"M{number(a)} {number(lower - (a - start))}L{number(b)} {number(lower - (b - start))}"
        for start, a, b in _slanting(area, gap)
    )
    return path(steps, pen, kind="hatching")


def _slanting(area: Area, gap: float) -> Iterator[tuple[float, float, float]]:
    """Where each line meets the lower edge's level, and from where to where it is inside."""
    lower = area.y + area.height
    # The lines x + y = constant of the whole picture, the first of them left of the rectangle.
    step = floor((area.x + area.y) / gap) + 1
    while (start := step * gap - lower) < area.x + area.width:
        a, b = max(area.x, start), min(area.x + area.width, start + area.height)
        if b > a:
            yield start, a, b
        step += 1


def _stroke(pen: Pen | None) -> dict[str, str]:
    if pen is None:
        return {}
    return {"stroke": pen.colour, "stroke-width": number(pen.weight)} | ({"stroke-dasharray": pen.dashes} if pen.dashes else {})


def _class(kind: str) -> dict[str, str]:
    return {"class": kind} if kind else {}
