"""Bytes of one file to text: UTF-8 only, and no character that hides or reorders."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from stratbuild.diagnostics import Diagnostic, Severity, Span
from stratbuild.source.characters import describe, unfit_characters
from stratbuild.source.faults import (
    BYTES_NOT_TEXT,
    FILE_IN_ANOTHER_ENCODING,
    FILE_IN_WINDOWS_1251,
    FILE_TOO_LARGE,
    FORBIDDEN_CHARACTER,
    FURTHER_FINDINGS,
)

MEBIBYTE = 1 << 20
LARGEST_FILE = 16 * MEBIBYTE
MOST_FINDINGS = 10_000
"""How many findings of one stage in one file are shown; of the rest only that there are more."""

_UNPAIRED_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OTHER_MARKS = {b"\xff\xfe\x00\x00": "UTF-32", b"\x00\x00\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}

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
    def line_starts(self) -> Sequence[int]:
        """The index of the first character of every line."""
        return array("I", chain((0,), (found.end() for found in _LINE_END.finditer(self.content))))

    def line(self, number: int) -> str:
        """The text of a line, counted from one, without its end; empty beyond the last."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.content)
        return self.content[starts[number - 1] : end].rstrip("\r\n")

    def end_of_line(self, index: int) -> int:
        """The index behind the last character of the line that an index lies in, before its line end."""
        line, column = self._line_and_column(index)
        return index - column + 1 + len(self.line(line))

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
    encoding = _other_encoding(raw)
    if encoding is not None:
        return None, [Diagnostic(FILE_IN_ANOTHER_ENCODING, Span(path), {"encoding": encoding})]
    marked = raw.startswith(_BYTE_ORDER_MARK)
    try:
        content = raw[3 * marked :].decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_undecodable(path, raw, error.start + 3 * marked)]
    text = SourceText(path, content, marked)
    return text, unfit_in(text)


def unfit_in(text: SourceText) -> list[Diagnostic]:
    """The characters of a file that may not stand in a strategy."""
    found = unfit_characters(text.content, MOST_FINDINGS + 1)
    diagnostics = [Diagnostic(fault, text.span(start, end), facts) for start, end, fault, facts in found]
    return capped(diagnostics)


def capped(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The first ten thousand findings of a file, and where there are more, a note that says so."""
    if len(diagnostics) <= MOST_FINDINGS:
        return diagnostics
    shown = diagnostics[:MOST_FINDINGS]
    return [*shown, Diagnostic(FURTHER_FINDINGS, shown[-1].span, {"limit": MOST_FINDINGS}, Severity.NOTE)]


def too_large(path: str, size: int) -> Diagnostic:
    """The finding that a file of this many bytes is too large to be read."""
    facts = {"size": -(-size // MEBIBYTE), "limit": LARGEST_FILE // MEBIBYTE}
    return Diagnostic(FILE_TOO_LARGE, Span(path), facts)


def _other_encoding(raw: bytes) -> str | None:
    """The encoding that a file's first bytes tell, where it is not one of single bytes.

    Half of the bytes of UTF-16 text are zeros or, in Cyrillic, fours, which no other text has.
    """
    for mark, encoding in _OTHER_MARKS.items():
        if raw.startswith(mark):
            return encoding
    head = raw[:1024]
    high_bytes = head.count(0) + head.count(4)
    return "UTF-16" if high_bytes >= 4 and 4 * high_bytes >= len(head) > high_bytes else None


def _undecodable(path: str, raw: bytes, at: int) -> Diagnostic:
    line = raw.count(b"\n", 0, at) + 1
    start_of_line = raw.rfind(b"\n", 0, at) + 1
    column = len(raw[start_of_line:at].removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "replace")) + 1
    span = Span(path, line, column, line, column + 1)
    if _UNPAIRED_SURROGATE.match(raw, at):
        unpaired = raw[at : at + 3].decode("utf-8", "surrogatepass")
        return Diagnostic(FORBIDDEN_CHARACTER, span, describe(unpaired))
    if _looks_like_windows_1251(raw[at : at + 65_536]):
        return Diagnostic(FILE_IN_WINDOWS_1251, span)
    return Diagnostic(BYTES_NOT_TEXT, span, {"byte": f"0x{raw[at]:02X}"})


def _looks_like_windows_1251(raw: bytes) -> bool:
    high = [byte for byte in raw if byte >= 0x80]
    text = bytes(high).decode("cp1251", "replace")
    letters = sum("А" <= sign <= "я" or sign in "ІіЇїЄєҐґ’«»—–№" for sign in text)
    return letters >= 0.9 * len(high) and sum(byte >= 0xE0 for byte in high) >= 0.5 * len(high)
