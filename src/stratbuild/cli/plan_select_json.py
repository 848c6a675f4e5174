"""The choice of measures as data for programs. Sums and weights are texts of exact numbers, never floats."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from stratbuild.cli.plan_select_text import money_of, unlimited_of
from stratbuild.cli.scenario import id_of
from stratbuild.model import Plan
from stratbuild.planning.selection import Obstacle, Reason, Selection, WhyNot
from stratbuild.planning.selection.weights import POINTS
from stratbuild.quantity import ZERO, Money
from stratbuild.render.locale import Locale

Data = dict[str, Any]


def selection_data(plan: Plan, chosen: Selection, words: Locale) -> Data:
    """The choice and its proof, the money by source and year, and of every measure that is out why it is."""
    proof = chosen.proof
    return {
        "language": words.language,
        "currency": plan.strategy.settings.currency,
        "scenario": id_of(plan),
        "proof": None
        if proof is None
        else {
            "weight": str(proof.weight),
            "bound": str(proof.weight_bound),
            "gap_per_cent": str(proof.gap),
            "optimal": proof.is_optimal,
            "nodes": proof.nodes,
            "solver": proof.solver,
        },
        "chosen": [_measure(plan, chosen, id_, words) for id_ in chosen.chosen],
        "left_out": [{**_measure(plan, chosen, one.measure, words), **_why(one)} for one in chosen.why_not],
        "money": list(_money(plan, chosen)),
        "unlimited": [{"source": id_, "year": of, "money": str(money)} for (id_, of), money in unlimited_of(chosen).items()],
    }


def _measure(plan: Plan, chosen: Selection, id_: str, words: Locale) -> Data:
    title = plan.strategy.text(plan.strategy.measures[id_].title, words.language)
    return {"measure": id_, "title": title, "weight": str(Decimal(chosen.problem.weights[id_]) / POINTS)}


def _why(why: WhyNot) -> Data:
    return {
        "with": list(why.with_it),
        "can_be_in": why.can_be_in,
        "extra": [{"year": of, "source": id_, "money": str(money)} for (of, id_), money in why.extra.items()],
        "extra_of_programmes": [
            {"year": of, "programme": id_, "money": str(money)} for (of, id_), money in why.extra_of_programmes.items()
        ],
        "reasons": [_reason(one) for one in why.reasons],
    }


def _reason(one: Reason) -> Data:
    return {
        "kind": one.kind.value,
        "id": one.id,
        "others": list(one.others),
        "year": one.year,
        "money": _sum(one.money),
        "obstacle": None if one.obstacle is None else _obstacle(one.obstacle),
    }


def _obstacle(one: Obstacle) -> Data:
    term = None if one.term is None else one.term.value
    return {"kind": one.kind.value, "source": one.source, "line": one.line, "money": str(one.money), "term": term}


def _money(plan: Plan, chosen: Selection) -> Iterator[Data]:
    sums = money_of(plan, chosen.chosen)
    for one in plan.strategy.sources.values():
        taken: Mapping[int, Money] = {of: sums.get((one.id, of), ZERO) for of in plan.budget.years}
        ceilings = {of: one.ceilings[of] for of in plan.budget.years if of in one.ceilings}
        yield {
            "source": one.id,
            "taken": {str(of): str(money) for of, money in taken.items()},
            "ceilings": {str(of): str(most) for of, most in ceilings.items()},
            "left": {str(of): str(most - taken[of]) for of, most in ceilings.items()},
        }


def _sum(money: Money | None) -> str | None:
    return None if money is None else str(money)
