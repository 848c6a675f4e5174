"""What the draws say: how much the plan will probably cost, when it will probably end, and what that hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stratbuild.quantity import Money

YearAndSource = tuple[int, str | None]
"""A year and the id of a source, or nothing where nobody is named to pay."""


class ContributorKind(StrEnum):
    """What a contributor is, and so where its id leads."""

    LINE = "line"
    MEASURE = "measure"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class MoneySpread:
    """A sum as planned, on the average of all draws, and as it is not exceeded in 50 and in 80 of 100."""

    planned: Money
    mean: Money
    p50: Money
    p80: Money


@dataclass(frozen=True, slots=True)
class EndSpread:
    """A last day as planned, as it is not passed in 50 and in 80 draws of 100, and how often the plan is kept."""

    planned: date
    p50: date
    p80: date
    kept: Decimal
    """Per cent of the draws in which it ends on the planned day or before."""


@dataclass(frozen=True, slots=True)
class DeadlineChance:
    """How probably a deadline is kept, in per cent of the draws."""

    deadline: date
    kept: Decimal


@dataclass(frozen=True, slots=True)
class Contributor:
    """A line, a measure or a risk, and its part in the spread: of its covariance with the whole, in per cent."""

    kind: ContributorKind
    id: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the result rests on."""

    draws: int
    seed: int
    correlation: Decimal
    """Correlation of pairs of estimates that hang on no cause of their own, in per cent."""
    drivers: tuple[str, ...]
    """The causes that something hangs on, in the order of the strategy."""
    classes: tuple[str, ...]
    """The estimate classes that something is in, in the order of the strategy."""
    lines_with_range: int
    lines: int
    money_with_range: Money
    known_money: Money
    """Of years and measures that are over: it does not vary."""
    measures_with_range: int
    measures: int
    """Measures that have dates."""
    risks: int


@dataclass(frozen=True)
class RiskResult:
    """The result of all draws. P80s of parts do not add up to the P80 of the whole; the contingency does."""

    assumptions: Assumptions
    total: MoneySpread
    total_kept: Decimal
    """Per cent of the draws in which all the money together is no more than planned."""
    by_year: Mapping[int, MoneySpread]
    by_source: Mapping[str | None, MoneySpread]
    by_year_and_source: Mapping[YearAndSource, MoneySpread]
    contingency: Mapping[YearAndSource, Money]
    """What to set aside, so that the money suffices in 80 draws of 100: P80 − planned of the whole, divided in proportion
    to what each year and source would need by itself."""
    money_contributors: tuple[Contributor, ...]
    """The five that drive the spread of the money most, the strongest first."""
    end: EndSpread | None
    """The last day of everything; none where nothing has dates."""
    ends: Mapping[str, EndSpread]
    """By measure and milestone whose end is not the same in all draws."""
    deadlines: Mapping[str, DeadlineChance]
    """By measure and milestone that has a deadline."""
    end_contributors: tuple[Contributor, ...]
    """The five that drive the spread of the end most, the strongest first."""

    @property
    def contingency_total(self) -> Money:
        """All that is to be set aside."""
        return Money.total(self.contingency.values())

    def contingency_of_year(self, year: int) -> Money:
        """What is to be set aside in a year."""
        return Money.total(money for (one, _), money in self.contingency.items() if one == year)

    def contingency_of_source(self, source: str | None) -> Money:
        """What is to be set aside of a source."""
        return Money.total(money for (_, one), money in self.contingency.items() if one == source)
