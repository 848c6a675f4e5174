"""What turns one sum into another: indices of prices, rates of exchange, a part of a sum that a source pays."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias

from stratbuild.quantity.money import Money
from stratbuild.quantity.number import WHOLE, parse_number, parse_share, shown_share
from stratbuild.quantity.refusal import Refusal

_PER_CENT = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)%", re.ASCII)
_BARE_SHARE = re.compile(r"[1-9][0-9]?(?:\.[0-9])?|100(?:\.0)?|0\.[1-9]", re.ASCII)
_LARGEST_PER_CENT = Decimal(1000)
_LARGEST_FACTOR = Decimal(3)
_LARGEST_RISE = Decimal(50)
_REST_WORDS = ("rest", "решта")
_MILLIONTH = Decimal("0.000001")
_EXACT = Context(prec=500, rounding=ROUND_HALF_UP)  # a tenfold rise in each of 110 years still has all its digits


@dataclass(frozen=True, slots=True)
class Proportion:
    """A part of a sum in per cent, more than 0 and at most 100."""

    per_cent: Decimal


@dataclass(frozen=True, slots=True)
class Rest:
    """What the other parts of a sum leave."""


Portion: TypeAlias = Proportion | Money | Rest
"""What one source pays of a sum: a share of it, so much money, or what the others leave."""

REST = Rest()


def parse_index(text: str) -> Decimal:
    """Read `108.6%`, prices in per cent of those of the year before: from more than 0 to 1000, at most 4 decimals."""
    found = _PER_CENT.fullmatch(text)
    if found is None:
        bare = text.strip().replace(" ", "").replace(",", ".")
        with_sign = bare if bare.endswith("%") else _probable_index(bare)
        if _PER_CENT.fullmatch(with_sign):
            raise Refusal("index_without_sign", text=text[:40], plain=with_sign)
        raise Refusal("index_not_readable", text=text[:40])
    index = Decimal(found[1])
    if not 0 < index <= _LARGEST_PER_CENT:
        raise Refusal("index_out_of_range", text=text)
    return index


def _probable_index(bare: str) -> str:
    """What a number without a sign probably means: 1.086 is a factor, 8.6 a rise, 108.6 an index."""
    if not _PER_CENT.fullmatch(f"{bare}%"):
        return bare
    number = Decimal(bare)
    if number <= _LARGEST_FACTOR:
        number *= WHOLE
    elif number < _LARGEST_RISE:
        number += WHOLE
    return f"{number.normalize():f}%"


def parse_per_cent(text: str) -> Decimal:
    """Read `140%` of what is planned: from more than 0 to 1000, at most 4 decimals."""
    found = _PER_CENT.fullmatch(text)
    if found is None:
        raise Refusal("per_cent_not_readable", text=text[:40])
    number = Decimal(found[1])
    if not 0 < number <= _LARGEST_PER_CENT:
        raise Refusal("per_cent_out_of_range", text=text)
    return number


def parse_rate(text: str) -> Decimal:
    """Read a rate of exchange, the strategy's currency for one unit of another: `48.25`, more than 0."""
    rate = parse_number(text, signed=False)
    if not rate:
        raise Refusal("rate_is_zero", text=text)
    return rate


def parse_portion(text: str) -> Portion:
    """Read `60%`, `100000.00` or `rest`. A bare `60`, `60.5` or `0.6` is refused: it may be a share or hryvnias."""
    if text in _REST_WORDS:
        return REST
    if _BARE_SHARE.fullmatch(text):
        number = Decimal(text)
        share = number if number >= 1 else number * WHOLE
        raise Refusal("portion_ambiguous", text=text, share=shown_share(share), money=f"{number:.2f}")
    if "%" in text:
        return Proportion(parse_share(text))
    try:
        return Money.parse(text)
    except Refusal as refusal:
        if refusal.reason == "money_not_a_number":
            raise Refusal("portion_not_readable", text=text[:40]) from None
        raise


def chained(factor: Decimal, index: Decimal) -> Decimal:
    """A factor of prices one year on: multiplied by the year's index and rounded, half up, to six decimals."""
    return _EXACT.quantize(_EXACT.divide(_EXACT.multiply(factor, index), WHOLE), _MILLIONTH)
