"""A sheet of the graph of dependencies as a picture."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from stratbuild.render.chart import legend as signs
from stratbuild.render.chart.graph import LEADING, LETTERS, PADDING, UNDER_RULE, Box, Graph, Link, LinkType, Part
from stratbuild.render.chart.picture import Picture
from stratbuild.render.chart.svg import (
    DARK,
    INK,
    LIGHT,
    WHITE,
    Area,
    Pen,
    Point,
    Shape,
    arrowhead,
    drawing,
    group,
    line,
    number,
    path,
    rectangle,
    text,
)

_DASHES = {LinkType.FINISH_TO_START: "", LinkType.START_TO_START: "5 2", LinkType.FINISH_TO_FINISH: "1.3 1.7"}
_PLAIN, _STRONG = 0.7, 1.7
_BESIDE = 3.5
"""How far apart lines between the same two boxes are, in points."""

_BEFORE_TIP = 4.0
_ROUND = 7.0


def draw_graph(graph: Graph, sheet: Sequence[Part], alternative: str) -> Picture:
    """The boxes and lines of one sheet."""
    shapes: list[Shape] = []
    shown: list[Link] = []
    for part in sheet:
        inside = frozenset(part.names)
        links = [link for link in graph.links if link.before in inside and link.after in inside]
        shown += links
        shapes.append(group(_links(graph, part, links), "links"))
        shapes += [_box(graph, part, graph.named[name], inside) for name in part.names]
    height = max(part.at[1] + part.layout.height for part in sheet) + 1.0
    boxes = [graph.named[name] for part in sheet for name in part.names]
    shapes.append(signs.legend(list(_entries(graph, shown, boxes)), 1, height))
    return drawing(shapes, graph.width, height + signs.HEIGHT, alternative)


def _box(graph: Graph, part: Part, box: Box, inside: frozenset[str]) -> Shape:
    height = graph.box_height(box, inside)
    x, y = _left(graph, part, box.name), part.at[1] + part.layout.middles[box.name] - height / 2
    shapes = [_frame(Area(x, y, graph.box_width - 1, height), critical=box.critical, milestone=box.milestone)]
    baseline = y + PADDING + LETTERS - 0.6
    if box.code:
        shapes.append(text(box.code, (x + PADDING, baseline), LETTERS, bold=True))
        baseline += LEADING
    for one in graph.lines(box):
        shapes.append(text(one, (x + PADDING, baseline), LETTERS))
        baseline += LEADING
    waits = graph.waits(box, inside)
    if waits:
        rule = baseline - LETTERS + 1
        shapes.append(line([(x + PADDING, rule), (x + PADDING + graph.text_width, rule)], Pen(weight=0.4)))
        shapes.append(text(waits, (x + PADDING, baseline + UNDER_RULE), LETTERS))
    return group(shapes, "box")


def _frame(area: Area, *, critical: bool, milestone: bool) -> Shape:
    pen = Pen(INK, _STRONG) if critical else Pen(DARK, _PLAIN)
    corner = min(_ROUND, area.height / 2) if milestone else 0
    return rectangle(area, LIGHT if critical else WHITE, pen, corner=corner, kind="frame")


def _links(graph: Graph, part: Part, links: Sequence[Link]) -> Iterator[Shape]:
    """The strong lines lie upon the others."""
    pairs = Counter((link.before, link.after) for link in links)
    drawn: Counter[tuple[str, str]] = Counter()
    for link in sorted(links, key=lambda one: one.critical):
        pair = (link.before, link.after)
        beside = (drawn[pair] - (pairs[pair] - 1) / 2) * _BESIDE
        drawn[pair] += 1
        yield from _link(graph, part, link, beside)


def _link(graph: Graph, part: Part, link: Link, beside: float) -> Iterator[Shape]:
    """From the right side of a box, level through every layer between, to the left side of the other."""
    top, layout = part.at[1], part.layout
    x, y = _left(graph, part, link.before) + graph.box_width - 1, top + layout.middles[link.before] + beside
    steps = [f"M{number(x)} {number(y)}"]
    first = layout.layers[link.before] + 1
    for at, bend in enumerate(layout.bends[link.before, link.after], start=first):
        left = part.at[0] + at * graph.step
        steps += [_curve((x, y), (left, top + bend + beside)), f"H{number(left + graph.box_width - 1)}"]
        x, y = left + graph.box_width - 1, top + bend + beside
    tip = (_left(graph, part, link.after), top + layout.middles[link.after] + beside)
    steps += [_curve((x, y), (tip[0] - _BEFORE_TIP, tip[1])), f"H{number(tip[0] - 1)}"]
    weight = _STRONG if link.critical else _PLAIN
    yield path(" ".join(steps), Pen(INK, weight, _DASHES[link.type]), kind=f"link {link.type.value}")
    yield arrowhead(tip, (tip[0] - _BEFORE_TIP, tip[1]))


def _curve(start: Point, end: Point) -> str:
    middle = (start[0] + end[0]) / 2
    return f"C{number(middle)} {number(start[1])} {number(middle)} {number(end[1])} {number(end[0])} {number(end[1])}"


def _left(graph: Graph, part: Part, name: str) -> float:
    return part.at[0] + part.layout.layers[name] * graph.step + 0.5


def _entries(graph: Graph, links: Sequence[Link], boxes: Sequence[Box]) -> Iterator[signs.Entry]:
    for kind in LinkType:
        if any(link.type is kind for link in links):
            yield partial(_sample_link, kind), graph.words.types[kind]
    if any(box.critical for box in boxes):
        yield partial(_sample_box, True, False), graph.words.critical
    if any(box.milestone for box in boxes):
        yield partial(_sample_box, False, True), graph.words.milestone


def _sample_link(kind: LinkType, at: Point) -> list[Shape]:
    y = at[1] + signs.SIGN_HEIGHT / 2
    end = at[0] + signs.SIGN_WIDTH
    return [line([(at[0], y), (end - 1, y)], Pen(dashes=_DASHES[kind])), arrowhead((end, y), (at[0], y))]


def _sample_box(critical: bool, milestone: bool, at: Point) -> list[Shape]:
    area = Area(at[0], at[1] - 1, signs.SIGN_WIDTH, signs.SIGN_HEIGHT + 2)
    return [_frame(area, critical=critical, milestone=milestone)]
