"""Sums in thousands: each rounded by itself from the exact one, and how far rounded parts miss a rounded whole."""

from collections.abc import Iterable
from decimal import Decimal

from stratbuild.quantity.money import Money


def in_thousands(money: Money, decimals: int = 1) -> Decimal:
    """A sum in thousands of the currency, rounded to so many decimals (0 to 5), a half away from zero."""
    step = 10 ** (5 - decimals)
    rounded = (2 * abs(money.hundredths) + step) // (2 * step)
    return Decimal(rounded if money.hundredths >= 0 else -rounded).scaleb(-decimals)


def rounding_gap(parts: Iterable[Money], decimals: int = 1) -> Decimal:
    """How much more the rounded parts are together than their rounded sum, in thousands; zero where rounding does not show.

    The total of a table in thousands is the exact sum, rounded once. It is never the sum of what is shown.
    """
    listed = tuple(parts)
    shown = sum((in_thousands(part, decimals) for part in listed), Decimal(0))
    return shown - in_thousands(Money.total(listed), decimals)
