"""What a solver finds: a place for everything, and how good that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal

from stratbuild.planning.levelling.places import Place
from stratbuild.planning.levelling.problem import Limit


@dataclass(frozen=True, slots=True)
class Proof:
    """How good the places are, and who says so."""

    objective: int
    """The delay of all together, each day by its weight; or the days that all of it takes."""
    bound: int
    """No places are better than that."""
    solver: str

    @property
    def is_optimal(self) -> bool:
        """Whether no places are better."""
        return self.objective <= self.bound

    @property
    def gap(self) -> Decimal:
        """How much better others can be at most, in per cent, rounded up."""
        if self.is_optimal:
            return Decimal(0)
        return (Decimal(100 * (self.objective - self.bound)) / self.objective).quantize(Decimal("0.01"), ROUND_CEILING)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A place for every task; those for which there is none within their limits stay where they stand."""

    places: Mapping[str, Place]
    proof: Proof
    stuck: Mapping[str, Limit] = field(default_factory=dict)
    """By task without a place: the limit that is in the way."""
