"""What a choice of measures has to keep to, each demand as one row of whole numbers."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class DemandKind(StrEnum):
    """What a row stands for, and so what its ids are."""

    MUST = "must"
    """A measure that has to be carried out, or has begun."""
    RULED_OUT = "ruled-out"
    """A measure whose money is not as it has to be."""
    CEILING = "ceiling"
    """A source in a year."""
    PROGRAMME = "programme"
    """A budget programme in a year."""
    UNPAID = "unpaid"
    """A year in which nobody is named to pay; such money is as good as none."""
    CO_FINANCING = "co-financing"
    """A source that asks others to pay a part of all that it helps to pay."""
    NEED = "need"
    """A measure that waits for another."""
    WHOLE = "whole"
    """A measure that is a part of another."""
    PARTS = "parts"
    """A measure that is nothing without at least one of its parts."""
    ALTERNATIVE = "alternative"
    """A group of which at most one, exactly one, or all or none are chosen."""
    MINIMUM = "minimum"
    """A least number of measures of a goal or a district."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a row stands for."""

    kind: DemandKind
    id: str = ""
    """The measure, source, programme, alternative or minimum; nothing where nobody pays."""
    other: str | None = None
    """What a measure needs, or the goal or district of a minimum."""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of the coefficients of the chosen measures lies between two bounds; money is in hundredths."""

    demand: Demand
    coefficients: Mapping[str, int]
    least: int | None = None
    most: int | None = None
    divisor: int = 1
    """By what a sum of money is to be divided to be in hundredths."""

    def total(self, chosen: Set[str]) -> int:
        """The sum over the chosen measures."""
        if len(chosen) < len(self.coefficients):
            return sum(self.coefficients.get(id_, 0) for id_ in chosen)
        return sum(number for id_, number in self.coefficients.items() if id_ in chosen)

    def holds(self, chosen: Set[str]) -> bool:
        """Whether the demand is met."""
        return self.lacks(self.total(chosen)) == 0

    def lacks(self, total: int) -> int:
        """How far a sum is beyond the bounds; nothing where it lies between them."""
        too_little = 0 if self.least is None else self.least - total
        too_much = 0 if self.most is None else total - self.most
        return max(0, too_little, too_much)


def row(
    demand: Demand, coefficients: Mapping[str, int], *, least: int | None = None, most: int | None = None, divisor: int = 1
) -> Row:
    """A row without the measures that do not count in it."""
    counted = {id_: number for id_, number in coefficients.items() if number}
    return Row(demand, MappingProxyType(counted), least, most, divisor)
