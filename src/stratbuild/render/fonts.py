"""The fonts of the PDF: which they are, where they were installed, and whether they have every character of a paper."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.render.faults import CHARACTER_NOT_IN_FONT, EngineFailed

_PACKAGES = {"Source Serif 4": "fontpkg_source_serif_4"}
"""The families in the order in which a character is looked for, and the package that each comes in."""

_DRAWN_BY_ENGINE = {"\u2011": "\u2010", "\u00ad": "-", "\t": " ", "\n": " "}
"""Characters that the engine draws with another one, or does not draw at all."""

_CONTEXT = 30


def font_families() -> tuple[str, ...]:
    """The names of the families, the first being the text's."""
    return tuple(_PACKAGES)


@cache
def font_folders() -> tuple[Path, ...]:
    """The folders that hold the families' files."""
    return tuple(_folder(package) for package in _PACKAGES.values())


def missing_characters(paper: str, words: Iterable[str]) -> list[Diagnostic]:
    """Every character of a paper that none of its fonts has, once each, with the words that it stands in."""
    found: dict[str, str] = {}
    known = _characters()
    for word in words:
        for sign in frozenset(word).difference(known):
            found.setdefault(sign, word)
    return [Diagnostic(CHARACTER_NOT_IN_FONT, Span(paper), _facts(sign, word)) for sign, word in sorted(found.items())]


def _facts(sign: str, word: str) -> dict[str, object]:
    at = word.index(sign)
    shown = word[max(0, at - _CONTEXT) : at + _CONTEXT]
    return {
        "character": f"«{sign}» {unicodedata.name(sign, '')}".strip(),
        "codepoint": f"U+{ord(sign):04X}",
        "text": shown,
        "font": ", ".join(font_families()),
    }


@cache
def _characters() -> frozenset[str]:
    """The characters that some family has in its upright and in its slanted face."""
    families = [frozenset.intersection(*(_face(path) for path in sorted(folder.rglob("*.[ot]tf")))) for folder in font_folders()]
    drawn = frozenset(chr(code) for family in families for code in family)
    return drawn | {sign for sign, other in _DRAWN_BY_ENGINE.items() if other in drawn}


def _face(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as face:
        return frozenset(face.getBestCmap() or ())


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise EngineFailed("typst", f"{package}: the font is not installed")
    return Path(found.origin).parent
