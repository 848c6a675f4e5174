"""Choices by chance: whole numbers and picks, from hypothesis or from a seed, and the numbers of a budget made of them."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

WAYS = ("amounts", "quantity", "total")
"""The ways in which a line comes to its amount."""

ALL_PERCENT = 1_000_000
"""The whole in ten-thousandths of a per cent, the finest that a share is written in."""

LARGEST = "9999999999999.99"
"""The largest sum."""

_Value = TypeVar("_Value")


class Chance(Protocol):
    """Where the choices come from."""

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends included."""

    def pick(self, values: Sequence[_Value]) -> _Value:
        """One of the values."""


class Rolled:
    """Choices of a seeded random number."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(least, most)

    def pick(self, values: Sequence[_Value]) -> _Value:
        """One of the values."""
        return self._random.choice(values)


class Drawn:
    """Choices of hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self._draw(st.integers(least, most))

    def pick(self, values: Sequence[_Value]) -> _Value:
        """One of the values."""
        return self._draw(st.sampled_from(values))


def money(kopecks: int) -> str:
    """A sum as it is written."""
    return f"{kopecks // 100}.{kopecks % 100:02}"


def decimals(units: int, places: int) -> str:
    """A number of so many decimals, without zeros at its end."""
    return f"{(Decimal(units) / 10**places).normalize():f}"


class Choices:
    """The numbers of a budget, as they are written."""

    def __init__(self, chance: Chance) -> None:
        self.chance, self.whole, self.pick = chance, chance.whole, chance.pick

    def yes(self, of: int = 2) -> bool:
        """True once in so many times."""
        return self.whole(1, of) == 1

    def some(self, values: Sequence[_Value], least: int = 0) -> list[_Value]:
        """Some of the values, at least so many, in their order."""
        found = [value for value in values if self.yes()]
        while len(found) < least:
            found = [value for value in values if value in found or self.yes()]
        return found

    def amount(self, way: str, years: list[int], least: int = 0) -> dict[str, Any]:
        spent = [str(year) for year in self.some(years, least=1)]
        if way == "amounts":
            return {"amounts": {year: self.sum(least) for year in spent}}
        if way == "quantity":
            return {
                "quantity": {year: self.quantity(least) for year in spent},
                "unit_price": money(self.whole(least, self.pick([20_000, 10**8]))),
            }
        if self.yes():
            return {"total": self.sum(least), "evenly_over": spent}
        return {"total": self.sum(least), "year_shares": dict(zip(spent, self.shares(len(spent)), strict=True))}

    def sum(self, least: int) -> str:
        return money(self.whole(least, self.pick([20_000, 10**7, 10**10])))

    def quantity(self, least: int) -> str:
        return decimals(self.whole(1_000 if least else 0, 10**6), 3)

    def rate(self) -> str:
        return decimals(self.whole(1_000_000, 60_000_000), 6)

    def share(self) -> str:
        return f"{decimals(self.whole(1, 300_000), 4)}%"

    def shares(self, count: int) -> list[str]:
        """So many shares, together the whole."""
        if self.yes(4):
            equal = ALL_PERCENT // count
            parts = [equal] * (count - 1) + [ALL_PERCENT - equal * (count - 1)]
        else:
            left, parts = ALL_PERCENT, []
            for others in range(count - 1, 0, -1):
                parts.append(self.whole(1, left - others))
                left -= parts[-1]
            parts.append(left)
        return [f"{decimals(part, 4)}%" for part in parts]
