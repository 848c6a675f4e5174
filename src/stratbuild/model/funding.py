"""How the money of one line and year is divided among its sources."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from stratbuild.quantity import WHOLE, ZERO, Money, Portion, Proportion, Rest

Part = tuple[str | None, Money]
"""A source and what it pays; no source for what nobody pays."""


def division(funding: Mapping[str, Portion], money: Money) -> Sequence[Part]:
    """What every source pays of a sum, in the order of the funding; the parts always add up to the sum.

    Shares alone are divided by the rule of the largest remainder. Beside sums or a rest, a share is
    rounded half up, and the rest is what all others leave. What nobody pays stands last, under no
    source; where the parts are more than the whole, they are taken in proportion.
    """
    if len(funding) == 1:
        ((source, portion),) = funding.items()
        if isinstance(portion, Rest) or (isinstance(portion, Proportion) and portion.per_cent == WHOLE):
            return ((source, money),)
    if all(isinstance(portion, Proportion) for portion in funding.values()):
        return _by_shares({source: portion.per_cent for source, portion in funding.items()}, money)  # type: ignore[union-attr]
    return _by_sums(funding, money)


def _by_shares(shares: Mapping[str, Decimal], money: Money) -> Sequence[Part]:
    named: list[tuple[str | None, Decimal]] = list(shares.items())
    left = WHOLE - sum(shares.values(), Decimal(0))
    if left > 0:
        named.append((None, left))
    parts = money.split([share for _, share in named])
    return [(source, part) for (source, _), part in zip(named, parts, strict=True)]


def _by_sums(funding: Mapping[str, Portion], money: Money) -> Sequence[Part]:
    paid: dict[str | None, Money] = {source: _sum(portion, money) for source, portion in funding.items()}
    left = money - Money.total(paid.values())
    takers = [source for source, portion in funding.items() if isinstance(portion, Rest)]
    if left.hundredths < 0:
        parts = money.split([Decimal(part.hundredths) for part in paid.values()])
        return list(zip(paid, parts, strict=True))
    if takers:
        paid |= dict(zip(takers, left.split([Decimal(1)] * len(takers)), strict=True))
    elif left:
        paid[None] = left
    return list(paid.items())


def _sum(portion: Portion, money: Money) -> Money:
    match portion:
        case Proportion():
            return money.times(portion.per_cent / WHOLE)
        case Money():
            return portion
    return ZERO
