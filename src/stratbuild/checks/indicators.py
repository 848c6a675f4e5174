"""What several rules ask of indicators and of what measures add to them."""

from decimal import Decimal

from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.schema.kpi import Direction, Kpi

_SHOWN_PLACES = 5


def is_share(plan: Plan, kpi: Kpi) -> bool:
    """Whether the values are shares of a whole, in per cent."""
    return kpi.measurement_unit is not None and plan.strategy.text(kpi.measurement_unit) == "%"


def sign_of(kpi: Kpi) -> int:
    """1 where the value is to rise, -1 where it is to fall, 0 where it is to stay."""
    return {Direction.INCREASE: 1, Direction.DECREASE: -1}.get(kpi.direction, 0)


def places_of_contributions(plan: Plan, kpi: Kpi) -> tuple[Related, ...]:
    """The places of the largest contributions to an indicator, each called by its measure and what it adds over all years."""
    by_measure = plan.contributions[kpi.id].by_measure
    largest = sorted(by_measure.items(), key=lambda pair: -abs(pair[1]))[:_SHOWN_PLACES]
    return tuple(
        Related(
            plan.strategy.span(plan.strategy.measures[id_], "contributions", kpi.id, key=True),
            dict.fromkeys(("en", "uk"), f"{id_}: {_signed(value)}"),
        )
        for id_, value in largest
    )


def _signed(value: Decimal) -> str:
    return f"{value.normalize():+f}"
