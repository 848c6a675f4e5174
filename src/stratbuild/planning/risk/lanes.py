"""Many numbers side by side in one: what is done with all of them is done in one step.

Each lane is wide enough for the largest sum that a strategy can have, so that nothing runs over into the next.
"""

from collections.abc import Sequence
from struct import pack, unpack

_BYTES = 16


def packed(numbers: Sequence[int]) -> int:
    """Numbers from 0 to 2⁶³ as one; such ones may be added, and multiplied by a number that is not negative."""
    lanes = [0] * (2 * len(numbers))
    lanes[::2] = numbers
    return int.from_bytes(pack(f"<{len(lanes)}Q", *lanes), "little")


def unpacked(lanes: int, count: int) -> list[int]:
    """The numbers that one was made of, `count` of them."""
    halves = unpack(f"<{2 * count}Q", lanes.to_bytes(_BYTES * count, "little"))
    return [low | high << 64 for low, high in zip(halves[::2], halves[1::2], strict=True)]
