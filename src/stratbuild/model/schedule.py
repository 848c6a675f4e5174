"""When measures run and in what order they can be carried out."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from stratbuild.diagnostics import Diagnostic
from stratbuild.quantity import Refusal
from stratbuild.schema.measure import Measure
from stratbuild.strategy import Strategy, circle
from stratbuild.strategy.faults import DEPENDENCY_CYCLE

if TYPE_CHECKING:
    import networkx

_LARGE_KNOT = 400
_SEARCHED_NODES = 500_000
"""How many measures are looked at in a larger knot, all searches together."""


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day on which a measure runs."""

    first: date
    last: date

    @property
    def years(self) -> range:
        """The calendar years that the window touches."""
        return range(self.first.year, self.last.year + 1)


def window(measure: Measure) -> Window | None:
    """The days of a measure, as far as its dates say: none without a start.

    A start alone lasts as long as it says: `2026` is the whole year. A finish before the start gives
    no window, which a rule reports.
    """
    if measure.start is None:
        return None
    first = measure.start.first
    if measure.finish is not None:
        last = measure.finish.last
    elif measure.duration is not None:
        try:
            last = measure.duration.last_day_from(first)
        except Refusal:
            return None
    else:
        last = measure.start.last
    return Window(first, last) if first <= last else None


def dependency_graph(measures: Iterable[Measure]) -> "networkx.DiGraph[str]":
    """The graph whose edges run from each measure to those that wait for it, in the measures' order."""
    import networkx  # noqa: PLC0415 - a third of the time of a small check, and only order and cycles need it

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    listed = list(measures)
    graph.add_nodes_from(measure.id for measure in listed)
    graph.add_edges_from((before, measure.id) for measure in listed for before in measure.after)
    return graph


def carrying_out_order(measures: Mapping[str, Measure], windows: Mapping[str, Window]) -> tuple[str, ...]:
    """An order in which every measure comes after those that it waits for.

    Among those that can begin, the one with the earliest start comes first, then the order of the
    strategy: the result depends on nothing else. The measures wait for each other in no circle.
    """
    import networkx  # noqa: PLC0415 - see dependency_graph

    place = {id_: number for number, id_ in enumerate(measures)}

    def key(id_: str) -> tuple[date, int]:
        return (windows[id_].first if id_ in windows else date.max), place[id_]

    return tuple(networkx.lexicographical_topological_sort(dependency_graph(measures.values()), key=key))


def find_cycles(strategy: Strategy) -> list[Diagnostic]:
    """For every knot of measures that wait for each other, its shortest circle with the place of each step."""
    try:
        TopologicalSorter({measure.id: measure.after for measure in strategy.measures.values()}).prepare()
    except CycleError:
        pass
    else:
        return []
    import networkx  # noqa: PLC0415 - see dependency_graph

    graph = dependency_graph(strategy.measures.values())
    knots = [knot for knot in networkx.strongly_connected_components(graph) if len(knot) > 1]
    place = {id_: number for number, id_ in enumerate(strategy.measures)}
    ordered = sorted((sorted(knot, key=place.__getitem__) for knot in knots), key=lambda knot: place[knot[0]])
    return [_cycle_finding(strategy, shortest_cycle(graph, knot)) for knot in ordered]


def shortest_cycle(graph: "networkx.DiGraph[str]", knot: Sequence[str]) -> list[str]:
    """A circle through measures of a knot, each waiting for the next: the shortest, in a knot of up to 400.

    In a larger knot the shortest through some of its first measures; never an enumeration.
    """
    members = frozenset(knot)
    starts = knot if len(knot) <= _LARGE_KNOT else knot[: max(1, _SEARCHED_NODES // len(knot))]
    best: list[str] = []
    for start in starts:
        found = _circle_through(graph, start, members, limit=len(best) - 1 if best else len(knot))
        if found:
            best = found
        if len(best) == 2:
            break
    return best


def _circle_through(graph: "networkx.DiGraph[str]", start: str, members: frozenset[str], limit: int) -> list[str]:
    """Breadth first from a measure to those that it waits for, until it waits for itself."""
    came_from: dict[str, str] = {}
    waiting = deque([(start, 1)])
    while waiting:
        current, length = waiting.popleft()
        if length > limit:
            return []
        for before in graph.predecessors(current):
            if before == start:
                return _walked_back(came_from, start, current)
            if before in members and before not in came_from:
                came_from[before] = current
                waiting.append((before, length + 1))
    return []


def _walked_back(came_from: Mapping[str, str], start: str, end: str) -> list[str]:
    steps = [end]
    while steps[-1] != start:
        steps.append(came_from[steps[-1]])
    return steps[::-1]


def _cycle_finding(strategy: Strategy, steps: list[str]) -> Diagnostic:
    measures = strategy.measures

    def way(item: object, other: str) -> tuple[str | int, ...]:
        return ("after", item.after.index(other)) if isinstance(item, Measure) else ()

    return circle(strategy, measures, steps, way, DEPENDENCY_CYCLE)
