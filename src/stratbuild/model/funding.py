"""How the money of one line and year is divided among its sources."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache, partial

from stratbuild.quantity import WHOLE, ZERO, Money, Portion, Proportion, Rest
from stratbuild.quantity.money import whole_numbers

Part = tuple[str | None, Money]
"""A source and what it pays; no source for what nobody pays."""

Division = Callable[[Money], Sequence[Part]]
"""From a sum to what every source pays of it."""

_ONE = Decimal(1)


def division(funding: Mapping[str, Portion], money: Money) -> Sequence[Part]:
    """What every source pays of a sum, in the order of the funding; the parts always add up to the sum.

    Shares alone are divided by the rule of the largest remainder. Beside sums or a rest, a share is
    rounded half up, and the rest is what all others leave. What nobody pays stands last, under no
    source; where the parts are more than the whole, they are taken in proportion. A hundredth that
    several have the same claim to goes to the source whose id comes first, so that nothing depends on
    the order in which the sources are written.
    """
    return divider(funding)(money)


def divider(funding: Mapping[str, Portion]) -> Division:
    """The division among these sources, for any number of sums."""
    if not funding:
        return lambda money: ((None, money),)
    sole = sole_payer(funding)
    if sole is not None:
        return lambda money: ((sole, money),)
    shares = {source: portion.per_cent for source, portion in funding.items() if isinstance(portion, Proportion)}
    return partial(_by_shares, *_claims(tuple(shares.items()))) if len(shares) == len(funding) else partial(_by_sums, funding)


def sole_payer(funding: Mapping[str, Portion]) -> str | None:
    """The source that pays everything, where there is one."""
    if len(funding) != 1:
        return None
    ((source, portion),) = funding.items()
    return source if isinstance(portion, Rest) or (isinstance(portion, Proportion) and portion.per_cent == WHOLE) else None


@lru_cache(maxsize=1024)
def _claims(shares: tuple[tuple[str, Decimal], ...]) -> tuple[tuple[tuple[str | None, int], ...], tuple[int, ...]]:
    """Every source with its place by its id, and the shares in that order as whole numbers; what nobody pays last."""
    by_id = sorted(shares)
    unpaid = WHOLE - sum(share for _, share in shares)
    left = ((None, len(shares)),) if unpaid > 0 else ()
    places = (*((one[0], by_id.index(one)) for one in shares), *left)
    return places, whole_numbers([*(share for _, share in by_id), *((unpaid,) if unpaid > 0 else ())])


def _by_shares(places: Sequence[tuple[str | None, int]], weights: Sequence[int], money: Money) -> Sequence[Part]:
    parts = money.split_whole(weights)
    return [(source, parts[place]) for source, place in places]


def _by_sums(funding: Mapping[str, Portion], money: Money) -> Sequence[Part]:
    paid: dict[str | None, Money] = {source: claim(portion, money) for source, portion in funding.items()}
    left = money - Money.total(paid.values())
    if left.hundredths < 0:
        return _split(money, funding, {source: Decimal(paid[source].hundredths) for source in funding})
    takers = [source for source, portion in funding.items() if isinstance(portion, Rest)]
    if takers:
        paid |= dict(_split(left, takers, dict.fromkeys(takers, _ONE)))
    elif left:
        return [*paid.items(), (None, left)]
    return list(paid.items())


def _split(money: Money, sources: Iterable[str], weights: Mapping[str, Decimal]) -> Sequence[Part]:
    """The parts in the order of the sources; of equal claims that of the first id counts."""
    by_id = sorted(weights)
    found = dict(zip(by_id, money.split([weights[source] for source in by_id]), strict=True))
    return [(source, found[source]) for source in sources]


def claim(portion: Portion, money: Money) -> Money:
    """What a part of a sum comes to by itself, a share rounded half up; the rest comes to nothing before the others are known."""
    match portion:
        case Proportion():
            return money.times(portion.per_cent / WHOLE)
        case Money():
            return portion
    return ZERO
