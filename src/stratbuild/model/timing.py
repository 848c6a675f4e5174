"""The critical path method: earliest and latest dates of everything, how much each may slip, and what decides them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from stratbuild.model.length import lagged, unlagged
from stratbuild.model.network import Link, Network, Node
from stratbuild.quantity import Refusal
from stratbuild.schema.dependency import DependencyType


@dataclass(frozen=True, slots=True)
class Span:
    """A start and an end in days as `model.length` counts them."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timing:
    """When a measure or a milestone is, when it has to be at the latest, and by how many days it may slip."""

    first: date
    last: date
    latest_first: date
    latest_last: date
    total_float: int
    """Days by which it may slip before the whole plan ends later or a deadline is missed; below zero where one is."""
    free_float: int
    """Days by which it may slip before anything that waits for it has to."""
    driven_by: str | None
    """What it waits for and what decides its start; none where its own text does."""

    @property
    def critical(self) -> bool:
        """Whether every day that it slips is a day that the plan slips."""
        return self.total_float <= 0


def bound(network: Network, link: Link, before: Span, after: Node) -> int:
    """The earliest start that a link leaves to what waits."""
    later = partial(lagged, lag=link.dependency.lag, workdays=network.workdays, is_milestone=after.is_milestone)
    match link.type:
        case DependencyType.FINISH_TO_START:
            return later(before.end)
        case DependencyType.START_TO_START:
            # A milestone is at the end of its day, a start at the beginning of its own.
            return later(before.start + after.is_milestone)
        case DependencyType.FINISH_TO_FINISH:
            return after.length.earliest_start(later(before.end))


def earliest(network: Network) -> tuple[dict[str, Span], dict[str, str]]:
    """Every item at its stated start, or as early as what it waits for lets it, and what decides where something does."""
    spans: dict[str, Span] = {}
    drivers: dict[str, str] = {}
    for id_, node in network.nodes.items():
        incoming = network.incoming[id_]
        if any(link.before not in spans for link in incoming) and node.start is None:
            continue
        try:
            start = node.start if node.floor is None or node.start is not None else node.floor
            decided = None
            for link in incoming:
                if link.before in spans:
                    least = bound(network, link, spans[link.before], node)
                    if start is None or (least > start and node.start is None) or (least == start and decided is None):
                        start, decided = least, link.before
            assert start is not None, id_
            if node.start is None:
                start = node.length.possible(start)
            spans[id_] = Span(start, node.length.end(start))
        except Refusal:
            continue
        if decided is not None:
            drivers[id_] = decided
    return spans, drivers


def timing(network: Network, spans: Mapping[str, Span], drivers: Mapping[str, str]) -> dict[str, Timing]:
    """Latest dates and floats of all that has dates, by a pass from the last to the first."""
    if not spans:
        return {}
    horizon = max(span.end for span in spans.values())
    latest: dict[str, Span] = {}
    found: dict[str, Timing] = {}
    for id_ in reversed(list(spans)):
        node, span = network.nodes[id_], spans[id_]
        end = horizon if node.deadline is None else min(horizon, node.deadline)
        start = _latest_start(node, end)
        free = (
            start - span.start if node.deadline is None or node.deadline >= horizon else _latest_start(node, horizon) - span.start
        )
        for link in network.outgoing.get(id_, ()):
            other = spans.get(link.after)
            if other is None:
                continue
            tolerated = max(0, bound(network, link, span, network.nodes[link.after]) - other.start)
            start = min(start, _start_before(network, link, node, latest[link.after], tolerated))
            free = min(free, _start_before(network, link, node, other, tolerated) - span.start)
        if node.start is None:
            start = node.length.possible_before(start)
        latest[id_] = Span(start, node.length.end(start))
        found[id_] = _timing(node, span, latest[id_], max(free, 0), drivers.get(id_))
    return {id_: found[id_] for id_ in spans}


def _latest_start(node: Node, end: int) -> int:
    return node.length.latest_start(end)


def _start_before(network: Network, link: Link, node: Node, after: Span, tolerated: int) -> int:
    """The latest start of an item that lets another stay where it is.

    Days by which the text itself contradicts a link, as coarse dates may, are not asked for again.
    """
    waiting = network.nodes[link.after]
    sooner = partial(unlagged, lag=link.dependency.lag, workdays=network.workdays, is_milestone=waiting.is_milestone)
    match link.type:
        case DependencyType.FINISH_TO_START:
            return _latest_start(node, sooner(after.start + tolerated))
        case DependencyType.START_TO_START:
            return sooner(after.start + tolerated) - waiting.is_milestone
        case DependencyType.FINISH_TO_FINISH:
            return _latest_start(node, sooner(waiting.length.end(after.start + tolerated)))


def _timing(node: Node, span: Span, latest: Span, free: int, driver: str | None) -> Timing:
    first, last = as_days(node, span)
    latest_first, latest_last = as_days(node, latest)
    return Timing(first, last, latest_first, latest_last, latest.start - span.start, free, driver)


def as_days(node: Node, span: Span) -> tuple[date, date]:
    """The first and the last day of a span; a milestone is on the day at whose end it is."""
    last = date.fromordinal(span.end - 1)
    return (last, last) if node.is_milestone else (date.fromordinal(span.start), last)


def chain(id_: str, timing: Mapping[str, Timing]) -> tuple[str, ...]:
    """What decides when an item is: the chain of those that each wait for the one before, itself last."""
    found = [id_]
    while (before := timing[found[-1]].driven_by) is not None:
        found.append(before)
    return tuple(reversed(found))


def critical_path(timing: Mapping[str, Timing]) -> tuple[str, ...]:
    """The chain that decides the end of the plan; of several the one with the least float, then the longest."""
    if not timing:
        return ()
    latest = max(one.last for one in timing.values())
    steps: dict[str, int] = {}
    for id_, one in timing.items():
        steps[id_] = 1 + (steps[one.driven_by] if one.driven_by is not None else 0)
    ends = [id_ for id_, one in timing.items() if one.last == latest]
    return chain(max(ends, key=lambda id_: (-timing[id_].total_float, steps[id_])), timing)
