"""What measures add to indicators, against what the indicators are to reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from stratbuild.quantity import WHOLE
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.measure import Measure
from stratbuild.strategy import Strategy

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class YearOfKpi:
    """What an indicator reaches by the end of a year if every measure adds what it says."""

    reached: Decimal
    target: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        """What is missing to the target, with its sign; none where there is no target."""
        return None if self.target is None else self.target - self.reached


@dataclass(frozen=True, slots=True)
class Contribution:
    """The contributions to one indicator."""

    by_year: Mapping[int, YearOfKpi]
    by_measure: Mapping[str, Decimal]
    """By measure: what it adds over all years."""
    overlap: Decimal
    """How much of the sum is counted twice, in per cent."""


def contributions(strategy: Strategy) -> Mapping[str, Contribution]:
    """By indicator that has a baseline and to which any measure contributes."""
    of_kpi: dict[str, list[Measure]] = {}
    for measure in strategy.measures.values():
        for kpi in measure.contributions:
            of_kpi.setdefault(kpi, []).append(measure)
    return {kpi.id: _of(kpi, of_kpi[kpi.id]) for kpi in strategy.kpis.values() if kpi.id in of_kpi and kpi.baseline}


def _of(kpi: Kpi, measures: list[Measure]) -> Contribution:
    assert kpi.baseline is not None
    overlap = kpi.overlap or _NOTHING
    added: dict[int, Decimal] = {}
    for measure in measures:
        for year, value in measure.contributions[kpi.id].items():
            added[year] = added.get(year, _NOTHING) + value
    by_year: dict[int, YearOfKpi] = {}
    total = _NOTHING
    for year in sorted({*added, *kpi.targets}):
        total += added.get(year, _NOTHING)
        by_year[year] = YearOfKpi(kpi.baseline.value + total * (WHOLE - overlap) / WHOLE, kpi.targets.get(year))
    by_measure = {one.id: sum(one.contributions[kpi.id].values(), _NOTHING) for one in measures}
    return Contribution(by_year, by_measure, overlap)
