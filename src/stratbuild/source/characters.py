"""Which characters may not stand in a strategy, and what they are called."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice

from stratbuild.diagnostics import Fault
from stratbuild.source.faults import FORBIDDEN_CHARACTER, TEXT_LOST, TOO_MANY_MARKS

MOST_MARKS = 2
"""The most combining marks over one letter: no living orthography needs a third."""

_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ud800-\udfff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"
)
"""Control, zero-width, bidirectional, private, unpaired and tag characters, and those that are none."""

_LOST = "\ufffd"
FORBIDDEN = re.compile(f"[{_HIDDEN}{_LOST}]")
"""A character that no text of a strategy holds."""

_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = re.compile(f"{_MARK}{_MARK}{_MARK}+")

Unfit = tuple[int, int, Fault, Mapping[str, object]]
"""Where a run of unfit characters begins and ends, its fault, and the facts that its message names."""


def unfit_characters(content: str, at_most: int) -> list[Unfit]:
    """The characters that may not stand in a strategy, a run of them as one, as many as are asked for.

    Tabs and line ends are fit. A character that this Python's Unicode does not know is unfit, too, but
    for those of the planes that are still being filled: a newer emoji is no fault.
    """
    if content.isascii() and content.isprintable():
        return []
    found: list[Unfit] = []
    plain = content.replace("\n", "").replace("\r", "").replace("\t", "")
    if not plain.isprintable() or _LOST in plain or "\ufffc" in plain:
        found += islice(_hidden(content), at_most)
    if not content.isascii():
        found += islice(_marks(content), at_most)
    return sorted(found, key=lambda one: one[0])[:at_most]


def describe(character: str) -> dict[str, object]:
    """The name of a character in the Unicode standard, and its number."""
    return {"character": unicodedata.name(character, "") or _label(character), "codepoint": f"U+{ord(character):04X}"}


def _hidden(content: str) -> Iterator[Unfit]:
    unknown = "".join(sorted(sign for sign in set(content) if _is_unassigned(sign)))
    for found in re.finditer(f"{_LOST}+|[{_HIDDEN}{unknown}]+", content):
        if found[0][0] == _LOST:
            yield found.start(), found.end(), TEXT_LOST, {}
        else:
            yield found.start(), found.end(), FORBIDDEN_CHARACTER, describe(found[0][0])


def _marks(content: str) -> Iterator[Unfit]:
    for found in _MARKS.finditer(content):
        facts = {"count": len(found[0]), "letter": content[max(0, found.start() - 1) : found.start()], "limit": MOST_MARKS}
        yield max(0, found.start() - 1), found.end(), TOO_MANY_MARKS, facts


def _is_unassigned(sign: str) -> bool:
    is_of_a_finished_plane = not 0x10000 <= ord(sign) < 0x40000
    return unicodedata.category(sign) == "Cn" and (is_of_a_finished_plane or ord(sign) & 0xFFFE == 0xFFFE)


def _label(character: str) -> str:
    """The standard's label for a code point without a name."""
    kinds = {"Cc": "control", "Co": "private-use", "Cs": "surrogate"}
    return f"<{kinds.get(unicodedata.category(character), 'reserved')}-{ord(character):04X}>"
