"""Exact numbers that are not money: quantities, values of indicators, shares of a whole."""

import re
from decimal import Decimal

from stratbuild.quantity.refusal import Refusal

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?", re.ASCII)
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{2}0", re.ASCII)
_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)%", re.ASCII)

WHOLE = Decimal(100)


def parse_number(text: str, *, signed: bool = True) -> Decimal:
    """Read `12`, `12.5` or `-3`: at most 15 digits before the point and 6 after it.

    `1.200` is refused: it may be a bit more than one, or twelve hundred.
    """
    plain = text.replace(",", ".").replace(" ", "").replace("\u00a0", "")
    if not _NUMBER.fullmatch(plain):
        raise Refusal("number_not_readable", text=text[:40])
    if _AMBIGUOUS.fullmatch(plain):
        large, small = plain.replace(".", ""), f"{Decimal(plain).normalize():f}"
        raise Refusal("number_ambiguous", text=text[:40], large=large, small=small)
    if plain.startswith("-") and not Decimal(plain):
        raise Refusal("number_written_for_people", text=text[:40], plain=plain.removeprefix("-"))
    if plain != text:
        raise Refusal("number_written_for_people", text=text[:40], plain=plain)
    if text.startswith("-") and not signed:
        raise Refusal("number_negative", text=text)
    return Decimal(text)


def parse_share(text: str) -> Decimal:
    """Read `60%` or `33.3333%` as per cent (60, 33.3333): from more than 0 to 100, at most 4 decimals."""
    found = _SHARE.fullmatch(text)
    if found is None:
        bare = text.strip().replace(" ", "").replace(",", ".")
        with_sign = bare if bare.endswith("%") else f"{bare}%"
        if _SHARE.fullmatch(with_sign):
            raise Refusal("share_without_sign", text=text[:40], plain=with_sign)
        raise Refusal("share_not_readable", text=text[:40])
    share = Decimal(found[1])
    if not 0 < share <= WHOLE:
        raise Refusal("share_outside_whole", text=text)
    return share


def shown_share(share: Decimal) -> str:
    """A share as it is written in a strategy: `60%`, `33.3333%`."""
    return f"{share.normalize():f}%"
