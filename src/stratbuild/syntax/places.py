"""Where every key and every value of a file stands, found only when somebody asks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from stratbuild.diagnostics import Span
from stratbuild.source import SourceText
from stratbuild.syntax.parse import Tree, events

Location = Sequence[str | int]
"""The way to a value from the top of a file: `("measures", 3, "funding", "S-LOCAL")`."""


@dataclass(slots=True)
class Place:
    """The characters of a value, those of its key where it has one, and the places of its parts."""

    start: int
    end: int
    key: tuple[int, int] | None = None
    parts: dict[str | int, "Place"] = field(default_factory=dict)
    style: str | None = None


class Places:
    """The places of one file, read from its text a second time: a file without findings never pays."""

    def __init__(self, tree: Tree) -> None:
        self._text = tree.text
        self._top: Place | None = None

    def span(self, location: Location, *, key: bool = False) -> Span:
        """The span of a value, or of its key; of the nearest owner where the location leads nowhere.

        Parts of a location that name no key (the steps that a validator adds) are passed over. A
        mapping or list is pointed at by its key, an item of a list by its first key.
        """
        place, found = self.find(location)
        if key and found and place.key is not None:
            return self._text.span(*place.key)
        if place.parts or place.end <= place.start:
            if place.key is not None:
                return self._text.span(*place.key)
            if place.parts:
                first = next(iter(place.parts.values()))
                return self._text.span(*(first.key or (first.start, first.end)))
        if place.style in ("|", ">"):
            end = self._text.content.find("\n", place.start)
            return self._text.span(place.start, end if end >= 0 else place.end)
        return self._text.span(place.start, place.end if place.end > place.start else None)

    def find(self, location: Location) -> tuple[Place, bool]:
        """The place that a location leads to, and whether its last step was found."""
        place = self.top
        found = not location
        for step in location:
            inner = place.parts.get(step)
            found = inner is not None
            if inner is not None:
                place = inner
        return place, found

    @property
    def top(self) -> Place:
        """The place of the whole file."""
        if self._top is None:
            self._top = _read(self._text)
        return self._top


def _read(text: SourceText) -> Place:
    top = Place(0, len(text.content))
    open_places: list[tuple[Place, bool]] = []
    pending: list[tuple[str, int, int] | None] = []
    for event in events(text):
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            place, _ = open_places.pop()
            place.end = event.end_mark.index
            pending.pop()
        elif kind in (ScalarEvent, MappingStartEvent, SequenceStartEvent):
            if kind is ScalarEvent and open_places and open_places[-1][1] and pending[-1] is None:
                pending[-1] = (event.value, event.start_mark.index, event.end_mark.index)
                continue
            place = _place(event, open_places, pending, top)
            if kind is not ScalarEvent:
                open_places.append((place, kind is MappingStartEvent))
                pending.append(None)
    return top


def _place(event: Any, open_places: list[tuple[Place, bool]], pending: list[tuple[str, int, int] | None], top: Place) -> Place:
    style = event.style if isinstance(event, ScalarEvent) else None
    place = Place(event.start_mark.index, event.end_mark.index, style=style)
    if not open_places:
        top.parts = place.parts
        return place
    parent, is_mapping = open_places[-1]
    key = pending[-1]
    if is_mapping and key is not None:
        place.key = key[1:]
        parent.parts[key[0]] = place
        pending[-1] = None
    else:
        parent.parts[len(parent.parts)] = place
    return place
