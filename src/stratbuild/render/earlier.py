"""An earlier edition of the budget: what every line cost in every year."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.quantity import ZERO, Money


@dataclass(frozen=True)
class EarlierBudget:
    """The lines of an earlier edition, by id, in its order."""

    revision: str
    as_of: str
    """The day of that edition, `2025-11-24`."""
    amounts: Mapping[str, Mapping[int, Money]]
    """By line and year."""
    titles: Mapping[str, str]
    paid: Mapping[str | None, Mapping[int, Money]]
    """By source and year: what it paid of all lines; under no source, what nobody paid."""

    @property
    def total(self) -> Money:
        """All the money of that edition."""
        return Money.total(money for by_year in self.amounts.values() for money in by_year.values())

    def amount(self, line: str, year: int) -> Money:
        """What a line cost in a year; nothing where that edition did not have it."""
        return self.amounts.get(line, {}).get(year, ZERO)
