"""What several rules ask of the funding of lines: which years it is for, what its parts come to, how it is mended."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from stratbuild.model import Plan
from stratbuild.model.funding import claim
from stratbuild.quantity import WHOLE, Money, Portion, Proportion, Rest, shown_share
from stratbuild.schema.budget_line import BudgetLine

_FINEST = Decimal("0.0001")
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class FundingInUse:
    """One funding of a line, the way to it, and the money of the years that it is for, those without money left out."""

    line: BudgetLine
    way: tuple[str, ...]
    funding: Mapping[str, Portion]
    money: Mapping[int, Money]

    @property
    def takers(self) -> tuple[str, ...]:
        """The sources that pay what the others leave."""
        return tuple(source for source, portion in self.funding.items() if isinstance(portion, Rest))

    @property
    def has_one_sum_for_several_years(self) -> bool:
        """Whether a sum stands for all years together, so that nobody can say how much of it is for which."""
        return len(self.money) > 1 and any(isinstance(portion, Money) for portion in self.funding.values())

    def fixed(self, year: int) -> Money:
        """What the shares and the sums of a year come to, without the rest."""
        return Money.total(claim(portion, self.money[year]) for portion in self.funding.values())


def fundings_in_use(plan: Plan) -> Sequence[FundingInUse]:
    """Every funding that says anything and pays for a year with money: that of most years, then those of single years."""
    return plan.once(_fundings_in_use)


def _fundings_in_use(plan: Plan) -> Sequence[FundingInUse]:
    found: list[FundingInUse] = []
    for line in plan.strategy.budget_lines.values():
        money = {year: sum_ for year, sum_ in plan.budget.of_line(line.id).items() if sum_}
        usual = {year: sum_ for year, sum_ in money.items() if year not in line.funding_by_year}
        if line.funding and usual:
            found.append(FundingInUse(line, ("funding",), line.funding, usual))
        for year, funding in line.funding_by_year.items():
            if funding and year in money:
                found.append(FundingInUse(line, ("funding_by_year", str(year)), funding, {year: money[year]}))
    return found


def written(funding: Mapping[str, Portion]) -> str:
    """A funding as it is written in a strategy: `{S-EGAP: 100000.00, S-LOCAL: rest}`."""
    return "{" + ", ".join(f"{source}: {_written(portion)}" for source, portion in funding.items()) + "}"


def written_shares(shares: Mapping[_Key, Decimal]) -> str:
    """Shares by source or by year as they are written in a strategy: `{2026: 40%, 2027: 60%}`."""
    return "{" + ", ".join(f"{key}: {shown_share(share)}" for key, share in shares.items()) + "}"


def made_whole(shares: Mapping[_Key, Decimal]) -> Mapping[_Key, Decimal]:
    """Shares with the largest changed so that they are 100 %, or where that cannot be, all in proportion."""
    total = sum(shares.values(), Decimal(0))
    largest = max(shares, key=lambda key: shares[key])
    whole = dict(shares)
    if shares[largest] + WHOLE - total <= 0:
        whole = {key: max(_FINEST, (share * WHOLE / total).quantize(_FINEST)) for key, share in shares.items()}
    whole[largest] += WHOLE - sum(whole.values(), Decimal(0))
    return whole


def place_of_source(line: BudgetLine, source: str) -> tuple[str, ...]:
    """The way to where a line names a source, first in the funding of all years."""
    if source in line.funding:
        return "funding", source
    return next((("funding_by_year", str(year), source) for year, one in line.funding_by_year.items() if source in one), ("id",))


def _written(portion: Portion) -> str:
    match portion:
        case Proportion():
            return shown_share(portion.per_cent)
        case Money():
            return str(portion)
    return "rest"
