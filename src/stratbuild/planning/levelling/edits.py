"""What proposed dates ask of the strategy's files: the dates that are stated, and a start only where it has to be later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stratbuild.model import Plan, Window
from stratbuild.model.timing import Span, bound
from stratbuild.planning.levelling.places import Place
from stratbuild.planning.levelling.proposal import Proposal
from stratbuild.quantity import PlanDate
from stratbuild.rewrite import Edit, SetKey, SetScalar, Unquoted
from stratbuild.syntax import Location


@dataclass(frozen=True)
class Writing:
    """The edits by path, and what the plan has to be when the changed files are read again."""

    edits: Mapping[str, Sequence[Edit]]
    windows: Mapping[str, Window]
    """By measure: its dates."""


def writing(plan: Plan, proposal: Proposal) -> Writing:
    """The edits that state proposed dates; a start that follows from the network stays unsaid wherever it comes to the same."""
    moves = {one.measure: one for one in proposal.moves}
    edits: dict[str, list[Edit]] = {}
    read: dict[str, Span] = {}
    for id_, node in plan.network.nodes.items():
        task = proposal.problem.tasks.get(id_)
        if task is None:
            continue
        place = proposal.places[id_] if id_ in moves else task.planned
        path, location = _place_of(plan, id_)
        if node.start is None:
            start = _reckoned(plan, id_, read)
            read[id_] = Span(start, node.length.end(start))
            if id_ in moves and start != place.start:
                edits.setdefault(path, []).append(SetKey(location, "start", _text(_day(place))))
                read[id_] = Span(place.start, place.end)
            continue
        read[id_] = Span(place.start, place.end)
        if id_ in moves:
            stated = {"start": moves[id_].start, "finish": moves[id_].finish}
            there = plan.strategy.measures[id_].model_fields_set
            edits.setdefault(path, []).extend(
                SetScalar((*location, key), _text(day)) for key, day in stated.items() if key in there
            )
    windows = {id_: Place(span.start, span.end).window for id_, span in read.items() if id_ in plan.strategy.measures}
    return Writing(edits, windows)


def _reckoned(plan: Plan, id_: str, read: Mapping[str, Span]) -> int:
    """The start that follows from what a measure waits for."""
    node = plan.network.nodes[id_]
    links = [link for link in plan.network.incoming[id_] if link.before in read]
    moments = [bound(plan.network, link, read[link.before], node) for link in links]
    return node.length.possible(max([*moments, *(() if node.floor is None else (node.floor,))]))


def _place_of(plan: Plan, id_: str) -> tuple[str, Location]:
    """The file of a measure, and the way to it there."""
    origin = plan.strategy.origins[id_]
    return origin.places.span(()).path, origin.location


def _text(day: PlanDate | None) -> Unquoted:
    return Unquoted(str(day))


def _day(place: Place) -> PlanDate:
    return PlanDate.parse(place.window.first.isoformat())
