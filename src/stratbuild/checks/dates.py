"""What coarse dates leave open: the field that says an end, latest starts, earliest ends, and links that no day keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from stratbuild.model import Plan
from stratbuild.model.length import lagged
from stratbuild.model.network import Link, Network, Node
from stratbuild.model.timing import Span, bound
from stratbuild.quantity import Refusal, Workdays
from stratbuild.schema.dependency import DependencyType
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone
from stratbuild.strategy import Strategy


def field_of_end(item: Measure | Milestone) -> str:
    """The field that says when a measure or a milestone ends: its finish, else its duration, else its start."""
    if isinstance(item, Milestone):
        return "id" if item.on is None else "on"
    if item.finish is not None:
        return "finish"
    return "start" if item.duration is None else "duration"


def latest_start(plan: Plan, measure: Measure) -> date | None:
    """The last day on which a measure can begin as its own dates have it: `2026` leaves all of the year open."""
    if measure.start is not None:
        return measure.start.last
    node = plan.network.nodes.get(measure.id)
    if node is not None:
        return None if node.start is None else date.fromordinal(node.start)
    return None if measure.finish is None else measure.finish.last


def earliest_end(measure: Measure, workdays: Workdays) -> date | None:
    """The first day on which a measure can be over, where its dates say anything of it."""
    if measure.finish is not None:
        return measure.finish.first if measure.start is None else max(measure.start.first, measure.finish.first)
    if measure.start is None:
        return None
    if measure.duration is None:
        return measure.start.first
    try:
        return measure.duration.last_day_from(measure.start.first, workdays)
    except Refusal:
        return None


def plain_predecessors(strategy: Strategy, measure: Measure) -> Iterator[Measure]:
    """The measures that have to be over before one begins, without lag or lead."""
    return (strategy.measures[one.measure] for one in measure.after if one.is_plain and one.measure is not None)


def earliest_spans(plan: Plan) -> Mapping[str, Span]:
    """By measure and milestone of the network: the earliest start and the earliest end of all that coarse dates leave."""
    return plan.once(_earliest_spans)


def _earliest_spans(plan: Plan) -> Mapping[str, Span]:
    found: dict[str, Span] = {}
    for id_, node in plan.network.nodes.items():
        item = plan.strategy.measures.get(id_) or plan.strategy.milestones[id_]
        try:
            span = _led_to(plan.network, node, found) if node.start is None else _stated(item, node, plan.workdays)
        except Refusal:
            continue
        if span is not None:
            found[id_] = span
    return found


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that is kept on no day that the dates leave."""

    link: Link
    latest: date
    """The latest day on which what waits can begin, or, where its end waits, end."""
    needed: date
    """The day before which it cannot."""


def broken_links(plan: Plan) -> Iterator[BrokenLink]:
    """The links to measures and milestones with dates of their own that no day keeps; what is uncertain is no break."""
    earliest = earliest_spans(plan)
    for link in plan.links:
        try:
            latest, needed = _latest(plan, link), _needed(plan, link, earliest)
        except Refusal:
            continue
        if latest is not None and needed is not None and latest < needed:
            # An end is the day after the last, and a milestone is at the end of its day.
            back = link.type is DependencyType.FINISH_TO_FINISH or link.after in plan.strategy.milestones
            yield BrokenLink(link, date.fromordinal(latest - back), date.fromordinal(needed - back))


def said_of_wait(plan: Plan, link: Link) -> tuple[Measure | Milestone, int]:
    """The item in whose `after` a link stands, and its place in that list."""
    return plan.strategy.measures.get(link.said_by) or plan.strategy.milestones[link.said_by], link.place


def in_words(first: date, last: date) -> Mapping[str, str]:
    """Two days, or one, as the label of a place says them in every language."""
    english = dict.fromkeys(f"{day:%Y-%m-%d}" for day in (first, last))
    ukrainian = dict.fromkeys(f"{day:%d.%m.%Y}" for day in (first, last))
    return {"en": " to ".join(english), "uk": "–".join(ukrainian)}


def _stated(item: Measure | Milestone, node: Node, workdays: Workdays) -> Span | None:
    if isinstance(item, Milestone):
        moment = None if item.on is None else item.on.first.toordinal() + 1
        return None if moment is None else Span(moment, moment)
    last = earliest_end(item, workdays)
    if last is None:
        return None
    end = last.toordinal() + 1
    return Span(node.length.latest_start(end) if item.start is None else item.start.first.toordinal(), end)


def _led_to(network: Network, node: Node, found: Mapping[str, Span]) -> Span | None:
    bounds = [] if node.floor is None else [node.floor]
    for link in network.incoming[node.id]:
        if link.before not in found:
            return None
        bounds.append(bound(network, link, found[link.before], node))
    start = node.length.possible(max(bounds))
    return Span(start, node.length.end(start))


def _latest(plan: Plan, link: Link) -> int | None:
    milestone = plan.strategy.milestones.get(link.after)
    if milestone is not None:
        return None if milestone.on is None else milestone.on.last.toordinal() + 1
    measure = plan.strategy.measures[link.after]
    if link.type is not DependencyType.FINISH_TO_FINISH:
        start = latest_start(plan, measure)
        return None if start is None else start.toordinal()
    if measure.finish is not None:
        return measure.finish.last.toordinal() + 1
    if measure.start is None:
        return None
    last = measure.start.last
    return (last if measure.duration is None else measure.duration.last_day_from(last, plan.workdays)).toordinal() + 1


def _needed(plan: Plan, link: Link, earliest: Mapping[str, Span]) -> int | None:
    span, waits_as_milestone = earliest.get(link.before), link.after in plan.strategy.milestones
    later = partial(lagged, lag=link.dependency.lag, workdays=plan.workdays, is_milestone=waits_as_milestone)
    if link.type is DependencyType.START_TO_START:
        # A milestone is at the end of its day, a start at the beginning of its own.
        return None if span is None else later(span.start + waits_as_milestone)
    if span is None:
        measure = plan.strategy.measures.get(link.before)
        last = None if measure is None else earliest_end(measure, plan.workdays)
        return None if last is None else later(last.toordinal() + 1)
    return later(span.end)
