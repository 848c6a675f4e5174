"""The people of a unit who are free, as a staircase over time: it changes only where something begins or ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from stratbuild.planning.levelling.places import FAR, Place

UNLIMITED = 10**15
"""What is free where a unit says nothing of its people."""


class Profile:
    """How much of a unit is free from one moment to the next; below zero where too much is taken."""

    def __init__(self, steps: Mapping[int, int]) -> None:
        """The capacity from each moment on; what is before the first of them is as from it on."""
        self._moments = [-FAR, *sorted(steps)[1:]]
        self._free = [steps[moment] for moment in sorted(steps)]

    def take(self, place: Place, need: int) -> None:
        """Take so much from a start to an end."""
        if place.end <= place.start or not need:
            return
        first, last = self._cut(place.start), self._cut(place.end)
        for step in range(first, last):
            self._free[step] -= need

    def blocked_until(self, place: Place, need: int) -> int | None:
        """When the last stretch ends that has too little free for a place; none where it fits."""
        step = bisect_left(self._moments, place.end) - 1
        while step >= 0 and self._end(step) > place.start:
            if self._free[step] < need:
                return self._end(step)
            step -= 1
        return None

    def stretches(self) -> Iterator[tuple[int, int, int]]:
        """Start, end, and how much is free there."""
        for step, moment in enumerate(self._moments):
            yield moment, self._end(step), self._free[step]

    def _end(self, step: int) -> int:
        return self._moments[step + 1] if step + 1 < len(self._moments) else FAR

    def _cut(self, moment: int) -> int:
        """The step that begins at a moment, made where there is none."""
        step = bisect_right(self._moments, moment) - 1
        if self._moments[step] == moment:
            return step
        self._moments.insert(step + 1, moment)
        self._free.insert(step + 1, self._free[step])
        return step + 1
