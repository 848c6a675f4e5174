"""What rules a measure out whatever the ceilings: money that its source may not pay, that others do not add enough to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from stratbuild.model import Plan
from stratbuild.model.co_financing import co_financed
from stratbuild.model.eligibility import Term, ineligible
from stratbuild.quantity import Money
from stratbuild.schema.source import CoFinancingScope


class ObstacleKind(StrEnum):
    """Why the money of a measure is not as it has to be."""

    NOT_ELIGIBLE = "not-eligible"
    CO_FINANCING = "co-financing"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that is wrong with the money of a measure."""

    kind: ObstacleKind
    money: Money
    """What the source may not pay, or what others pay too little."""
    source: str
    line: str | None = None
    """None where it is about all lines of the measure."""
    term: Term | None = None


def obstacles(plan: Plan) -> Mapping[str, tuple[Obstacle, ...]]:
    """By measure that is ruled out: why."""
    found: dict[str, list[Obstacle]] = {}
    for measure, one in _all(plan):
        found.setdefault(measure, []).append(one)
    return {id_: tuple(found[id_]) for id_ in plan.strategy.measures if id_ in found}


def _all(plan: Plan) -> Iterator[tuple[str, Obstacle]]:
    strategy, budget = plan.strategy, plan.budget
    for term in Term:
        for one in ineligible(strategy, budget, term):
            yield one.line.measure, Obstacle(ObstacleKind.NOT_ELIGIBLE, one.money, one.source, one.line.id, term=term)
    for whole in co_financed(strategy, budget):
        scope = whole.terms.of
        if scope is not CoFinancingScope.STRATEGY and whole.paid < whole.due:
            line = whole.amounts[0].line
            shown = line.id if scope is CoFinancingScope.LINE else None
            yield line.measure, Obstacle(ObstacleKind.CO_FINANCING, whole.due - whole.paid, whole.source.id, shown)
