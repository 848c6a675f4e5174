"""Bytes of one file to text: UTF-8 only, and no character that hides or reorders."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.source.faults import (
    FILE_IN_ANOTHER_ENCODING,
    FILE_IN_WINDOWS_1251,
    FILE_TOO_LARGE,
    FORBIDDEN_CHARACTER,
)

MEBIBYTE = 1 << 20
LARGEST_FILE = 16 * MEBIBYTE
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
"""Control, zero-width, bidirectional, private and unpaired characters; tab and line ends are allowed."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class SourceText:
    """The text of one file, without its byte order mark, and how its bytes were written."""

    path: str
    content: str
    byte_order_mark: bool = False

    @property
    def line_end(self) -> str:
        """The line end that the file uses: CRLF as soon as it has one."""
        return "\r\n" if "\r\n" in self.content else "\n"

    @cached_property
    def line_starts(self) -> list[int]:
        """The index of the first character of every line."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.content))]

    def line(self, number: int) -> str:
        """The text of a line, counted from one, without its end; empty beyond the last."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.content)
        return self.content[starts[number - 1] : end].rstrip("\r\n")

    def span(self, start: int, end: int | None = None) -> Span:
        """The stretch from one index to another; a single character where no end is given."""
        line, column = self._line_and_column(start)
        end_line, end_column = self._line_and_column(start + 1 if end is None else max(start, end))
        if end_line > line and end is None:
            end_line, end_column = line, column + 1
        return Span(self.path, line, column, end_line, end_column)

    def _line_and_column(self, index: int) -> tuple[int, int]:
        index = min(index, len(self.content))
        line = bisect_right(self.line_starts, index)
        return line, index - self.line_starts[line - 1] + 1


def decode(path: str, raw: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """The text of a file, or why it cannot be read."""
    if len(raw) > LARGEST_FILE:
        return None, [too_large(path, len(raw))]
    marked = raw.startswith(_BYTE_ORDER_MARK)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:64].count(b"\x00") > 16:
        return None, [Diagnostic(FILE_IN_ANOTHER_ENCODING, Span(path), {"encoding": "UTF-16"})]
    try:
        content = raw[3 * marked :].decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_undecodable(path, raw, error.start + 3 * marked)]
    text = SourceText(path, content, marked)
    return text, forbidden_characters(text)


def forbidden_characters(text: SourceText) -> list[Diagnostic]:
    """Every character of the file that may not stand in a strategy."""
    return [
        Diagnostic(FORBIDDEN_CHARACTER, text.span(found.start()), describe(found[0]))
        for found in FORBIDDEN.finditer(text.content)
    ]


def describe(character: str) -> dict[str, object]:
    """The name and the code point of a character that cannot be shown."""
    name = unicodedata.name(character, "") or {"\t": "TAB", "\x00": "NUL"}.get(character, "CONTROL CHARACTER")
    return {"character": name, "codepoint": f"U+{ord(character):04X}"}


def too_large(path: str, size: int) -> Diagnostic:
    """The finding that a file of this many bytes is too large to be read."""
    facts = {"size": -(-size // MEBIBYTE), "limit": LARGEST_FILE // MEBIBYTE}
    return Diagnostic(FILE_TOO_LARGE, Span(path), facts)


def _undecodable(path: str, raw: bytes, at: int) -> Diagnostic:
    line = raw.count(b"\n", 0, at) + 1
    start_of_line = raw.rfind(b"\n", 0, at) + 1
    column = len(raw[start_of_line:at].decode("utf-8", "replace")) + 1
    span = Span(path, line, column, line, column + 1)
    if _looks_like_windows_1251(raw):
        return Diagnostic(FILE_IN_WINDOWS_1251, span)
    encoding = "UTF-8?" if at >= len(raw) - 3 else f"0x{raw[at]:02X}"
    return Diagnostic(FILE_IN_ANOTHER_ENCODING, span, {"encoding": encoding})


def _looks_like_windows_1251(raw: bytes) -> bool:
    high = [byte for byte in raw[:65_536] if byte >= 0x80]
    text = bytes(high).decode("cp1251", "replace")
    letters = sum("А" <= sign <= "я" or sign in "ІіЇїЄєҐґ’«»—–№" for sign in text)
    return bool(high) and letters >= 0.9 * len(high) and sum(byte >= 0xE0 for byte in high) >= 0.5 * len(high)
