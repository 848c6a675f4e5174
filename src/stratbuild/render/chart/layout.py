"""Where the boxes of a layered graph stand: heights near what they are connected with, without overlap."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from stratbuild.render.chart.layers import Edge, Slot, layers_of, ranks, way_of

BEND = 5.0
"""The height that a line takes between boxes where it passes a layer, in points."""

_PASSES = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """The layer of each box and the height of its middle; the bends of every line; how high all of it is."""

    layers: Mapping[str, int]
    middles: Mapping[str, float]
    bends: Mapping[Edge, Sequence[float]]
    height: float

    @property
    def depth(self) -> int:
        """How many layers there are."""
        return max(self.layers.values()) + 1


def layout(names: Sequence[str], edges: Sequence[Edge], heights: Mapping[str, float], gap: float) -> Layout:
    """A layout of one part: always the same for the same names and lines in the same order."""
    layer = layers_of(names, edges)
    found = ranks(names, edges, layer)

    def height_of(slot: Slot) -> float:
        return heights[slot[0]] if len(slot) == 1 else BEND

    total = max(sum(map(height_of, rank)) + gap * (len(rank) - 1) for rank in found.slots)
    middles: dict[Slot, float] = {}
    for rank in found.slots:
        _place(rank, [total / 2] * len(rank), middles, height_of, (gap, total))
    for number in range(_PASSES):
        forwards = number % 2 == 0
        neighbours = found.left if forwards else found.right
        for rank in found.slots if forwards else reversed(found.slots):
            wanted = [_mean([middles[one] for one in neighbours.get(slot, ())], middles[slot]) for slot in rank]
            _place(rank, wanted, middles, height_of, (gap, total))
    bends = {edge: [middles[slot] for slot in way_of(edge, layer)[1:-1]] for edge in edges}
    return Layout(layer, {name: middles[name,] for name in names}, bends, total)


def _mean(heights: Sequence[float], otherwise: float) -> float:
    return sum(heights) / len(heights) if heights else otherwise


def _place(
    rank: Sequence[Slot],
    wanted: Sequence[float],
    middles: dict[Slot, float],
    height_of: Callable[[Slot], float],
    room: tuple[float, float],
) -> None:
    """A layer from top to bottom, each slot as near as it can be to where it is wanted.

    Slots that would overlap become one block around the mean of what they want; the room is its gap and its height.
    """
    gap, total = room
    blocks: list[tuple[float, float, list[Slot]]] = []
    """The upper edge, the height and the slots of each block."""
    for slot, want in zip(rank, wanted, strict=True):
        height = height_of(slot)
        top, size, slots = want - height / 2, height, [slot]
        while blocks and blocks[-1][0] + blocks[-1][1] + gap > top:
            above, above_size, above_slots = blocks.pop()
            share = len(above_slots) / (len(above_slots) + len(slots))
            top = above * share + (top - above_size - gap) * (1 - share)
            size, slots = above_size + gap + size, above_slots + slots
        blocks.append((top, size, slots))
    _keep_inside(blocks, gap, total)
    for top, _, slots in blocks:
        edge = top
        for slot in slots:
            middles[slot] = edge + height_of(slot) / 2
            edge += height_of(slot) + gap


def _keep_inside(blocks: list[tuple[float, float, list[Slot]]], gap: float, total: float) -> None:
    least = 0.0
    for place, (top, size, slots) in enumerate(blocks):
        blocks[place] = (max(top, least), size, slots)
        least = blocks[place][0] + size + gap
    most = total
    for place in range(len(blocks) - 1, -1, -1):
        top, size, slots = blocks[place]
        blocks[place] = (min(top, most - size), size, slots)
        most = blocks[place][0] - gap
