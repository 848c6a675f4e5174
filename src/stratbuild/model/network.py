"""The network of measures and milestones: what waits for what, how long each takes, what its text fixes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stratbuild.model.length import Days, Length, length
from stratbuild.quantity import Refusal, Workdays
from stratbuild.schema.dependency import Dependency, DependencyType
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone
from stratbuild.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Link:
    """One item waits for another. What is said of a whole without dates of its own holds for its parts."""

    before: str
    after: str
    dependency: Dependency
    said_by: str
    """The item in whose `after` it stands."""
    place: int
    """The place in that list."""

    @property
    def type(self) -> DependencyType:
        """Which end waits for which."""
        return self.dependency.type


@dataclass(frozen=True, slots=True)
class Node:
    """A measure or a milestone that can have dates, in days as `model.length` counts them."""

    id: str
    length: Length
    start: int | None
    """The start that its text states; none where what it waits for decides."""
    floor: int | None
    """Its earliest start whatever it waits for."""
    deadline: int | None
    """The end that it may not pass."""
    is_milestone: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """Every item with dates, each after those that it waits for, and the links between them."""

    nodes: Mapping[str, Node]
    incoming: Mapping[str, tuple[Link, ...]]
    outgoing: Mapping[str, tuple[Link, ...]]
    workdays: Workdays


def links(strategy: Strategy) -> list[Link]:
    """Every link between measures and milestones, in the order of the strategy.

    A whole that has no dates of its own lasts as long as its parts: what waits for it waits for all of
    them, and what it waits for all of them wait for.
    """
    parts = _parts_of_open_wholes(strategy.measures)
    found: list[Link] = []
    items: list[Measure | Milestone] = [*strategy.measures.values(), *strategy.milestones.values()]
    for item in items:
        for place, dependency in enumerate(item.after):
            if not parts:
                found.append(Link(dependency.on, item.id, dependency, item.id, place))
                continue
            for after in _leaves(item.id, parts):
                found += (Link(one, after, dependency, item.id, place) for one in _leaves(dependency.on, parts) if one != after)
    return found


def network(strategy: Strategy, workdays: Workdays, order: Iterable[str], all_links: Iterable[Link]) -> Network:
    """The network of a strategy; `order` names every measure and milestone after those that it waits for."""
    incoming: dict[str, list[Link]] = {}
    for link in all_links:
        incoming.setdefault(link.after, []).append(link)
    nodes: dict[str, Node] = {}
    for id_ in order:
        item = strategy.measures.get(id_) or strategy.milestones[id_]
        waits = incoming.get(id_, ())
        if item.id in nodes or (node := _node(strategy, item, workdays, waits=bool(waits))) is None:
            continue
        if node.start is not None or all(link.before in nodes for link in waits):
            nodes[id_] = node
    kept = {id_: tuple(one for one in incoming.get(id_, ()) if one.before in nodes) for id_ in nodes}
    outgoing: dict[str, list[Link]] = {}
    for some in kept.values():
        for link in some:
            outgoing.setdefault(link.before, []).append(link)
    return Network(
        MappingProxyType(nodes),
        MappingProxyType(kept),
        MappingProxyType({id_: tuple(some) for id_, some in outgoing.items()}),
        workdays,
    )


def open_wholes(strategy: Strategy) -> Mapping[str, tuple[str, ...]]:
    """By measure that has parts and no dates of its own: its parts that have none, at any depth."""
    parts = _parts_of_open_wholes(strategy.measures)
    return {whole: tuple(_leaves(whole, parts)) for whole in parts}


def _node(strategy: Strategy, item: Measure | Milestone, workdays: Workdays, *, waits: bool) -> Node | None:
    deadline = None if item.deadline is None else item.deadline.last.toordinal() + 1
    if isinstance(item, Milestone):
        if item.on is None and not waits:
            return None
        on = None if item.on is None else item.on.last.toordinal() + 1
        return Node(item.id, Days(0), on, None, deadline, is_milestone=True)
    floor = None if item.not_before is None else item.not_before.first.toordinal()
    try:
        return _measure_node(strategy, item, workdays, (floor, deadline), waits=waits)
    except Refusal:
        return None


def _measure_node(
    strategy: Strategy, measure: Measure, workdays: Workdays, bounds: tuple[int | None, int | None], *, waits: bool
) -> Node | None:
    floor, deadline = bounds
    taken = None if measure.duration is None else length(measure.duration, workdays)
    finish = None if measure.finish is None else measure.finish.last.toordinal() + 1
    if measure.start is not None:
        start = measure.start.first.toordinal()
        if finish is not None:
            taken = Days(finish - start)
        elif taken is None:
            taken = Days(measure.start.last.toordinal() + 1 - start)
        if taken.end(start) <= start:
            return None
        return Node(measure.id, taken, start, floor, deadline)
    if taken is None:
        return None
    if finish is not None:
        return Node(measure.id, taken, taken.latest_start(finish), floor, deadline)
    if floor is None:
        whole = None if measure.part_of is None else strategy.measures[measure.part_of]
        if whole is not None and whole.start is not None:
            floor = whole.start.first.toordinal()
        elif not waits:
            floor = strategy.settings.period.start.first.toordinal()
    return Node(measure.id, taken, None, floor, deadline)


def _parts_of_open_wholes(measures: Mapping[str, Measure]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in measures.values():
        if one.part_of is not None:
            whole = measures[one.part_of]
            if whole.start is None and whole.finish is None and whole.duration is None:
                found.setdefault(whole.id, []).append(one.id)
    return found


def _leaves(id_: str, parts: Mapping[str, list[str]]) -> Iterator[str]:
    waiting = [id_]
    while waiting:
        one = waiting.pop()
        if one in parts:
            waiting += reversed(parts[one])
        else:
            yield one
