"""The demands on what goes with what: needs, wholes and parts, alternatives, least numbers."""

from collections.abc import Iterable, Iterator, Mapping

from stratbuild.model import Plan
from stratbuild.planning.selection.demands import Demand, DemandKind, Row, row
from stratbuild.schema.alternative import Choice
from stratbuild.schema.measure import Measure
from stratbuild.schema.minimum import Each, Minimum
from stratbuild.strategy import Strategy


def needs(strategy: Strategy) -> Mapping[str, tuple[str, ...]]:
    """By measure: the measures that it waits for, also through milestones, without that of which it is a part."""
    found: dict[str, tuple[str, ...]] = {}
    for one in strategy.measures.values():
        waited = _before(strategy, one)
        found[one.id] = tuple(id_ for id_ in waited if id_ not in {one.id, one.part_of})
    return found


def bare_wholes(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """By measure that has parts and no money of its own: its parts. Without any of them nothing of it would be done."""
    parts: dict[str, list[str]] = {}
    for one in plan.strategy.measures.values():
        if one.part_of is not None:
            parts.setdefault(one.part_of, []).append(one.id)
    costing = {line.measure for line in plan.strategy.budget_lines.values() if plan.budget.total_of_line(line.id)}
    return {whole: tuple(ids) for whole, ids in parts.items() if whole not in costing}


def order_rows(plan: Plan, needed: Mapping[str, tuple[str, ...]], bare: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
    """Every demand on what is chosen together."""
    for id_, others in needed.items():
        for other in others:
            yield row(Demand(DemandKind.NEED, id_, other), {id_: -1, other: 1}, least=0)
    for one in plan.strategy.measures.values():
        if one.part_of is not None:
            yield row(Demand(DemandKind.WHOLE, one.id, one.part_of), {one.id: -1, one.part_of: 1}, least=0)
    for whole, parts in bare.items():
        yield row(Demand(DemandKind.PARTS, whole), {whole: -1, **dict.fromkeys(parts, 1)}, least=0)
    yield from _alternatives(plan.strategy)
    for minimum in plan.strategy.minimums.values():
        for of, counted in _counted(plan, minimum):
            demand = Demand(DemandKind.MINIMUM, minimum.id, of)
            yield row(demand, dict.fromkeys(counted, 1), least=minimum.measures)


def _alternatives(strategy: Strategy) -> Iterator[Row]:
    for one in strategy.alternatives.values():
        members = tuple(dict.fromkeys(one.measures))
        if one.choose is Choice.ALL_OR_NONE:
            for other in members[1:]:
                yield row(Demand(DemandKind.ALTERNATIVE, one.id, other), {members[0]: 1, other: -1}, least=0, most=0)
        elif members:
            least = 1 if one.choose is Choice.EXACTLY_ONE else None
            yield row(Demand(DemandKind.ALTERNATIVE, one.id), dict.fromkeys(members, 1), least=least, most=1)


def _counted(plan: Plan, minimum: Minimum) -> Iterator[tuple[str, Iterable[str]]]:
    """What a minimum holds for, and the measures that count there."""
    strategy = plan.strategy
    match minimum.each:
        case Each.DISTRICT:
            districts: Iterable[str] = strategy.districts
            goals: Iterable[str] = ()
        case Each.TOP_GOAL:
            districts, goals = (), (goal.id for goal in plan.coverage.top_goals)
        case Each.GOAL:
            districts, goals = (), strategy.goals
        case None:
            districts = () if minimum.district is None else (minimum.district,)
            goals = () if minimum.goal is None else (minimum.goal,)
    for district in districts:
        yield district, (one.id for one in strategy.measures.values() if district in one.districts)
    for goal in goals:
        below = _with_all_below(plan, goal)
        yield goal, (one.id for one in strategy.measures.values() if one.goal in below)


def _with_all_below(plan: Plan, goal: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [goal]
    while waiting:
        found.add(one := waiting.pop())
        waiting += (below.id for below in plan.coverage.subgoals[one])
    return frozenset(found)


def _before(strategy: Strategy, measure: Measure) -> Iterable[str]:
    """The measures that one waits for; what a milestone waits for is waited for by all that wait for it."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting = list(reversed(measure.after))
    while waiting:
        one = waiting.pop()
        if one.measure is not None:
            found[one.measure] = None
        elif one.milestone is not None and one.milestone not in seen:
            seen.add(one.milestone)
            waiting += reversed(strategy.milestones[one.milestone].after)
    return found
