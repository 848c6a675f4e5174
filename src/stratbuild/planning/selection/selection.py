"""The choice of measures under the money: the problem, its solution, its proof, and why the others are out."""

from dataclasses import replace
from decimal import Decimal

from stratbuild.diagnostics import Diagnostic
from stratbuild.model import Plan
from stratbuild.planning.selection.additions import improved
from stratbuild.planning.selection.contradiction_faults import NO_CHOICE_FOUND
from stratbuild.planning.selection.contradictions import certain_contradictions, searched_contradiction
from stratbuild.planning.selection.highs import Limits, solve, solver_version
from stratbuild.planning.selection.problem import Problem, problem
from stratbuild.planning.selection.result import Proof, Selection
from stratbuild.planning.selection.why_not import why_not

_SMALL = 100
"""Up to so many measures the best choice is proved in seconds, and nothing less is given."""
_USUAL_GAP = Decimal(1)


def selection(plan: Plan, gap: Decimal | None = None, nodes: int | None = None) -> Selection:
    """The measures that fit the money and are worth most together.

    `gap` says how much worse than the bound the choice may be, in per cent; where nothing is said, a small
    plan gets the best choice, and a large one a choice within 1 %. Without the solver `SolverMissing` is
    raised.
    """
    usual = Decimal(0) if len(plan.strategy.measures) <= _SMALL else _USUAL_GAP
    limits = replace(Limits(), gap=usual if gap is None else gap)
    limits = limits if nodes is None else replace(limits, nodes=nodes)
    posed, version = problem(plan), solver_version()
    contradictions = certain_contradictions(plan, posed)
    if contradictions:
        return Selection(posed, contradictions=contradictions)
    start = _start(posed)
    solved = solve(posed.weights, posed.rows, limits, start)
    chosen = solved.chosen if solved.chosen is not None else start
    if solved.is_infeasible:
        return Selection(posed, contradictions=[searched_contradiction(plan, posed, limits)])
    if chosen is None:
        span = plan.strategy.span(plan.strategy.settings)
        return Selection(posed, contradictions=[Diagnostic(NO_CHOICE_FOUND, span, {"nodes": solved.nodes})])
    if posed.value(chosen) < solved.bound:
        chosen = improved(posed, chosen)
    wrong = [one.demand for one in posed.broken(chosen)]
    assert not wrong, f"the choice does not meet {wrong}"
    proof = Proof(posed.value(chosen), max(solved.bound, posed.value(chosen)), solved.nodes, version)
    in_order = tuple(id_ for id_ in posed.measures if id_ in chosen)
    return Selection(posed, in_order, proof, why_not(posed, chosen))


def _start(posed: Problem) -> frozenset[str] | None:
    """A choice that is easily found: what has to be carried out, and what fits beside it; none where that does not meet all demands."""
    found = improved(posed, posed.closure(set(posed.must)))
    return None if any(posed.broken(found)) else found
