"""What proposed dates ask of the strategy's files: the dates that are stated, and a start only where it has to be later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stratbuild.model import Plan, Window
from stratbuild.model.timing import Span, bound
from stratbuild.planning.levelling.places import Place
from stratbuild.planning.levelling.proposal import Proposal
from stratbuild.quantity import PlanDate
from stratbuild.rewrite import Edit, SetKey, SetScalar, Unquoted


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
        if node.start is None:
            start = _reckoned(plan, id_, read)
            read[id_] = Span(start, node.length.end(start))
            if id_ in moves and start != place.start:
                _add(edits, plan, id_, "start", _day(place), is_new=True)
                read[id_] = Span(place.start, place.end)
            continue
        read[id_] = Span(place.start, place.end)
        if id_ in moves:
            measure = plan.strategy.measures[id_]
            if measure.start is not None:
                _add(edits, plan, id_, "start", moves[id_].start)
            if measure.finish is not None:
                _add(edits, plan, id_, "finish", moves[id_].finish)
    windows = {id_: Place(span.start, span.end).window for id_, span in read.items() if id_ in plan.strategy.measures}
    return Writing(edits, windows)


def _reckoned(plan: Plan, id_: str, read: Mapping[str, Span]) -> int:
    """The start that follows from what a measure waits for."""
    node = plan.network.nodes[id_]
    links = [link for link in plan.network.incoming[id_] if link.before in read]
    moments = [bound(plan.network, link, read[link.before], node) for link in links]
    return node.length.possible(max([*moments, *(() if node.floor is None else (node.floor,))]))


def _add(edits: dict[str, list[Edit]], plan: Plan, id_: str, key: str, value: PlanDate | None, *, is_new: bool = False) -> None:
    origin = plan.strategy.origins[id_]
    text = Unquoted(str(value))
    edit: Edit = SetKey(origin.location, key, text) if is_new else SetScalar((*origin.location, key), text)
    edits.setdefault(origin.places.span(()).path, []).append(edit)


def _day(place: Place) -> PlanDate:
    return PlanDate.parse(place.window.first.isoformat())
