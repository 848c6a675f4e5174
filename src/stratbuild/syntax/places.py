"""Where every key and every value of a file stands, counted out only when somebody asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratbuild.diagnostics import Span
from stratbuild.syntax.parse import Data, Tree

Location = Sequence[str | int]
"""The way to a value from the top of a file: `("measures", 3, "funding", "S-LOCAL")`."""


@dataclass(frozen=True, slots=True)
class Place:
    """The characters of a value, and those of its key where it has one."""

    start: int
    end: int
    key: tuple[int, int] | None
    value: Data
    mark: int
    """Where the marks of the value begin among those of the file."""


class Places:
    """The places of one file.

    A tree's marks are two indexes for every key and value in the order of the text, so a value's own
    are found by counting what stands before it, once for every mapping and list that is asked about.
    """

    def __init__(self, tree: Tree) -> None:
        self._text = tree.text
        self._marks = tree.marks
        start, end = tree.marks[:2] or (0, len(tree.text.content))
        self._top = Place(start, end, None, tree.data, 0)
        self._kept: dict[int, dict[str | int, Place]] = {}

    def span(self, location: Location, *, key: bool = False) -> Span:
        """The span of a value, or of its key; of the nearest owner where the location leads nowhere.

        Parts of a location that name no key (the steps that a validator adds) are passed over. A
        mapping or list is pointed at by its key, an item of a list by its first key.
        """
        place, found = self.find(location)
        if key and found and place.key is not None:
            return self._text.span(*place.key)
        parts = place.value if isinstance(place.value, dict | list) else None
        if (parts is not None or place.end <= place.start) and place.key is not None:
            return self._text.span(*place.key)
        if parts:
            first = next(self._parts(place))[1]
            return self._text.span(*(first.key or (first.start, self._end_of_first_line(first))))
        return self._text.span(place.start, self._end_of_first_line(place))

    def extent(self, location: Location) -> Span:
        """All that a value takes up, from its first character to its last."""
        place, _ = self.find(location)
        return self._text.span(place.start, place.end)

    def holds(self, location: Location) -> bool:
        """Whether every step of a location is there; none is passed over."""
        return all(self.find(location[:end])[1] for end in range(1, len(location) + 1))

    def find(self, location: Location) -> tuple[Place, bool]:
        """The place that a location leads to, and whether its last step was found."""
        place = self._top
        found = not location
        for step in location:
            if place.mark not in self._kept:
                self._kept[place.mark] = dict(self._parts(place))
            inner = self._kept[place.mark].get(step)
            found = inner is not None
            place = inner or place
        return place, found

    def _parts(self, place: Place) -> Iterator[tuple[str | int, Place]]:
        """The places directly inside a mapping or a list, by key or number."""
        marks, at = self._marks, place.mark + 2
        if isinstance(place.value, dict):
            for name, value in place.value.items():
                yield name, Place(marks[at + 2], marks[at + 3], (marks[at], marks[at + 1]), value, at + 2)
                at += 2 + _number_of_marks(value)
        elif isinstance(place.value, list):
            for number, value in enumerate(place.value):
                yield number, Place(marks[at], marks[at + 1], None, value, at)
                at += _number_of_marks(value)

    def _end_of_first_line(self, place: Place) -> int | None:
        """The end of a value; of its first line where it is a block of lines after `|` or `>`."""
        if self._text.content[place.start : place.start + 1] in {"|", ">"}:
            return self._text.end_of_line(place.start)
        return place.end if place.end > place.start else None


def _number_of_marks(value: Data) -> int:
    if isinstance(value, str):
        return 2
    if isinstance(value, list):
        return 2 + sum(map(_number_of_marks, value))
    return 2 + 2 * len(value) + sum(map(_number_of_marks, value.values()))
