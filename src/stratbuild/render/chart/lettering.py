"""How wide a text is in the papers' font, and a text divided into lines that fit."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont

from stratbuild.render.fonts import font_folders

ELLIPSIS = "…"
_BOLD = 700
_MIDDLE = 0.32
"""Of the size: how far below the middle of a line of text its baseline is."""


@cache
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in points."""
    return sum(_advance(sign, size, bold) for sign in text) * size


def lines_of(text: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """A text in at most so many lines of a width; what does not fit is left out, and an ellipsis says so."""
    lines: list[str] = []
    waiting = [
        piece for word in text.replace("\t", " ").replace("\n", " ").split(" ") if word for piece in _pieces(word, size, width)
    ]
    while waiting and len(lines) < most:
        line = waiting.pop(0)
        while waiting and text_width(f"{line} {waiting[0]}", size) <= width:
            line = f"{line} {waiting.pop(0)}"
        lines.append(line)
    if waiting:
        lines[-1] = cut(f"{lines[-1]} {waiting[0]}{ELLIPSIS}", size, width)
    return tuple(lines)


def cut(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """A text, or as much of its beginning as fits, with an ellipsis."""
    if text_width(text, size, bold=bold) <= width:
        return text
    kept = text.rstrip(ELLIPSIS)
    while kept and text_width(kept + ELLIPSIS, size, bold=bold) > width:
        kept = kept[:-1]
    return kept.rstrip(" ,;:–-") + ELLIPSIS


def baseline(middle: float, size: float) -> float:
    """The height of the baseline of one line of text that has its middle at a height."""
    return middle + size * _MIDDLE


def baselines(middle: float, size: float, leading: float, lines: Sequence[str]) -> list[float]:
    """The baselines of lines whose block has its middle at a height."""
    first = baseline(middle, size) - leading * (len(lines) - 1) / 2
    return [first + leading * place for place in range(len(lines))]


def _pieces(word: str, size: float, width: float) -> list[str]:
    """A word, or the parts of one that is wider than a whole line."""
    pieces: list[str] = []
    while text_width(word, size) > width and len(word) > 2:
        at = len(word) - 1
        while at > 1 and text_width(f"{word[:at]}-", size) > width:
            at -= 1
        pieces.append(f"{word[:at]}-")
        word = word[at:]
    return [*pieces, word]


@cache
def _advance(sign: str, size: float, bold: bool) -> float:
    """A character's share of the size. The font draws small letters wider, as those who show it do by themselves."""
    glyphs, names, units = _faces(size, bold)
    return float(glyphs[names.get(ord(sign), ".notdef")].width) / units


@cache
def _faces(size: float, bold: bool) -> tuple[Any, dict[int, str], int]:
    font = _font()
    place = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} if "fvar" in font else {}
    ranges = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in font["fvar"].axes} if "fvar" in font else {}
    if "opsz" in ranges:
        place["opsz"] = min(max(size, ranges["opsz"][0]), ranges["opsz"][1])
    if "wght" in ranges and bold:
        place["wght"] = _BOLD
    return font.getGlyphSet(location=place), font.getBestCmap(), int(font["head"].unitsPerEm)


@cache
def _font() -> Any:
    files = (path for folder in font_folders() for path in sorted(folder.rglob("*.[ot]tf")))
    return TTFont(next(path for path in files if "Italic" not in path.name), lazy=True)
