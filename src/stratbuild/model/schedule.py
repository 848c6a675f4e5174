"""When measures run and in what order they can be carried out."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from stratbuild.diagnostics import Diagnostic
from stratbuild.model.network import Link
from stratbuild.schema.base import Entity
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


def dependency_graph(strategy: Strategy, all_links: Iterable[Link]) -> "networkx.DiGraph[str]":
    """The graph whose edges run from each measure or milestone to those that wait for it, in the order of the strategy."""
    import networkx  # noqa: PLC0415 - a third of the time of a small check, and only order and cycles need it

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from((*strategy.measures, *strategy.milestones))
    graph.add_edges_from((link.before, link.after) for link in all_links)
    return graph


def carrying_out_order(strategy: Strategy, all_links: Iterable[Link], windows: Mapping[str, Window]) -> tuple[str, ...]:
    """An order of the measures in which every one comes after those that it waits for.

    Among those that can begin, the one with the earliest start comes first, then the order of the
    strategy: the result depends on nothing else. The measures wait for each other in no circle.
    """
    import networkx  # noqa: PLC0415 - see dependency_graph

    place = {id_: number for number, id_ in enumerate((*strategy.milestones, *strategy.measures))}

    def key(id_: str) -> tuple[date, int]:
        # A milestone opens the way to what waits for it as soon as it is reached.
        return (windows[id_].first if id_ in windows else date.min if id_ in strategy.milestones else date.max), place[id_]

    sorted_ids = networkx.lexicographical_topological_sort(dependency_graph(strategy, all_links), key=key)
    return tuple(id_ for id_ in sorted_ids if id_ in strategy.measures)


def settled_order(strategy: Strategy, all_links: Iterable[Link]) -> tuple[str, ...] | None:
    """Every measure and milestone after those that it waits for; nothing where they wait in a circle."""
    before: dict[str, list[str]] = {id_: [] for id_ in (*strategy.measures, *strategy.milestones)}
    for link in all_links:
        before[link.after].append(link.before)
    try:
        return tuple(TopologicalSorter(before).static_order())
    except CycleError:
        return None


def find_cycles(strategy: Strategy, all_links: Sequence[Link]) -> list[Diagnostic]:
    """For every knot of measures and milestones that wait for each other, its shortest circle with the place of each step."""
    import networkx  # noqa: PLC0415 - see dependency_graph

    graph = dependency_graph(strategy, all_links)
    said = {(link.after, link.before): link for link in reversed(all_links)}
    knots = [knot for knot in networkx.strongly_connected_components(graph) if len(knot) > 1]
    place = {id_: number for number, id_ in enumerate((*strategy.measures, *strategy.milestones))}
    ordered = sorted((sorted(knot, key=place.__getitem__) for knot in knots), key=lambda knot: place[knot[0]])
    return [_cycle_finding(strategy, shortest_cycle(graph, knot), said) for knot in ordered]


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


def _cycle_finding(strategy: Strategy, steps: list[str], said: Mapping[tuple[str, str], Link]) -> Diagnostic:
    def way(item: Entity, other: str) -> tuple[str | int, ...]:
        link = said[item.id, other]
        # What a part inherits from its whole, or waits for as a part of another, is said elsewhere.
        return ("after", link.place) if link.said_by == item.id else ("part_of",)

    return circle(strategy, {**strategy.measures, **strategy.milestones}, steps, way, DEPENDENCY_CYCLE)
