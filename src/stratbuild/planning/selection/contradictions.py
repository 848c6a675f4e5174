"""Why no choice of measures meets all demands: those that contradict each other, and by how much."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from stratbuild.diagnostics import Diagnostic, Fault, Related, Span
from stratbuild.model import Plan
from stratbuild.planning.selection import contradiction_faults as faults
from stratbuild.planning.selection.additions import MONEY
from stratbuild.planning.selection.demands import Demand, DemandKind, Row
from stratbuild.planning.selection.highs import Limits, solve
from stratbuild.planning.selection.obstacles import Obstacle
from stratbuild.planning.selection.problem import Problem
from stratbuild.quantity import Money

_SOFT = frozenset(
    {
        DemandKind.MUST,
        DemandKind.CEILING,
        DemandKind.PROGRAMME,
        DemandKind.CO_FINANCING,
        DemandKind.ALTERNATIVE,
        DemandKind.MINIMUM,
    }
)
"""The demands that somebody can give up; the others follow from what the measures are."""
_DEMAND = {"en": "one of the demands", "uk": "одна з вимог"}


def certain_contradictions(plan: Plan, problem: Problem) -> list[Diagnostic]:
    """Those that are seen without a search: what has to be carried out by itself, what cannot be reached at all."""
    forced = problem.closure(set(problem.must))
    return [
        *_cannot_be_paid(plan, problem, forced),
        *_forced_too_much(plan, problem, forced),
        *_out_of_reach(plan, problem),
    ]


def searched_contradiction(plan: Plan, problem: Problem, limits: Limits) -> Diagnostic:
    """The demands of a problem without a solution of which none can be missed for there to be none."""
    given = [one for one in problem.rows if one.demand.kind not in _SOFT]
    kept = _irreducible(problem, given, [one for one in problem.rows if one.demand.kind in _SOFT], limits)
    more = tuple(_more(problem, one, [*given, *kept], limits) for one in kept if one.demand.kind in MONEY)
    places = [_place(plan, one.demand) for one in kept]
    facts = {"demands": tuple(_shown(one.demand) for one in kept), "more": more or ("—",)}
    related = tuple(Related(place, _DEMAND) for place in places[1:])
    return Diagnostic(faults.DEMANDS_CONTRADICT_EACH_OTHER, places[0], facts, related=related)


def _cannot_be_paid(plan: Plan, problem: Problem, forced: Set[str]) -> Iterator[Diagnostic]:
    for id_ in problem.measures:
        if id_ in forced and id_ in problem.obstacles:
            causes = tuple(dict.fromkeys(map(_cause, problem.obstacles[id_])))
            yield _blocked(faults.MUST_DO_CANNOT_BE_PAID, plan, problem, id_, {"causes": causes})


def _unpaid(plan: Plan, problem: Problem, blocked: str, one: Row) -> Diagnostic:
    facts = {"year": one.demand.year, "money": Money(one.coefficients[blocked])}
    return _blocked(faults.MUST_DO_IS_UNPAID, plan, problem, blocked, facts)


def _blocked(fault: Fault, plan: Plan, problem: Problem, blocked: str, facts: Mapping[str, object]) -> Diagnostic:
    measure = next(one for one in problem.must if blocked in problem.closure({one}))
    return Diagnostic(fault, _place(plan, Demand(DemandKind.MUST, measure)), {"measure": measure, "blocked": blocked, **facts})


def _forced_too_much(plan: Plan, problem: Problem, forced: Set[str]) -> Iterator[Diagnostic]:
    for one in problem.rows:
        total = one.total(forced)
        if one.most is None or total <= one.most:
            continue
        demand = one.demand
        if demand.kind is DemandKind.UNPAID:
            yield from (_unpaid(plan, problem, id_, one) for id_ in one.coefficients if id_ in forced)
            continue
        facts: dict[str, object] = {"measures": tuple(id_ for id_ in one.coefficients if id_ in forced)}
        if demand.kind in MONEY:
            money = {"needed": Money(total), "ceiling": Money(one.most), "excess": Money(total - one.most)}
            is_source = demand.kind is DemandKind.CEILING
            fault = faults.MUST_DO_EXCEEDS_SOURCE_CEILING if is_source else faults.MUST_DO_EXCEEDS_PROGRAMME_CEILING
            facts |= {("source" if is_source else "programme"): demand.id, "year": demand.year, **money}
            yield Diagnostic(fault, _place(plan, demand), facts)
        elif demand.kind is DemandKind.ALTERNATIVE and one.most == 1:
            yield Diagnostic(faults.MUST_DO_EXCLUDES_MUST_DO, _place(plan, demand), {**facts, "group": demand.id})


def _out_of_reach(plan: Plan, problem: Problem) -> Iterator[Diagnostic]:
    asking = [one for one in problem.rows if one.demand.kind in {DemandKind.MINIMUM, DemandKind.ALTERNATIVE} and one.least]
    asked = {id_ for one in asking for id_ in one.coefficients}
    possible = {id_ for id_ in problem.measures if id_ in asked and _is_possible(problem, id_)}
    short: dict[tuple[str, int, tuple[str, ...]], list[Demand]] = {}
    for one in asking:
        demand = one.demand
        counted = tuple(id_ for id_ in one.coefficients if id_ in possible)
        if demand.kind is DemandKind.MINIMUM and one.least is not None and len(counted) < one.least:
            short.setdefault((demand.id, one.least, counted), []).append(demand)
        elif demand.kind is DemandKind.ALTERNATIVE and not counted:
            group = {"group": demand.id, "measures": tuple(one.coefficients)}
            yield Diagnostic(faults.CHOICE_WITHOUT_POSSIBLE_MEASURE, _place(plan, demand), group)
    for (minimum, least, counted), demands in short.items():
        facts = {"minimum": minimum, "of": tuple(one.other for one in demands), "asked": least, "possible": len(counted)}
        yield Diagnostic(faults.MINIMUM_OUT_OF_REACH, _place(plan, demands[0]), {**facts, "measures": counted or ("—",)})


def _is_possible(problem: Problem, measure: str) -> bool:
    """Whether a measure, with all that it cannot be without, is within every limit by itself."""
    bundle = problem.closure({measure})
    places = {place for id_ in bundle for place in problem.rows_of[id_]}
    rows = (problem.rows[place] for place in places)
    return all(one.most is None or one.total(bundle) <= one.most for one in rows)


def _irreducible(problem: Problem, given: Sequence[Row], soft: Sequence[Row], limits: Limits) -> list[Row]:
    """As few of the soft demands as still have no solution together, found by leaving out ever smaller pieces."""
    kept = list(soft)
    size = max(1, len(kept) // 2)
    while True:
        place = 0
        while place < len(kept):
            without = kept[:place] + kept[place + size :]
            if solve(dict.fromkeys(problem.measures, 0), [*given, *without], limits).is_infeasible:
                kept = without
            else:
                place += size
        if size == 1:
            return kept
        size = max(1, size // 2)


def _more(problem: Problem, one: Row, rows: Sequence[Row], limits: Limits) -> str:
    """By how much one ceiling would have to be higher if nothing else were changed."""
    others = [other for other in rows if other is not one]
    least = solve({id_: -one.coefficients.get(id_, 0) for id_ in problem.measures}, others, replace(limits, gap=Limits().gap))
    return f"{_shown(one.demand)}: {'—' if least.chosen is None else Money(one.lacks(one.total(least.chosen)))}"


def _shown(demand: Demand) -> str:
    """A demand by its ids: `S-LOCAL 2026`, `MIN-DISTRICTS D-STOLNE`."""
    parts = (demand.id, demand.other, demand.year)
    return " ".join(str(one) for one in parts if one)


def _cause(obstacle: Obstacle) -> str:
    """Where the money is not as it has to be: a line and a source."""
    return obstacle.source if obstacle.line is None else f"{obstacle.line} {obstacle.source}"


def _place(plan: Plan, demand: Demand) -> Span:
    strategy = plan.strategy
    match demand.kind:
        case DemandKind.CEILING:
            return strategy.span(strategy.sources[demand.id], "ceilings", str(demand.year))
        case DemandKind.PROGRAMME:
            return strategy.span(strategy.programmes[demand.id], "ceilings", str(demand.year))
        case DemandKind.CO_FINANCING:
            return strategy.span(strategy.sources[demand.id], "co_financing", "minimum")
        case DemandKind.ALTERNATIVE:
            return strategy.span(strategy.alternatives[demand.id], "measures")
        case DemandKind.MINIMUM:
            return strategy.span(strategy.minimums[demand.id], "measures")
    measure = strategy.measures[demand.id]
    fields: Mapping[bool, str] = {True: "priority", False: "actual"}
    return strategy.span(measure, fields[measure.priority is not None and measure.priority.value == "must"])
