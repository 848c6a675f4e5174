"""A line of a source with marks under the characters in question, as wide as a terminal shows them."""

import unicodedata
from dataclasses import dataclass

from stratbuild.diagnostics import Span
from stratbuild.source import SourceText

WIDEST = 160
"""Columns of a terminal that an excerpt takes at most; of a longer line the part around the place is shown."""

_BEFORE = 60
_TAB = 4
_CONTROL_PICTURES = 0x2400


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line ready to be printed, its number, and the marks that stand below it."""

    number: str
    line: str
    indent: str
    carets: str


def excerpt(source: SourceText, span: Span) -> Excerpt:
    """The first line of a span, with a mark under each of its characters on that line and at least one."""
    text = source.line(span.line)
    start = min(span.column - 1, len(text))
    end = min(span.end_column - 1, len(text)) if span.end_line == span.line else len(text.rstrip())
    end = max(end, start + 1)
    first, last = _window(text, start)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    line = before + "".join(map(_drawn, text[first:last])) + after
    indent = len(before) + sum(map(sign_width, text[first:start]))
    marked = sum(map(sign_width, text[start : min(end, last)]))
    return Excerpt(f"{span.line:5}", line, " " * indent, "^" * max(marked, 1))


def printable(text: str) -> str:
    """A text without anything that would move a terminal's cursor, colour it, or break the line."""
    return text if text.isprintable() else "".join(map(_drawn, text))


def _window(text: str, start: int) -> tuple[int, int]:
    """Which characters of a long line are shown."""
    if len(text) <= WIDEST:
        return 0, len(text)
    first = max(0, min(start - _BEFORE, len(text) - WIDEST))
    return first, min(len(text), first + WIDEST)


def _drawn(sign: str) -> str:
    """A character as it is printed: a tab as spaces, a control character as its picture, other unseen ones as `�`."""
    if sign == "\t":
        return " " * _TAB
    if sign < " ":
        return chr(_CONTROL_PICTURES + ord(sign))
    return "\ufffd" if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co") else sign


def sign_width(sign: str) -> int:
    """How many columns a terminal gives to a character."""
    if sign == "\t":
        return _TAB
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
