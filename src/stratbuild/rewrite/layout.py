"""Where things stand in a text: lines, columns, and where a value really ends."""

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property

from stratbuild.syntax import Location, Place, Places, Tree

_BETWEEN = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")
_COMMENT_LINE = re.compile(r"([ \t]*)#")
_LINE_BREAK_AT_END = re.compile(r"(?:\r\n|\r|\n)\Z")
BLOCK_HEADER = re.compile(r"([|>])([-+]?[1-9]?|[1-9][-+])((?:[ \t]+(?:#[^\r\n]*)?)?)(?=[\r\n]|\Z)")
"""How a block of lines begins: its sign, how it is chomped and indented, and a comment."""


class Layout:
    """The text of a tree, as it is seen by what changes it.

    The end of a value here is that of its last visible character, or of the last line that is a part of
    it: what follows on that line is at most a comment or a sign of the list around.
    """

    def __init__(self, tree: Tree) -> None:
        self.content = tree.text.content
        self.line_break = tree.text.line_end
        self._line_starts = tree.text.line_starts
        self._marks = tree.marks
        self._places = Places(tree)

    @cached_property
    def quote(self) -> str:
        """The quote that the text has after its colons: the single one where it has both or none."""
        return '"' if ': "' in self.content and ": '" not in self.content else "'"

    def place(self, location: Location) -> Place:
        """The place of a value that is there."""
        return self._places.find(location)[0]

    def line_start(self, index: int) -> int:
        """The first index of a line."""
        return self._line_starts[bisect_right(self._line_starts, index) - 1]

    def next_line(self, index: int) -> int:
        """The first index of the line below, or the length of the text."""
        following = bisect_right(self._line_starts, index)
        return self._line_starts[following] if following < len(self._line_starts) else len(self.content)

    def line_end(self, index: int) -> int:
        """The index of the end of a line, before its line break."""
        following = self.next_line(index)
        found = _LINE_BREAK_AT_END.search(self.content, max(self.line_start(index), following - 2), following)
        return found.start() if found else following

    def column(self, index: int) -> int:
        """How far an index lies from the beginning of its line, counted from zero."""
        return index - self.line_start(index)

    def begins_line(self, index: int) -> bool:
        """Whether only blanks stand before an index on its line."""
        return not self.content[self.line_start(index) : index].strip(" \t")

    def is_blank_line(self, index: int) -> bool:
        """Whether there is a line at an index, with nothing in it."""
        return index < len(self.content) and not self.content[index : self.next_line(index)].strip()

    def comment_column(self, index: int) -> int | None:
        """The column of the comment that the line at an index consists of."""
        found = _COMMENT_LINE.match(self.content, index)
        return len(found[1]) if found else None

    def skip(self, index: int) -> int:
        """The index of the next sign that is neither blank nor comment."""
        found = _BETWEEN.match(self.content, index)
        return found.end() if found else index

    def has_comment(self, start: int, end: int) -> bool:
        """Whether between two values there is a comment."""
        return "#" in self.content[start:end]

    def is_bracketed(self, place: Place) -> bool:
        """Whether a mapping or a list stands in brackets."""
        return self.content[place.start : place.start + 1] in {"{", "["}

    def is_inside_brackets(self, location: Location) -> bool:
        """Whether a value is a part of a mapping or a list in brackets."""
        around = (self.place(location[:length]) for length in range(1, len(location)))
        return any(not isinstance(place.value, str) and self.is_bracketed(place) for place in (self.place(()), *around))

    def is_block_of_lines(self, place: Place) -> bool:
        """Whether a text is written after `|` or `>`."""
        return (
            isinstance(place.value, str) and self.content[place.start : place.start + 1] in {"|", ">"} and place.end > place.start
        )

    def end(self, location: Location) -> int:
        """Where a value really ends; the marks of blocks reach to the next value."""
        place = self.place(location)
        if self.is_block_of_lines(place):
            return self.end_of_block(place.start, place.end)
        if place.end == place.start and place.key is not None:
            return self.after_key(location)
        if isinstance(place.value, str) or not place.value or self.is_bracketed(place):
            return place.end
        last = next(reversed(place.value)) if isinstance(place.value, dict) else len(place.value) - 1
        return self.end((*location, last))

    def end_of_block(self, start: int, end: int) -> int:
        """Where the last line ends that is a part of a block of lines; empty lines count where it keeps them."""
        span = self.content[start:end]
        header = BLOCK_HEADER.match(span)
        lines = span.splitlines(keepends=True)
        keeps = header is not None and "+" in header[2]
        indent = next((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), len(span))
        while len(lines) > 1 and not lines[-1].strip() and len(lines[-1].rstrip("\r\n")) <= indent:
            if keeps and lines[-1].endswith(("\r", "\n")):
                break
            lines.pop()
        return start + len(_LINE_BREAK_AT_END.sub("", "".join(lines)))

    def after_key(self, location: Location) -> int:
        """The index behind the colon of a key, or of the key itself where it has none; or behind the dash of an item."""
        place = self.place(location)
        if place.key is not None:
            colon = self.skip(place.key[1])
            return colon + 1 if self.content[colon : colon + 1] == ":" else place.key[1]
        return self.dash(location) + 1

    def after_space(self, index: int) -> int:
        """The index behind the space that a colon needs, where a key in brackets has no value."""
        return index + (self.content[index - 1 : index + 1] == ": ")

    def dash(self, location: Location) -> int:
        """The index of the dash of an item of a block list."""
        number = int(location[-1])
        around = location[:-1]
        return self.skip(self.end((*around, number - 1)) if number else self.place(around).start)

    def lines_after(self, index: int, column: int) -> int:
        """The line below an index; comments that are indented by more than a column are passed over."""
        at = self.next_line(index)
        while at < len(self.content) and (self.comment_column(at) or 0) > column:
            at = self.next_line(at)
        return at

    def block_of_lines_before(self, index: int) -> tuple[int, int] | None:
        """The block of lines after `|` or `>` that is the last value before an index, if it is one."""
        last = bisect_left(self._starts, index) - 1
        if last < 0 or self.content[self._starts[last]] not in "|>":
            return None
        return self._marks[2 * last], self._marks[2 * last + 1]

    def keeps_empty_lines(self, index: int) -> bool:
        """Whether empty lines before an index are a part of the value above."""
        block = self.block_of_lines_before(index)
        header = BLOCK_HEADER.match(self.content, block[0]) if block else None
        return header is not None and "+" in header[2]

    @cached_property
    def _starts(self) -> "array[int]":
        return array("I", self._marks[::2])
