"""The dates of all draws: the passes of the critical path method, forwards and back, for all draws at once.

Only what varies, or waits for something that does, is reckoned; everything else stays where it is. As in
the forecast, a start that the text states is kept or moved later, and days by which the plan itself lets
two measures overlap are not counted again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import add

from stratbuild.model import Plan
from stratbuild.model.forecast import forecast
from stratbuild.model.length import Days, Length, lagged
from stratbuild.model.network import Link, Network, Node
from stratbuild.model.timing import Span, bound, earliest
from stratbuild.planning.risk.distributions import PARTS
from stratbuild.quantity import Refusal
from stratbuild.schema.dependency import DependencyType

LAST = date.max.toordinal()
"""What would end after the last year that a calendar has ends here."""


@dataclass(frozen=True)
class Dates:
    """The network of a plan, when everything is planned, and when it is as it now stands."""

    network: Network
    planned: Mapping[str, Span]
    spans: Mapping[str, Span]
    begun: frozenset[str]
    """Measures that have begun: their start is known."""
    over: frozenset[str]
    """Measures and milestones that are over: nothing of them can vary."""
    tomorrow: int | None
    """The first day of which nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Track:
    """One measure or milestone in all draws, in days as `model.length` counts them."""

    starts: Sequence[int]
    ends: Sequence[int]
    waits: Sequence[Link] = ()
    """The links from others that vary."""
    decided_by: Sequence[int] | None = None
    """In each draw which of the links decides the start, counted from 1; 0 where none does."""


@dataclass
class _Critical:
    """In which draws the start and the end of something decide when everything ends."""

    starts: list[bool]
    ends: list[bool]


def dates(plan: Plan) -> Dates:
    """The dates of a plan to start from."""
    network, strategy, status = plan.network, plan.strategy, plan.status_day
    planned, _ = earliest(network)
    spans = planned if status is None else forecast(strategy, network, planned, status)
    over = {id_ for id_, one in strategy.measures.items() if one.ended_on is not None}
    over.update(id_ for id_, one in strategy.milestones.items() if one.actual is not None)
    begun = {id_ for id_, one in strategy.measures.items() if one.has_begun}
    tomorrow = None if status is None else status.toordinal() + 1
    return Dates(network, planned, spans, frozenset(begun - over), frozenset(over), tomorrow)


def days_longer(planned: Span, factors: Iterable[int]) -> list[int]:
    """By how many days something takes longer than planned, by its factors; it takes a day at least."""
    days = planned.end - planned.start
    return [max((days * one + PARTS // 2) // PARTS, 1) - days for one in factors]


def tracks(known: Dates, longer: Mapping[str, Sequence[int]], count: int) -> dict[str, Track]:
    """Everything that is not the same in all draws; `longer` says by how many days each measure takes longer."""
    found: dict[str, Track] = {}
    for id_, node in known.network.nodes.items():
        if id_ in known.over or id_ not in known.spans:
            continue
        links = [] if id_ in known.begun else known.network.incoming[id_]
        waits = [link for link in links if link.before in found]
        if waits or id_ in longer:
            fixed = [link for link in links if link.before not in found and link.before in known.spans]
            found[id_] = _track(known, node, (fixed, waits), found, (longer.get(id_), count))
    return found


def final_ends(known: Dates, varying: Mapping[str, Track], count: int) -> tuple[list[int], list[str | None]]:
    """In each draw the end of everything, and which of what varies ends last; none where something else does."""
    latest = max((span.end for id_, span in known.spans.items() if id_ not in varying), default=0)
    ends: list[int] = [latest] * count
    last: list[str | None] = [None] * count
    for id_, track in varying.items():
        if max(track.ends) > latest:
            last = [id_ if one > end else other for one, end, other in zip(track.ends, ends, last, strict=True)]
            ends = [*map(max, ends, track.ends)]
    return ends, last


def decisive(varying: Mapping[str, Track], last: Sequence[str | None]) -> dict[str, list[bool]]:
    """By measure: in which draws a day more of it is a day more of everything."""
    none = [False] * len(last)
    critical: dict[str, _Critical] = {id_: _Critical(none, [one == id_ for one in last]) for id_ in {*last} if id_ is not None}
    found: dict[str, list[bool]] = {}
    for id_ in reversed([*varying]):
        if id_ not in critical:
            continue
        track, own = varying[id_], critical[id_]
        starts = [start or end for start, end in zip(own.starts, own.ends, strict=True)]
        by_length = own.ends
        for place, link in enumerate(track.waits, start=1):
            assert track.decided_by is not None
            through = [start and by == place for start, by in zip(starts, track.decided_by, strict=True)]
            if not any(through):
                continue
            before = critical.setdefault(link.before, _Critical(none, none))
            if link.type is DependencyType.START_TO_START:
                before.starts = [*map(bool.__or__, before.starts, through)]
                continue
            before.ends = [*map(bool.__or__, before.ends, through)]
            if link.type is DependencyType.FINISH_TO_FINISH:
                by_length = [one and not other for one, other in zip(by_length, through, strict=True)]
        found[id_] = by_length
    return found


def _track(
    known: Dates,
    node: Node,
    links: tuple[Sequence[Link], Sequence[Link]],
    found: Mapping[str, Track],
    own: tuple[Sequence[int] | None, int],
) -> Track:
    (fixed, waits), (longer, count) = links, own
    least = _least(known, node, fixed)
    starts, decided_by = [-LAST if least is None else least] * count, [0] * count
    for place, link in enumerate(waits, start=1):
        bounds = _bounds(known, node, link, found[link.before], longer)
        decided_by = [place if one > start else by for one, start, by in zip(bounds, starts, decided_by, strict=True)]
        starts = [*map(max, bounds, starts)]
    if waits and not isinstance(node.length, Days):
        starts = _each(lambda start: start if start == least and node.start is not None else node.length.possible(start), starts)
    ends = _ends(node.length, starts)
    if longer is not None:
        ends = [*map(add, ends, longer)]
    if node.id in known.begun and known.tomorrow is not None:
        ends = [max(end, known.tomorrow + 1) for end in ends]
    return Track(starts, ends, waits, decided_by if waits else None)


def _least(known: Dates, node: Node, fixed: Iterable[Link]) -> int | None:
    """The earliest start that the text and all that does not vary leave."""
    if node.id in known.begun:
        return known.spans[node.id].start
    least = [] if known.tomorrow is None else [known.tomorrow + node.is_milestone]
    if node.start is not None:
        least.append(known.planned[node.id].start)
    elif node.floor is not None:
        least.append(node.floor)
    least += (bound(known.network, link, known.spans[link.before], node) - _tolerated(known, node, link) for link in fixed)
    return max(least, default=None)


def _bounds(known: Dates, node: Node, link: Link, before: Track, longer: Sequence[int] | None) -> Sequence[int]:
    """The earliest start that a link leaves in each draw."""
    lag, workdays = link.dependency.lag, known.network.workdays
    moments = before.ends
    if link.type is DependencyType.START_TO_START:
        moments = [start + 1 for start in before.starts] if node.is_milestone else before.starts
    if lag is not None:
        moments = _each(partial(lagged, lag=lag, workdays=workdays, is_milestone=node.is_milestone), moments)
    if link.type is DependencyType.FINISH_TO_FINISH:
        moments = _each(node.length.earliest_start, moments)
        if longer is not None:
            moments = [moment - days for moment, days in zip(moments, longer, strict=True)]
    tolerated = _tolerated(known, node, link)
    return [moment - tolerated for moment in moments] if tolerated else moments


def _tolerated(known: Dates, node: Node, link: Link) -> int:
    """By how many days the plan itself begins before a link lets it."""
    if node.start is None:
        return 0
    return max(0, bound(known.network, link, known.planned[link.before], node) - known.planned[node.id].start)


def _ends(length: Length, starts: Sequence[int]) -> Sequence[int]:
    if isinstance(length, Days):
        return [start + length.count for start in starts] if length.count else starts
    return _each(length.end, starts)


def _each(function: Callable[[int], int], moments: Sequence[int]) -> list[int]:
    """A function of moments, which are few compared to the draws."""
    known: dict[int, int] = {}
    for moment in set(moments):
        try:
            known[moment] = min(function(moment), LAST + 1)
        except Refusal:
            known[moment] = LAST + 1
    return [known[moment] for moment in moments]
