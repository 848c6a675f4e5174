"""How sure the plan is: its money and its end drawn many times, from ranges, risks and what makes them go wrong together."""

from stratbuild.planning.risk.costs import money_effect
from stratbuild.planning.risk.result import (
    Assumptions,
    Contributor,
    ContributorKind,
    DeadlineChance,
    EndSpread,
    MoneySpread,
    RiskResult,
)
from stratbuild.planning.risk.simulation import risk

__all__ = [
    "Assumptions",
    "Contributor",
    "ContributorKind",
    "DeadlineChance",
    "EndSpread",
    "MoneySpread",
    "RiskResult",
    "money_effect",
    "risk",
]
