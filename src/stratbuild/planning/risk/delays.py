"""By how many days each measure takes longer in each draw: by its own range, and by the risks that hit it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from stratbuild.model import Plan
from stratbuild.model.network import open_wholes
from stratbuild.planning.risk.correlation import Draws
from stratbuild.planning.risk.distributions import PARTS
from stratbuild.planning.risk.ends import Dates, days_longer
from stratbuild.planning.risk.ranges import Range, correlation_of, delay_of
from stratbuild.planning.risk.result import ContributorKind
from stratbuild.schema.risk import Risk


@dataclass(frozen=True, slots=True)
class Delay:
    """By how many days something makes one measure longer in each draw."""

    kind: ContributorKind
    id: str
    """The measure, or the risk that hits it."""
    measure: str
    days: Sequence[int]


def delays(
    plan: Plan, known: Dates, ranges: Iterable[Range], happens: Mapping[str, Sequence[bool]], draws: Draws
) -> Iterator[Delay]:
    """Everything that makes a measure longer or shorter than planned."""
    for one in ranges:
        factors = draws.of(one.triangle, f"duration:{one.id}", one.cause, correlation_of(plan.strategy, one.cause))
        yield Delay(ContributorKind.MEASURE, one.id, one.id, days_longer(known.planned[one.id], factors))
    wholes = open_wholes(plan.strategy)
    for risk in plan.strategy.risks.values():
        if risk.delay is None:
            continue
        cells = draws.alone(f"risk-delay:{risk.id}")
        for measure in _hit(risk, wholes):
            if measure in known.spans and measure not in known.over:
                triangle = delay_of(risk.delay, known.planned[measure].start, plan.workdays)
                drawn = draws.looked_up(triangle, cells)
                days = [(one + PARTS // 2) // PARTS * true for one, true in zip(drawn, happens[risk.id], strict=True)]
                yield Delay(ContributorKind.RISK, risk.id, measure, days)


def by_measure(some: Iterable[Delay]) -> dict[str, Sequence[int]]:
    """By measure: how many days longer it takes in each draw, all together."""
    found: dict[str, Sequence[int]] = {}
    for one in some:
        before = found.get(one.measure)
        found[one.measure] = one.days if before is None else [*map(add, before, one.days)]
    return found


def _hit(risk: Risk, wholes: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """The measures that take longer, each once: of a whole without dates of its own its parts."""
    return dict.fromkeys(part for one in risk.measures for part in wholes.get(one, (one,)))
