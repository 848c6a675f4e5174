"""Stretches of a text and what takes their place."""

from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import NamedTuple

from stratbuild.rewrite.layout import BLOCK_HEADER, Layout


class Splice(NamedTuple):
    """The characters from one index to another, and those that are written instead."""

    start: int
    end: int
    text: str = ""


def spliced(content: str, splices: Iterable[Splice]) -> str | None:
    """A text with all splices carried out; nothing where two of them meet.

    What is only taken out may overlap with others; what is put in at one index comes in the order of the splices.
    """
    parts: list[str] = []
    at = 0
    for one in sorted(splices, key=lambda one: (one.start, one.end)):
        if one.start < at and one.text and one.end > one.start:
            return None
        parts += (content[at : max(at, one.start)], one.text)
        at = max(at, one.end)
    return "".join((*parts, content[at:]))


def put_in_lines(layout: Layout, at: int, lines: Sequence[str]) -> Splice:
    """Lines that are put in where a line begins, without empty ones at first where a block of lines above would keep them."""
    if layout.keeps_empty_lines(at):
        lines = list(dropwhile(lambda line: not line, lines))
    return Splice(at, at, "".join(line + layout.line_break for line in lines))


def take_out_lines(layout: Layout, start: int, end: int) -> Splice:
    """Whole lines are taken out, and the blank ones below where a block of lines above would take them for its own."""
    below = end
    while layout.is_blank_line(below):
        below = layout.next_line(below)
    has_spaces = bool(layout.content[end:below].strip("\r\n"))
    if layout.keeps_empty_lines(start) or (has_spaces and layout.block_of_lines_before(start)):
        end = below
    return Splice(start, end)


def last_block_chomped(layout: Layout) -> list[Splice]:
    """A block of lines that was the end of a text within a line had no line break of its own: its sign must say so."""
    block = layout.block_of_lines_before(len(layout.content))
    header = BLOCK_HEADER.match(layout.content, block[0]) if block else None
    if header is None or "-" in header[2]:
        return []
    return [Splice(header.start(2), header.end(2), header[2].replace("+", "") + "-")]
