"""A presentation before it is written: what each slide says; how much of it fits on one is not its concern."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Alignment = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class SlideText:
    """Paragraphs, the first of which may stand out as a lead."""

    paragraphs: Sequence[str]
    bullets: bool = True


@dataclass(frozen=True, slots=True)
class SlideColumn:
    """A column of a table: its head, its share of the width, how its cells are aligned."""

    title: str
    width: float
    align: Alignment = "left"


@dataclass(frozen=True, slots=True)
class SlideTable:
    """A table that can be edited; a long one goes on on further slides, with its head again."""

    columns: Sequence[SlideColumn]
    rows: Sequence[Sequence[str]]
    alternative: str
    total: bool = False
    """Whether the last row is a total."""


@dataclass(frozen=True, slots=True)
class SlideSeries:
    """The values of one name in all categories of a chart."""

    name: str
    values: Sequence[Decimal]


@dataclass(frozen=True, slots=True)
class SlideChart:
    """A chart that can be edited, with its data."""

    kind: Literal["stacked columns", "bars"]
    categories: Sequence[str]
    series: Sequence[SlideSeries]
    number_format: str
    """A pattern of a workbook, `#,##0`."""
    alternative: str


SlideBody = SlideText | SlideTable | SlideChart


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide, or several where its body does not fit on one."""

    title: str
    body: SlideBody | None
    notes: str
    """What the speaker sees: where the figures come from."""
    subtitle: Sequence[str] = ()
    """Lines below the title of the first slide."""


@dataclass(frozen=True)
class Presentation:
    """All slides; the first one has no body."""

    path: str
    title: str
    author: str
    language: str
    """A tag, `uk-UA`."""
    footer: str
    continued: str
    """What stands behind the title of a slide that goes on, `(продовження)`."""
    slides: Sequence[Slide]
