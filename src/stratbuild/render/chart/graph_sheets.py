"""The graph of dependencies divided into parts that fit on a sheet, with as few lines between sheets as can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from stratbuild.render.chart import legend as signs
from stratbuild.render.chart.graph import ACROSS, GAP, Graph, Part
from stratbuild.render.chart.layers import Edge, components, layers_of
from stratbuild.render.chart.layout import BEND, layout

_BETWEEN_PARTS = 14.0
_SLACK = 0.01


@dataclass
class _Shelf:
    """Parts side by side: where they stand on which sheet, how high the highest is, and how much of the width is used."""

    sheet: int
    top: float
    height: float
    used: float = 0.0


@dataclass
class _Packing:
    """Shelves below each other on sheets, filled from the first."""

    graph: Graph
    room: float
    shelves: list[_Shelf] = field(default_factory=list)
    sheets: list[list[Part]] = field(default_factory=list)

    def put(self, part: Part) -> None:
        """A part onto the first shelf that has room, or onto a new one on the first sheet that has."""
        width = part.layout.depth * self.graph.step
        shelf = next((one for one in self.shelves if self._fits(one, width, part.layout.height)), None) or self._new(part)
        self.sheets[shelf.sheet].append(replace(part, at=(shelf.used, shelf.top)))
        shelf.used += width

    def _fits(self, shelf: _Shelf, width: float, height: float) -> bool:
        return shelf.used + width - ACROSS <= self.graph.width + _SLACK and height <= shelf.height + _SLACK

    def _new(self, part: Part) -> _Shelf:
        lowest = [0.0] * len(self.sheets)
        for one in self.shelves:
            lowest[one.sheet] = max(lowest[one.sheet], one.top + one.height + _BETWEEN_PARTS)
        height = part.layout.height
        sheet = next((at for at, top in enumerate(lowest) if top + height <= self.room + _SLACK), len(self.sheets))
        if sheet == len(self.sheets):
            self.sheets.append([])
            lowest.append(0.0)
        self.shelves.append(_Shelf(sheet, lowest[sheet], height))
        return self.shelves[-1]


def sheets(graph: Graph) -> tuple[tuple[Part, ...], ...]:
    """The parts of the graph on sheets, side by side where there is room; boxes that stand alone come last."""
    packing = _Packing(graph, graph.height - signs.HEIGHT)
    parts = [part for names in components(list(graph.named), graph.edges) for part in _divided(graph, names, packing.room)]
    for part in sorted(parts, key=lambda one: len(one.names) == 1):
        packing.put(part)
    return tuple(map(tuple, packing.sheets))


def _divided(graph: Graph, names: Sequence[str], room: float) -> Iterator[Part]:
    """A part that fits as it is, or else clusters of it: lines are taken one after another, the most important first,
    and what they connect is put together where that still fits on a sheet.
    """
    edges = _inside(graph.edges, frozenset(names))
    whole = _fitting(graph, names, edges, room)
    if whole is not None:
        yield whole
        return
    place = {name: number for number, name in enumerate(names)}
    cluster = {name: [name] for name in names}
    for before, after in _by_importance(graph, edges):
        first, second = cluster[before], cluster[after]
        if first is second:
            continue
        joined = sorted([*first, *second], key=place.__getitem__)
        if _fits(graph, joined, _inside(edges, frozenset(joined)), room):
            cluster.update(dict.fromkeys(joined, joined))
    for found in {id(one): one for one in cluster.values()}.values():
        yield _laid_out(graph, found, _inside(edges, frozenset(found)))


def _by_importance(graph: Graph, edges: Sequence[Edge]) -> list[Edge]:
    """The critical path, then one line to each box, then the others."""
    critical = {(link.before, link.after) for link in graph.links if link.critical}
    return sorted(edges, key=lambda edge: (edge not in critical, edge[0] != graph.incoming[edge[1]][0]))


def _fits(graph: Graph, names: Sequence[str], edges: Sequence[Edge], room: float) -> bool:
    """Whether boxes fit on a sheet; those that would if they all stood above each other are not laid out to be sure."""
    layer = layers_of(names, edges)
    if max(layer.values()) >= graph.most_layers:
        return False
    inside = frozenset(names)
    boxes = sum(graph.box_height(graph.named[name], inside) + GAP for name in names)
    bends = sum(layer[after] - layer[before] - 1 for before, after in edges)
    if boxes + bends * (BEND + GAP) <= room:
        return True
    return boxes <= (room + GAP) * graph.most_layers and _laid_out(graph, names, edges).layout.height <= room + _SLACK


def _fitting(graph: Graph, names: Sequence[str], edges: Sequence[Edge], room: float) -> Part | None:
    return _laid_out(graph, names, edges) if len(names) == 1 or _fits(graph, names, edges, room) else None


def _laid_out(graph: Graph, names: Sequence[str], edges: Sequence[Edge]) -> Part:
    inside = frozenset(names)
    heights = {name: graph.box_height(graph.named[name], inside) for name in names}
    return Part(names, layout(names, edges, heights, GAP))


def _inside(edges: Sequence[Edge], names: frozenset[str]) -> list[Edge]:
    return [edge for edge in edges if edge[0] in names and edge[1] in names]
