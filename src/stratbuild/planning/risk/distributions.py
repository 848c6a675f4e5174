"""Triangular ranges in whole numbers: the same on every machine, to the last digit."""

from dataclasses import dataclass
from decimal import Decimal
from math import isqrt
from typing import Self

PARTS = 1_000_000
"""Parts in one: factors are parts per million of what is planned, delays millionths of a day."""

UNIFORM_BITS = 32
"""A number from 0 to 1 is a whole number of parts of two to this power."""
_ONE = 1 << UNIFORM_BITS


@dataclass(frozen=True, slots=True)
class Triangle:
    """A triangular distribution: never below `low`, never above `high`, most probably at `likely`."""

    low: int
    likely: int
    high: int

    @classmethod
    def of(cls, low: int, likely: int | None, high: int) -> Self:
        """The triangle of three points in their order; without a likely one, that in the middle of the others."""
        low, high = min(low, high), max(low, high)
        likely = (low + high) // 2 if likely is None else likely
        return cls(low, min(max(likely, low), high), high)

    def at(self, uniform: int) -> int:
        """The value below which a part of all draws falls; `uniform` is that part in parts of 2³²."""
        span, left = self.high - self.low, self.likely - self.low
        if uniform * span < left << UNIFORM_BITS:
            return self.low + isqrt((uniform * span * left) >> UNIFORM_BITS)
        return self.high - isqrt(((_ONE - uniform) * span * (span - left)) >> UNIFORM_BITS)


def parts_of(per_cent: Decimal) -> int:
    """Per cent as parts per million; no text has finer ones."""
    return int(per_cent * (PARTS // 100))
