"""The graph of dependencies: a box for each measure, a line for each dependency, divided into sheets that fit on a page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from stratbuild.render.chart.layers import layers_of
from stratbuild.render.chart.layout import Layout
from stratbuild.render.chart.lettering import cut, lines_of
from stratbuild.render.chart.picture import HIGHEST, WIDEST

LETTERS, LEADING = 7.5, 9.0
PADDING = 4.0
UNDER_RULE = 3.0
GAP = 7.0
"""Between boxes that stand above each other, in points."""

ACROSS = 22.0
_NARROWEST, _WIDEST_BOX = 86.0, 132.0
_TITLE_LINES = 3


class LinkType(StrEnum):
    """What a line joins: the end or the start of one with the start or the end of another."""

    FINISH_TO_START = "finish-to-start"
    START_TO_START = "start-to-start"
    FINISH_TO_FINISH = "finish-to-finish"


@dataclass(frozen=True, slots=True)
class Box:
    """A measure or a milestone: a name of its own, its printed number, its title."""

    name: str
    code: str
    title: str
    critical: bool = False
    milestone: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A dependency between two boxes by their names."""

    before: str
    after: str
    type: LinkType = LinkType.FINISH_TO_START
    critical: bool = False


@dataclass(frozen=True, slots=True)
class GraphWords:
    """The words of the picture."""

    types: Mapping[LinkType, str]
    critical: str
    milestone: str
    after: str
    """Before the printed numbers of what a box waits for and what is on another sheet."""


@dataclass(frozen=True, slots=True)
class Part:
    """Boxes that lines connect, laid out, and where on the sheet they stand."""

    names: Sequence[str]
    layout: Layout
    at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Graph:
    """Boxes and links; a box without any link is left out."""

    boxes: Sequence[Box]
    links: Sequence[Link]
    words: GraphWords
    width: float = WIDEST
    height: float = HIGHEST
    _heights: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def named(self) -> Mapping[str, Box]:
        """The boxes that have links, by name, in their order."""
        linked = {name for link in self.links for name in (link.before, link.after)}
        return {box.name: box for box in self.boxes if box.name in linked}

    @cached_property
    def edges(self) -> tuple[tuple[str, str], ...]:
        """The pairs that some link connects."""
        return tuple(dict.fromkeys((link.before, link.after) for link in self.links))

    @cached_property
    def incoming(self) -> Mapping[str, Sequence[str]]:
        """What each box waits for."""
        found: dict[str, list[str]] = defaultdict(list)
        for before, after in self.edges:
            found[after].append(before)
        return found

    @property
    def most_layers(self) -> int:
        """How many boxes fit side by side."""
        return int((self.width + ACROSS) // (_NARROWEST + ACROSS))

    @cached_property
    def box_width(self) -> float:
        """The same for all boxes: as wide as the longest chain allows."""
        depth = min(max(layers_of(list(self.named), self.edges).values(), default=0) + 1, self.most_layers)
        return min((self.width + ACROSS) / max(depth, 1) - ACROSS, _WIDEST_BOX)

    @property
    def text_width(self) -> float:
        """The room for the words of a box."""
        return self.box_width - 1 - 2 * PADDING

    @property
    def step(self) -> float:
        """From the left edge of a layer to that of the next one."""
        return self.box_width + ACROSS

    def lines(self, box: Box) -> tuple[str, ...]:
        """The lines of a title."""
        return lines_of(box.title, LETTERS, self.text_width, _TITLE_LINES)

    def waits(self, box: Box, names: frozenset[str]) -> str | None:
        """What a box waits for that is not among the names, in words that fit in it."""
        elsewhere = [self.named[one] for one in self.incoming[box.name] if one not in names]
        if not elsewhere:
            return None
        written = ", ".join(one.code or one.title for one in elsewhere)
        return cut(f"{self.words.after} {written}", LETTERS, self.text_width)

    def box_height(self, box: Box, names: frozenset[str]) -> float:
        """As high as its words ask for."""
        if box.name not in self._heights:
            self._heights[box.name] = (len(self.lines(box)) + bool(box.code)) * LEADING + 2 * PADDING - 1
        return self._heights[box.name] + (LEADING + UNDER_RULE if any(one not in names for one in self.incoming[box.name]) else 0)


def longest_chain(graph: Graph, sheet: Sequence[Part]) -> tuple[Box, ...]:
    """Of the boxes of a sheet the longest row in which each waits for the one before; of equal ones the first."""
    part = max(sheet, key=lambda one: one.layout.depth)
    layers = part.layout.layers
    name = max(part.names, key=lambda one: layers[one])
    chain = [name]
    while layers[name]:
        name = next(one for one in graph.incoming[name] if layers.get(one) == layers[name] - 1)
        chain.append(name)
    return tuple(graph.named[one] for one in reversed(chain))
