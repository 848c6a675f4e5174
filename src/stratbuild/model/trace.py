"""From the need to the money: what an item follows from, and what follows from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stratbuild.model.plan import Plan
from stratbuild.quantity import Money
from stratbuild.schema.goal import Goal
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.measure import Measure
from stratbuild.strategy import Strategy

Edges = Mapping[str, Sequence[str]]
"""By item: those that it follows from, or those that follow from it."""


@dataclass(frozen=True, slots=True)
class Step:
    """An item on the way, with what lies beyond it. Where it was met before, what lies beyond is told there."""

    item: str
    collection: str
    beyond: tuple["Step", ...]
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything up and down from one item."""

    item: str
    collection: str
    up: tuple[Step, ...]
    """What it follows from: evidence, proposals, decisions, goals."""
    down: tuple[Step, ...]
    """What follows from it: measures, indicators, budget lines, sources."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A measure in the matrix: what moves with it and what it costs."""

    measure: Measure
    kpis: tuple[Kpi, ...]
    proposals: tuple[str, ...]
    money: Money


@dataclass(frozen=True, slots=True)
class MatrixGoal:
    """A goal in the matrix: the needs that it answers, and its measures."""

    goal: Goal
    needs: tuple[str, ...]
    """The evidence that it rests on; that of the goals above it where it names none itself."""
    measures: tuple[MatrixRow, ...]


def trace(plan: Plan, id_: str) -> Trace:
    """Everything up and down from an item."""
    below = _edges(plan.strategy)
    above: dict[str, list[str]] = {}
    for upper, lowers in below.items():
        for lower in lowers:
            above.setdefault(lower, []).append(upper)
    collections = {one: name for name, by_id in plan.strategy.items.items() for one in by_id}
    return Trace(id_, collections[id_], _steps(id_, above, collections), _steps(id_, below, collections))


def matrix(plan: Plan) -> tuple[MatrixGoal, ...]:
    """Need, goal, measure, indicator, money: every goal that has measures or needs of its own, in printing order."""
    found = []
    answered = proposals_of_measures(plan.strategy)
    for goal in plan.coverage.goals_in_order():
        measures = tuple(
            MatrixRow(
                measure,
                tuple(plan.strategy.kpis[id_] for id_ in measure.kpis),
                answered.get(measure.id, ()),
                money_of_measure(plan, measure.id),
            )
            for measure in plan.coverage.measures_of_goal[goal.id]
        )
        if measures or goal.because:
            found.append(MatrixGoal(goal, _needs(plan, goal), measures))
    return tuple(found)


def proposals_of_measures(strategy: Strategy) -> Mapping[str, tuple[str, ...]]:
    """By measure: the proposals that it takes up, whichever of the two says so, each once."""
    found: dict[str, dict[str, None]] = {}
    for measure in strategy.measures.values():
        found.setdefault(measure.id, {}).update(dict.fromkeys(measure.answers))
    for proposal in strategy.proposals.values():
        for place in proposal.places:
            if place in found:
                found[place][proposal.id] = None
    return {id_: tuple(sorted(one)) for id_, one in found.items() if one}


def money_of_measure(plan: Plan, measure: str) -> Money:
    """The money of all lines of a measure."""
    return Money.total(plan.budget.total_of_line(line.id) for line in plan.coverage.lines_of_measure[measure])


def _needs(plan: Plan, goal: Goal) -> tuple[str, ...]:
    current: Goal | None = goal
    while current is not None and not current.because:
        current = plan.strategy.goals[current.parent] if current.parent else None
    return () if current is None else current.because


def _edges(strategy: Strategy) -> dict[str, list[str]]:
    """By item: what follows from it directly, each once, in the order of the strategy."""
    found: dict[str, dict[str, None]] = {}
    for upper, lower in _pairs(strategy):
        found.setdefault(upper, {})[lower] = None
    return {upper: list(lowers) for upper, lowers in found.items()}


def _pairs(strategy: Strategy) -> Iterator[tuple[str, str]]:
    yield from ((one.survey, one.id) for one in strategy.questions.values())
    for goal in strategy.goals.values():
        yield from ((evidence, goal.id) for evidence in goal.because)
        if goal.parent is not None:
            yield goal.parent, goal.id
    for measure in strategy.measures.values():
        yield measure.goal, measure.id
        yield from ((proposal, measure.id) for proposal in measure.answers)
        yield from ((measure.id, kpi) for kpi in measure.kpis)
    for kpi in strategy.kpis.values():
        if kpi.goal is not None:
            yield kpi.goal, kpi.id
        if kpi.baseline is not None and kpi.baseline.evidence is not None:
            yield kpi.baseline.evidence, kpi.id
    for line in strategy.budget_lines.values():
        yield line.measure, line.id
        yield from ((line.id, source) for source in line.sources)
    yield from ((one.measure, one.id) for one in strategy.specifications.values())
    yield from ((one.goal, one.id) for one in strategy.milestones.values() if one.goal is not None)
    for proposal in strategy.proposals.values():
        yield from ((proposal.id, place) for place in proposal.places)
        if proposal.duplicate_of is not None:
            yield proposal.id, proposal.duplicate_of
        if proposal.decided_by is not None:
            yield proposal.id, proposal.decided_by
    yield from _of_the_group(strategy)


def _of_the_group(strategy: Strategy) -> Iterator[tuple[str, str]]:
    for decision in strategy.decisions.values():
        yield decision.meeting, decision.id
        yield from ((decision.id, item) for item in decision.approves)
    for assignment in strategy.assignments.values():
        if assignment.decision is not None:
            yield assignment.decision, assignment.id
    for subgroup in strategy.subgroups.values():
        if subgroup.created_by is not None:
            yield subgroup.created_by, subgroup.id
    for meeting in strategy.meetings.values():
        yield from ((meeting.id, item) for point in meeting.agenda for item in point.about)


def _steps(start: str, edges: Edges, collections: Mapping[str, str]) -> tuple[Step, ...]:
    """The way from an item, each item told where it is met first; walked without recursion, since chains may be long."""
    seen = {start}
    nodes: list[tuple[str, list[int]]] = []
    waiting: list[tuple[str, int]] = [(one, -1) for one in reversed(edges.get(start, ()))]
    first: list[int] = []
    while waiting:
        item, owner = waiting.pop()
        (nodes[owner][1] if owner >= 0 else first).append(len(nodes))
        nodes.append((item, []))
        if item not in seen:
            seen.add(item)
            waiting += [(one, len(nodes) - 1) for one in reversed(edges.get(item, ()))]
    built: list[Step | None] = [None] * len(nodes)
    for place in range(len(nodes) - 1, -1, -1):  # an item comes after the one that it was met from
        item, inner = nodes[place]
        beyond = tuple(one for one in (built[index] for index in inner) if one is not None)
        built[place] = Step(item, collections[item], beyond, is_repeated=not inner and bool(edges.get(item)))
    return tuple(one for one in (built[index] for index in first) if one is not None)
