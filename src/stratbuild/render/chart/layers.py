"""The layers of a graph by the longest path, and an order within each that has few crossings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

_SWEEPS = 8

Edge: TypeAlias = tuple[str, str]
Slot: TypeAlias = tuple[str, ...]
"""A box, by its name alone; a bend of a line, by the names of its ends and the layer that it passes."""


def components(names: Sequence[str], edges: Sequence[Edge]) -> list[list[str]]:
    """The parts that no line connects with each other, in the order of the names."""
    beside: dict[str, list[str]] = defaultdict(list)
    for before, after in edges:
        beside[before].append(after)
        beside[after].append(before)
    parts: list[list[str]] = []
    part_of: dict[str, int] = {}
    for name in names:
        if name not in part_of:
            part_of[name] = len(parts)
            parts.append([])
            waiting = [name]
            while waiting:
                for other in beside[waiting.pop()]:
                    if other not in part_of:
                        part_of[other] = part_of[name]
                        waiting.append(other)
        parts[part_of[name]].append(name)
    return parts


def layers_of(names: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The layer of each box: the number of lines on the longest way to it. There are no circles."""
    layer, waits = dict.fromkeys(names, 0), dict.fromkeys(names, 0)
    following: dict[str, list[str]] = defaultdict(list)
    for before, after in edges:
        waits[after] += 1
        following[before].append(after)
    ready = [name for name in names if not waits[name]]
    for name in ready:  # it grows while it is walked through
        for after in following[name]:
            layer[after] = max(layer[after], layer[name] + 1)
            waits[after] -= 1
            if not waits[after]:
                ready.append(after)
    return layer


@dataclass(frozen=True, slots=True)
class Ranks:
    """What stands in each layer from top to bottom, and what each box or bend is connected with on its left and right."""

    slots: Sequence[Sequence[Slot]]
    left: Mapping[Slot, Sequence[Slot]]
    right: Mapping[Slot, Sequence[Slot]]


def ranks(names: Sequence[str], edges: Sequence[Edge], layer: Mapping[str, int]) -> Ranks:
    """The layers, always in the same order for the same names and lines in the same order."""
    found: list[list[Slot]] = [[] for _ in range(max(layer.values()) + 1)]
    for name in names:
        found[layer[name]].append((name,))
    left: dict[Slot, list[Slot]] = defaultdict(list)
    right: dict[Slot, list[Slot]] = defaultdict(list)
    for edge in edges:
        way = way_of(edge, layer)
        for at, bend in enumerate(way[1:-1], start=layer[edge[0]] + 1):
            found[at].append(bend)
        for one, other in pairwise(way):
            right[one].append(other)
            left[other].append(one)
    return Ranks(_fewest_crossings(found, left, right), left, right)


def way_of(edge: Edge, layer: Mapping[str, int]) -> list[Slot]:
    """The slots that a line touches: its two boxes, and between them a bend in every layer that it passes."""
    bends: list[Slot] = [(*edge, str(at)) for at in range(layer[edge[0]] + 1, layer[edge[1]])]
    return [(edge[0],), *bends, (edge[1],)]


def _fewest_crossings(
    ranks: list[list[Slot]], left: Mapping[Slot, Sequence[Slot]], right: Mapping[Slot, Sequence[Slot]]
) -> list[list[Slot]]:
    """Every layer in the order of the mean places of its neighbours, forwards and backwards, and the best that was seen."""
    best, fewest = [list(rank) for rank in ranks], _crossings(ranks, right)
    for number in range(_SWEEPS):
        forwards = number % 2 == 0
        for at in range(1, len(ranks)) if forwards else range(len(ranks) - 2, -1, -1):
            _sort(ranks[at], ranks[at - 1 if forwards else at + 1], left if forwards else right)
        count = _crossings(ranks, right)
        if count < fewest:
            best, fewest = [list(rank) for rank in ranks], count
    return best


def _sort(rank: list[Slot], beside: Sequence[Slot], neighbours: Mapping[Slot, Sequence[Slot]]) -> None:
    """A layer by the mean places of its neighbours; what has none keeps its place."""
    near = {slot: place for place, slot in enumerate(beside)}
    keys: dict[Slot, tuple[float, int]] = {}
    for place, slot in enumerate(rank):
        ends = [near[one] for one in neighbours.get(slot, ())]
        keys[slot] = (sum(ends) / len(ends) if ends else float(place), place)
    rank.sort(key=keys.__getitem__)


def _crossings(ranks: Sequence[Sequence[Slot]], right: Mapping[Slot, Sequence[Slot]]) -> int:
    """How many pairs of lines cross between neighbouring layers."""
    count = 0
    for rank, following in pairwise(ranks):
        near = {slot: place for place, slot in enumerate(following)}
        ends = [end for slot in rank for end in sorted(near[one] for one in right.get(slot, ()))]
        count += _inversions(ends)
    return count


def _inversions(ends: list[int]) -> int:
    """How many pairs stand in the wrong order, by merging."""
    if len(ends) < 2:
        return 0
    half = len(ends) // 2
    first, second = ends[:half], ends[half:]
    count = _inversions(first) + _inversions(second)
    first.sort()
    second.sort()
    at = 0
    for end in second:
        while at < len(first) and first[at] <= end:
            at += 1
        count += len(first) - at
    return count
