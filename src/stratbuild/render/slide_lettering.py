"""How wide a text is on a slide: in the letters of Arimo, which are as wide as those of Arial, the deck's font."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from stratbuild.render.faults import EngineFailed

FAMILY = "Arial"
_PACKAGE = "fontpkg_arimo"
_BOLD = 700
_UNKNOWN = 1.0
"""Of the size: the width of a sign that the font does not have, as wide as any."""

LEADING = 1.2
"""Of the size: from one line to the next."""


@cache
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in points."""
    return sum(_advance(sign, bold) for sign in text) * size


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The lines that a text takes in a width; a word that is wider than a line is divided."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if width_of(joined, size, bold=bold) <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            line = word
            while width_of(line, size, bold=bold) > width and len(line) > 1:
                at = next(at for at in range(len(line) - 1, 0, -1) if at == 1 or width_of(line[:at], size, bold=bold) <= width)
                lines.append(line[:at])
                line = line[at:]
        lines.append(line)
    return lines


@cache
def _advance(sign: str, bold: bool) -> float:
    glyphs, names, units = _face(bold)
    name = names.get(ord(sign))
    return _UNKNOWN if name is None else float(glyphs[name].width) / units


@cache
def _face(bold: bool) -> tuple[Any, dict[int, str], int]:
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise EngineFailed("python-pptx", f"{_PACKAGE}: the font is not installed")
    files = sorted(Path(found.origin).parent.rglob("*.[ot]tf"))
    font: Any = TTFont(next(path for path in files if "Italic" not in path.name), lazy=True)
    place = {"wght": _BOLD} if bold and "fvar" in font else {}
    return font.getGlyphSet(location=place), font.getBestCmap(), int(font["head"].unitsPerEm)
