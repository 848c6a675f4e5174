"""Money, exact to the hundredth (kopeck, cent), from the first character to the last cell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import ClassVar, Self

from stratbuild.quantity.refusal import Refusal

_PLAIN = re.compile(r"(-?)([0-9]+)(?:\.([0-9]{1,2}))?", re.ASCII)
_SPACES = " \u00a0\u202f\u2009"
_HUMAN = re.compile(rf"-?[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})*(?:[.,][0-9]{{1,2}})?")
_GROUPED_UNEVENLY = re.compile(rf"-?[0-9]+(?:[{_SPACES}]+[0-9]+)+(?:[.,][0-9]*)?")
_SEPARATED = re.compile(r"-?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+(?:[.,][0-9]{1,2})?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]{1,2}")
_TOO_FINE = re.compile(r"-?[0-9]+[.,][0-9]{3,}")
_WITH_WORDS = re.compile(rf"-?[0-9][0-9.,{_SPACES}]*\s*[^\W\d_₴$€.][\w.₴$€ ]*|-?[0-9][0-9.,{_SPACES}]*[₴$€]|[₴$€].*")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact sum in the strategy's currency, held as a whole number of hundredths.

    The largest sum is 9 999 999 999 999.99, the most that a spreadsheet keeps to the hundredth.
    """

    hundredths: int

    LARGEST: ClassVar[int] = 999_999_999_999_999

    @classmethod
    def parse(cls, text: str, *, signed: bool = False) -> Self:
        """Read `18500`, `18500.5` or `18500.50`; anything else is a `Refusal` that says what to write."""
        found = _PLAIN.fullmatch(text)
        if found is None:
            raise _refusal(text, signed=signed)
        sign, whole, fraction = found.groups()
        if len(whole) > 13:
            raise Refusal("money_too_large", text=_shortened(text))
        hundredths = int(whole) * 100 + int((fraction or "0").ljust(2, "0"))
        if sign and (not signed or hundredths == 0):
            raise Refusal("money_negative", text=text)
        return cls(-hundredths if sign else hundredths)

    @classmethod
    def total(cls, sums: Iterable["Money"]) -> Self:
        """Add up any number of sums; nothing adds up to zero."""
        return cls(sum(one.hundredths for one in sums))

    @property
    def decimal(self) -> Decimal:
        """The sum in whole units of the currency, with two decimals."""
        return Decimal(self.hundredths).scaleb(-2)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.hundredths + other.hundredths)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.hundredths - other.hundredths)

    def __bool__(self) -> bool:
        return self.hundredths != 0

    def __str__(self) -> str:
        return str(self.decimal)

    def times(self, quantity: Decimal | Fraction) -> "Money":
        """The price of a quantity, not negative, a half hundredth rounded up: the one place where a product is rounded."""
        numerator, denominator = quantity.as_integer_ratio()
        return Money((2 * self.hundredths * numerator + denominator) // (2 * denominator))

    def split(self, weights: Sequence[Decimal]) -> tuple["Money", ...]:
        """Divide in proportion so that the parts add up to the whole.

        Rule of the largest remainder: every part is rounded down, and the hundredths left over go one
        each to the parts that lost most, the earlier first. 100.00 over three equal weights is
        33.34 + 33.33 + 33.33. The weights are not negative and not all zero.
        """
        return self.split_whole(whole_numbers(weights))

    def split_whole(self, weights: Sequence[int]) -> tuple["Money", ...]:
        """Divide in proportion to whole numbers, by the same rule."""
        whole = sum(weights)
        shares = [divmod(self.hundredths * weight, whole) for weight in weights]
        floors = [floor for floor, _ in shares]
        left = self.hundredths - sum(floors)
        if left:
            losses = [loss for _, loss in shares]
            for place in sorted(range(len(losses)), key=losses.__getitem__, reverse=True)[:left]:
                floors[place] += 1
        return tuple(map(Money, floors))


ZERO = Money(0)


def whole_numbers(weights: Sequence[Decimal]) -> tuple[int, ...]:
    """Whole numbers in the same proportion."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    common = lcm(*(denominator for _, denominator in ratios))
    return tuple(numerator * (common // denominator) for numerator, denominator in ratios)


def _refusal(text: str, *, signed: bool) -> Refusal:
    shown = _shortened(text)
    if not text.isascii() and any(sign.isdecimal() and not sign.isascii() for sign in text):
        return Refusal("money_foreign_digits", text=shown)
    if _DECIMAL_COMMA.fullmatch(text) or (_HUMAN.fullmatch(text) and any(sign in text for sign in _SPACES)):
        plain = "".join(sign for sign in text if sign not in _SPACES).replace(",", ".")
        return _offer("money_written_for_people", text, signed=signed, plain=plain)
    if _SEPARATED.fullmatch(text):
        *groups, tail = re.split("[.,]", text)
        joined = "".join(groups)
        if len(tail) < 3:
            return _offer("money_written_for_people", text, signed=signed, plain=f"{joined}.{tail}")
        if len(groups) > 1 and not {".", ","} <= set(text):
            return _offer("money_written_for_people", text, signed=signed, plain=f"{joined}{tail}.00")
        small = f"{joined}.{tail.removesuffix('0')}"
        return _offer("money_ambiguous", text, signed=signed, large=f"{joined}{tail}.00", small=small)
    if _GROUPED_UNEVENLY.fullmatch(text):
        return Refusal("money_grouped_unevenly", text=shown)
    if _TOO_FINE.fullmatch(text):
        return Refusal("money_finer_than_hundredths", text=shown)
    if _WITH_WORDS.fullmatch(text) and not re.fullmatch(r"-?[0-9.]+[eE][-+]?[0-9]+|0[xXoO][0-9A-Fa-f]+", text):
        return Refusal("money_with_words", text=shown)
    return Refusal("money_not_a_number", text=shown)


def _offer(reason: str, text: str, *, signed: bool, **plain: str) -> Refusal:
    """The refusal that offers other spellings, or what is wrong with the first of them where it is no sum either."""
    try:
        Money.parse(next(iter(plain.values())), signed=signed)
    except Refusal as refusal:
        return Refusal(refusal.reason, text=_shortened(text))
    return Refusal(reason, text=_shortened(text), **plain)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"
