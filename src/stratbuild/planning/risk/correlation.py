"""Draws that go wrong together: a Gaussian copula with one factor for each common cause.

What hangs on a cause has the normal number z = √ρ·Z + √(1−ρ)·ε, where Z is the cause's and ε its own. All
numbers are whole ones from tables, and every item has a generator of its own, seeded from its id: an item
more or less, or another order, changes no draw of the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from math import isqrt
from random import Random
from statistics import NormalDist
from struct import unpack

from stratbuild.planning.risk.distributions import PARTS, UNIFORM_BITS, Triangle, parts_of
from stratbuild.quantity import WHOLE

_NORMALS = 1 << 12
"""Normal numbers that a draw is one of, equally probable; few enough to be found fast."""
_LAST_NORMAL = _NORMALS - 1
_NORMAL_BITS = 14
"""A normal number is a whole number of parts of two to this power."""
_WEIGHT_BITS = 12
"""So is a weight, of two to this one; their product is one digit of Python's numbers, with which it reckons fastest."""
_CELL_BITS = _NORMAL_BITS - 7
"""Cells of 1/128 of a standard deviation are what a value is looked up by."""
_REACH = 7
"""Standard deviations that no draw goes beyond: √2 of those at the ends of the table of normal numbers."""
_OFFSET = _REACH << (_NORMAL_BITS - _CELL_BITS)


@dataclass(frozen=True)
class Draws:
    """The draws of everything, `count` of each, from one seed."""

    count: int
    seed: int
    _common: dict[tuple[str, int], tuple[int, ...]] = field(default_factory=dict, init=False, repr=False)
    _values: dict[Triangle, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False)

    def of(self, triangle: Triangle, item: str, cause: str, correlation: Decimal) -> list[int]:
        """The values of an item that rises and falls with a cause."""
        return self.looked_up(triangle, self.cells(item, cause, correlation))

    def alone(self, item: str) -> list[int]:
        """The cells of an item that rises and falls with nothing."""
        normals = _normals()
        return [(normals[one & _LAST_NORMAL] >> _CELL_BITS) + _OFFSET for one in self._random(item)]

    def cells(self, item: str, cause: str, correlation: Decimal) -> list[int]:
        """The cells of an item that rises and falls with a cause, for triangles to be looked up by."""
        return [(one >> _CELL_BITS) + _OFFSET for one in self._normal(item, cause, correlation)]

    def looked_up(self, triangle: Triangle, cells: Sequence[int]) -> list[int]:
        """The values of a triangle at cells."""
        values = self._values.get(triangle)
        if values is None:
            values = self._values[triangle] = tuple(map(triangle.at, _uniforms()))
        return [values[cell] for cell in cells]

    def happens(self, item: str, probability: Decimal, cause: str | None, correlation: Decimal) -> list[bool]:
        """In which draws a risk comes true: where its normal number is among the highest."""
        if probability >= WHOLE:
            return [True] * self.count
        least = round(NormalDist().inv_cdf(1 - float(probability / WHOLE)) * (1 << _NORMAL_BITS))
        if cause is None:
            normals = _normals()
            return [normals[one & _LAST_NORMAL] >= least for one in self._random(item)]
        return [one >= least for one in self._normal(item, cause, correlation)]

    def _normal(self, item: str, cause: str, correlation: Decimal) -> list[int]:
        rho, normals = parts_of(correlation), _normals()
        common = self._common.get((cause, rho))
        if common is None:
            weight = _root(rho)
            common = self._common[cause, rho] = tuple(
                [weight * normals[one & _LAST_NORMAL] for one in self._random(f"cause:{cause}")]
            )
        own = _root(PARTS - rho)
        if not own:
            return [one >> _WEIGHT_BITS for one in common]
        drawn = zip(common, self._random(item), strict=True)
        return [(one + own * normals[other & _LAST_NORMAL]) >> _WEIGHT_BITS for one, other in drawn]

    def _random(self, item: str) -> Sequence[int]:
        # A text as a seed goes through SHA-512, so that neighbouring seeds and ids have nothing in common.
        return unpack(f"<{self.count}H", Random(f"{self.seed}:{item}").randbytes(2 * self.count))  # noqa: S311 - no secret


def _root(parts: int) -> int:
    """The square root of parts per million, as a weight."""
    return isqrt((parts << 2 * _WEIGHT_BITS) // PARTS)


@cache
def _normals() -> tuple[int, ...]:
    """Normal numbers, equally probable, in rising order."""
    normal = NormalDist()
    upper = [round(normal.inv_cdf((one + 0.5) / _NORMALS) * (1 << _NORMAL_BITS)) for one in range(_NORMALS // 2, _NORMALS)]
    return (*(-one for one in reversed(upper)), *upper)


@cache
def _uniforms() -> tuple[int, ...]:
    """By cell: which part of all normal numbers is below its middle."""
    normal, cells = NormalDist(), 1 << (_NORMAL_BITS - _CELL_BITS)
    return tuple(round(normal.cdf((one + 0.5 - _OFFSET) / cells) * (1 << UNIFORM_BITS)) for one in range(2 * _OFFSET))
