"""Tables for a terminal: labels on the left that break into lines, sums on the right that never do."""

from collections.abc import Iterable, Iterator, Sequence

from stratbuild.cli.formats.excerpt import printable, sign_width

WIDEST = 100
"""Columns of a terminal that a table takes at most."""

_NARROWEST_LABEL = 26
_GAP = "  "

Line = Sequence[str] | None
"""A label and the cells beside it; nothing stands for a rule across the table. A label may have several lines."""


def laid_out(titles: Sequence[str], lines: Iterable[Line], width: int = WIDEST) -> str:
    """A table no wider than so many columns; cells that do not fit beside the label follow below, each with its label again."""
    rows = list(lines)
    widths = [max(shown_width(cell) for cell in cells) for cells in zip(titles, *(row for row in rows if row), strict=True)]
    blocks = _blocks(widths[1:], width - _NARROWEST_LABEL)
    room = min(width - sum(widths[place + 1] + len(_GAP) for place in block) for block in blocks)
    label = min(max(_label_width([titles, *rows]), min(_NARROWEST_LABEL, room)), room)
    return "\n".join("".join(_block(titles, rows, block, [label, *widths[1:]])) for block in blocks)


def shown_width(text: str) -> int:
    """How many columns a terminal gives to a text of one line."""
    return sum(map(sign_width, text))


def wrapped(text: str, width: int) -> list[str]:
    """A text broken between words into lines of so many columns; a further line is indented as its first is."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        indent = " " * (len(paragraph) - len(paragraph.lstrip(" ")))
        line = indent
        for word in paragraph.split():
            for piece in _pieces(word, max(1, width - len(indent))):
                beside = line + piece if line == indent else f"{line} {piece}"
                if line != indent and shown_width(beside) > width:
                    found.append(line)
                    beside = indent + piece
                line = beside
        found.append(line)
    return found


def _blocks(widths: Sequence[int], room: int) -> list[list[int]]:
    """Which cells stand beside each other."""
    blocks: list[list[int]] = [[]]
    left = room
    for place, width in enumerate(widths):
        if blocks[-1] and width + len(_GAP) > left:
            blocks.append([])
            left = room
        blocks[-1].append(place)
        left -= width + len(_GAP)
    return blocks


def _label_width(rows: Iterable[Line]) -> int:
    return max(shown_width(line) for row in rows if row for line in row[0].split("\n"))


def _block(titles: Sequence[str], rows: Sequence[Line], block: Sequence[int], widths: Sequence[int]) -> Iterator[str]:
    shown = [widths[place + 1] for place in block]
    rule = "─" * (widths[0] + sum(width + len(_GAP) for width in shown)) + "\n"
    for row in (titles, None, *rows):
        if row is None:
            yield rule
            continue
        cells = [row[place + 1] for place in block]
        for number, label in enumerate(wrapped(printable_lines(row[0]), widths[0])):
            beside = [_right(cell if number == 0 else "", width) for cell, width in zip(cells, shown, strict=True)]
            yield _GAP.join([label + " " * (widths[0] - shown_width(label)), *beside]).rstrip() + "\n"


def printable_lines(text: str) -> str:
    """A text of several lines without anything that would move a terminal's cursor otherwise."""
    return "\n".join(map(printable, text.split("\n")))


def _right(cell: str, width: int) -> str:
    return " " * (width - shown_width(cell)) + cell


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word, cut where no line could hold it."""
    first = used = 0
    for place, sign in enumerate(word):
        wide = sign_width(sign)
        if used + wide > width and place > first:
            yield word[first:place]
            first, used = place, 0
        used += wide
    yield word[first:]
