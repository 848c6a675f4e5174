"""Marks of a text that has been voted on: what it takes to see later that it is another, and how."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from stratbuild.schema.text import LocalizedText

_BETWEEN, _KEPT_SIGNS = ";", "%‰§№"
_SIGN = re.compile(r"[^\w\s]|_")
_SUBSTANCE, _EXACT = 8, 4
"""How many hexadecimal digits a mark has."""

Mark = tuple[str, ...]
"""The mark of the substance of a value, and, where it holds text, that of its very letters."""


def mark_of(value: object, main: str) -> Mark:
    """The mark of a value, where `main` is the language that was voted on; translations count as letters only."""
    substance = _digest("\0".join(_leaves(value, main, exact=False)))[:_SUBSTANCE]
    if not _has_text(value):
        return (substance,)
    return (substance, _digest("\0".join(_leaves(value, main, exact=True)))[:_EXACT])


def as_text(marks: Mapping[str, Mark]) -> str:
    """Marks by field as they are stored: `title 3f2a9c01 7be0; lead 12ab34cd`."""
    return f"{_BETWEEN} ".join(" ".join((name, *mark)) for name, mark in marks.items())


def from_text(written: str) -> Mapping[str, Mark]:
    """Stored marks by field. What nobody has written so is the mark of no value, and so seen as a change."""
    parts = [one.split() for one in written.split(_BETWEEN) if one.strip()]
    return {one[0]: tuple(one[1:]) for one in parts}


def substance_of(text: str) -> str:
    """A text without what may be changed editorially: capitals, spaces, quotes, dashes, apostrophes and stops.

    A sign beside a digit stays, for without it there would be another number.
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(_SIGN.sub(_kept, folded).split())


def _kept(found: re.Match[str]) -> str:
    """What stays of a sign that is neither a letter, a digit nor a space."""
    sign, category = found[0], unicodedata.category(found[0])
    if category[0] in "LNM" or sign in _KEPT_SIGNS or category in {"Sc", "Sm"}:
        return sign
    if category[0] == "C":
        return "" if sign == "\u00ad" else " "
    if _is_beside_digit(found.string, found.start()):
        return sign
    return " " if category == "Pd" else ""


def _is_beside_digit(text: str, place: int) -> bool:
    return (place > 0 and text[place - 1].isdigit()) or text[place + 1 : place + 2].isdigit()


def _leaves(value: Any, main: str, *, exact: bool) -> Iterator[str]:
    """The parts of a value as texts, in an order that does not depend on how they are written."""
    match value:
        case LocalizedText():
            yield substance_of(value.best(main, main))
            if exact:
                yield from (f"{language or main}:{text}" for language, text in sorted(value.by_language.items()))
        case BaseModel():
            yield from _group(((name, getattr(value, name)) for name in type(value).model_fields), main, exact=exact)
        case Mapping():
            yield from _group(((str(key), value[key]) for key in sorted(value, key=str)), main, exact=exact)
        case tuple():
            yield from _group(((str(place), inner) for place, inner in enumerate(value)), main, exact=exact)
        case Decimal():
            yield format(value.normalize(), "f")
        case Enum():
            yield str(value.value)
        case date():
            yield value.isoformat()
        case _ if is_dataclass(value):
            yield from _group(((one.name, getattr(value, one.name)) for one in fields(value)), main, exact=exact)
        case _:
            yield str(value)


def _group(parts: Any, main: str, *, exact: bool) -> Iterator[str]:
    for name, inner in parts:
        if inner is not None:
            yield f"{name}("
            yield from _leaves(inner, main, exact=exact)
            yield ")"


def _has_text(value: Any) -> bool:
    match value:
        case LocalizedText():
            return True
        case BaseModel():
            return any(_has_text(getattr(value, name)) for name in type(value).model_fields)
        case Mapping():
            return any(map(_has_text, value.values()))
        case tuple():
            return any(map(_has_text, value))
    return False


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
