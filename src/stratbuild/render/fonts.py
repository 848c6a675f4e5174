"""The fonts of the PDF: which they are, where they were installed, and whether they have every character of a paper."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.render.faults import CHARACTER_NOT_IN_FONT, EngineFailed
from stratbuild.source import INSTALLED, Templates

_PACKAGES = {"Source Serif 4": "fontpkg_source_serif_4"}
"""The families in the order in which a character is looked for, and the package that each comes in."""

FOLDER = "fonts"
"""The folder of an office's own fonts, below its copy of the templates."""

_DRAWN_BY_ENGINE = {"\u2011": "\u2010", "\u00ad": "-", "\t": " ", "\n": " "}
"""Characters that the engine draws with another one, or does not draw at all."""

_CONTEXT = 30


@cache
def font_families(templates: Templates = INSTALLED) -> tuple[str, ...]:
    """The names of the families, the first being the text's: those of the templates' own folder `fonts`, then the installed."""
    own = dict.fromkeys(_family(path) for path in _own_files(templates))
    return (*own, *(name for name in _PACKAGES if name not in own))


@cache
def font_folders(templates: Templates = INSTALLED) -> tuple[Path, ...]:
    """The folders that hold the families' files."""
    own = tuple(dict.fromkeys(path.parent for path in _own_files(templates)))
    return (*own, *(_folder(package) for package in _PACKAGES.values()))


def missing_characters(paper: str, words: Iterable[str], templates: Templates = INSTALLED) -> list[Diagnostic]:
    """Every character of a paper that none of its fonts has, once each, with the words that it stands in."""
    found: dict[str, str] = {}
    known = _characters(templates)
    for word in words:
        for sign in frozenset(word).difference(known):
            found.setdefault(sign, word)
    shown = ", ".join(font_families(templates))
    return [Diagnostic(CHARACTER_NOT_IN_FONT, Span(paper), _facts(sign, word, shown)) for sign, word in sorted(found.items())]


def _facts(sign: str, word: str, font: str) -> dict[str, object]:
    at = word.index(sign)
    shown = word[max(0, at - _CONTEXT) : at + _CONTEXT]
    return {
        "character": f"«{sign}» {unicodedata.name(sign, '')}".strip(),
        "codepoint": f"U+{ord(sign):04X}",
        "text": shown,
        "font": font,
    }


@cache
def _characters(templates: Templates) -> frozenset[str]:
    """The characters that some family has in its upright and in its slanted face."""
    faces = (sorted(folder.rglob("*.[ot]tf")) for folder in font_folders(templates))
    families = [frozenset.intersection(*map(_face, files)) for files in faces]
    drawn = frozenset(chr(code) for family in families for code in family)
    return drawn | {sign for sign, other in _DRAWN_BY_ENGINE.items() if other in drawn}


def _face(path: Path) -> frozenset[int]:
    with _font(path) as face:
        return frozenset(face.getBestCmap() or ())


@contextmanager
def _font(path: Path) -> Iterator[Any]:
    """An opened font; a file that is none is an `EngineFailed` with its name."""
    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as face:
            yield face
    except (TTLibError, KeyError, OSError, AssertionError, struct.error) as error:
        raise EngineFailed("typst", f"{path.parent.name}/{path.name}: {error}") from None


def _own_files(templates: Templates) -> tuple[Path, ...]:
    """The font files that an office has put beside its templates."""
    if templates.own is None:
        return ()
    return tuple(path for path in sorted((templates.own / FOLDER).rglob("*.[ot]tf")) if path.is_file())


def _family(path: Path) -> str:
    with _font(path) as face:
        return str(face["name"].getBestFamilyName())


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise EngineFailed("typst", f"{package}: the font is not installed")
    return Path(found.origin).parent
