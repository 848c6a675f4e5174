"""What fits on a slide: titles shrink within limits, texts and tables go on on the next slide, nothing runs over the edge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stratbuild.render.slide_lettering import LEADING, width_of, wrapped
from stratbuild.render.slides import Presentation, Slide, SlideColumn, SlideTable, SlideText

WIDTH, HEIGHT = 859.0, 360.0
"""Points: the room of a slide below its title."""

TITLE_SIZES = (30, 28, 26, 24, 22, 20)
_TITLE_HEIGHT = 72.0
_FIRST_SIZES, _FIRST_HEIGHT = (40, 36, 32, 28, 24, 20), 158.0
TEXT_SIZES = (28, 24, 20, 18, 16)
CELL_SIZES = (18, 16, 14, 13)
CELL_MARGIN = 7.0
_CELL_ROOM = 5.0
"""Points: between a cell's edges and its text, from left and right, from above and below."""

MOST_ROWS = 8
_FEW_ROWS, _MOST_LINES_OF_FEW, _MOST_LINES = 4, 6, 3
"""Cells of a table of few rows may be higher."""

_AFTER_PARAGRAPH = 0.5
_BULLET = 22.0
_SAFETY = 0.97
"""Programs draw a letter a hair wider or narrower than each other."""

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Fitted:
    """One slide as it is written: its texts are cut and sized so that they stay inside."""

    slide: Slide
    title: str
    title_size: int
    text_size: int = 0
    row_heights: Sequence[float] = ()


def fitted(presentation: Presentation) -> Iterator[Fitted]:
    """The slides as they are written, in their order."""
    for number, slide in enumerate(presentation.slides):
        for place, part in enumerate(_parts(slide)):
            shown = f"{slide.title} {presentation.continued}" if place else slide.title
            sizes, room = (TITLE_SIZES, _TITLE_HEIGHT) if number else (_FIRST_SIZES, _FIRST_HEIGHT)
            title, size = _title(shown, sizes, room)
            notes = slide.notes if title == shown else f"{shown}\n\n{slide.notes}"
            yield replace(part, slide=replace(part.slide, notes=notes), title=title, title_size=size)


def table_widths(columns: Sequence[SlideColumn]) -> list[float]:
    """The widths of a table's columns in points."""
    whole = sum(one.width for one in columns)
    return [WIDTH * one.width / whole for one in columns]


def _title(text: str, sizes: Sequence[int], room: float) -> tuple[str, int]:
    """The title in the largest size in which it fits; in the smallest, as much of it as fits."""
    for size in sizes:
        if len(wrapped(text, size, WIDTH * _SAFETY, bold=True)) * size * LEADING <= room:
            return text, size
    return _cut(text, sizes[-1], WIDTH, int(room / (sizes[-1] * LEADING)), bold=True), sizes[-1]


def _parts(slide: Slide) -> Iterator[Fitted]:
    match slide.body:
        case SlideText():
            yield from _texts(slide, slide.body)
        case SlideTable():
            yield from _tables(slide, slide.body)
        case _:
            yield Fitted(slide, "", 0)


def _texts(slide: Slide, body: SlideText) -> Iterator[Fitted]:
    width = (WIDTH - _BULLET) * _SAFETY
    for size in TEXT_SIZES:
        if sum(_height(one, size, width) for one in body.paragraphs) <= HEIGHT:
            yield Fitted(slide, "", 0, size)
            return
    size = TEXT_SIZES[-1]
    waiting = [piece for one in body.paragraphs for piece in _pieces(one, size, width)]
    while waiting:
        taken, height = [waiting.pop(0)], 0.0
        height = _height(taken[0], size, width)
        while waiting and height + _height(waiting[0], size, width) <= HEIGHT:
            height += _height(waiting[0], size, width)
            taken.append(waiting.pop(0))
        yield Fitted(replace(slide, body=replace(body, paragraphs=taken)), "", 0, size)


def _height(paragraph: str, size: int, width: float) -> float:
    return (len(wrapped(paragraph, size, width)) * LEADING + _AFTER_PARAGRAPH) * size


def _pieces(paragraph: str, size: int, width: float) -> Iterator[str]:
    """A paragraph, or the parts of one that is longer than a slide."""
    most = int(HEIGHT / (size * LEADING)) - 1
    lines = wrapped(paragraph, size, width)
    for first in range(0, len(lines), most):
        yield " ".join(lines[first : first + most])


def _tables(slide: Slide, body: SlideTable) -> Iterator[Fitted]:
    """As many rows on a slide as it has room for; a total stays with the row before it."""
    size = next((one for one in CELL_SIZES if _fits(body, one)), CELL_SIZES[-1])
    head, rows, heights = _measured(body, size)
    first = 0
    while first < len(rows):
        last, used = first, head
        while last < len(rows) and last - first < MOST_ROWS and used + heights[last] <= HEIGHT:
            used += heights[last]
            last += 1
        if body.total and last == len(rows) - 1 and last - first > 1:
            last -= 1
        part = replace(body, rows=rows[first:last], total=body.total and last == len(rows))
        yield Fitted(replace(slide, body=part), "", 0, size, (head, *heights[first:last]))
        first = last


def _fits(body: SlideTable, size: int) -> bool:
    """Whether the whole table fits on one slide in a size, without a text being cut."""
    head, rows, heights = _measured(body, size)
    return len(rows) <= MOST_ROWS and head + sum(heights) <= HEIGHT and rows == [list(row) for row in body.rows]


def _measured(body: SlideTable, size: int) -> tuple[float, list[list[str]], list[float]]:
    """The height of the head, the rows as far as they fit in their cells, and their heights."""
    widths = table_widths(body.columns)
    head = _row_height([one.title for one in body.columns], widths, size, bold=True)
    most = _MOST_LINES_OF_FEW if len(body.rows) <= _FEW_ROWS else _MOST_LINES
    rows = [
        [_cut(cell, size, width - 2 * CELL_MARGIN, most, bold=True) for cell, width in zip(row, widths, strict=True)]
        for row in body.rows
    ]
    heights = [_row_height(row, widths, size, bold=body.total and place == len(rows) - 1) for place, row in enumerate(rows)]
    return head, rows, heights


def _row_height(cells: Sequence[str], widths: Sequence[float], size: int, *, bold: bool) -> float:
    lines = max(
        len(wrapped(cell, size, (width - 2 * CELL_MARGIN) * _SAFETY, bold=bold))
        for cell, width in zip(cells, widths, strict=True)
    )
    return lines * size * LEADING + 2 * _CELL_ROOM


def _cut(text: str, size: int, width: float, most: int, *, bold: bool) -> str:
    """A text, or as much of it as fits in so many lines, with an ellipsis."""
    lines = wrapped(text, size, width * _SAFETY, bold=bold)
    if len(lines) <= most:
        return text
    kept = " ".join(lines[:most])
    while len(wrapped(kept + _ELLIPSIS, size, width * _SAFETY, bold=bold)) > most or width_of(_ELLIPSIS, size) > width:
        kept = kept[:-1]
    return kept.rstrip(" ,;:–-") + _ELLIPSIS
