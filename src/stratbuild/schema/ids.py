"""Ids: how one is written, and the letters that only look as if they could stand in it."""

import re
import unicodedata
from sys import intern

from stratbuild.quantity import Refusal

ID_PATTERN = r"^[A-Z]{1,8}(-[A-Z0-9]{1,12}){1,4}$"
"""The form of an id, as an editor is told it."""

_ID = re.compile(r"[A-Z]{1,8}(?:-[A-Z0-9]{1,12}){1,4}", re.ASCII)
_LIKE_A_DATE = re.compile(r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*-[0-9]{1,4}")

_LATIN_TWINS = str.maketrans("АВСЕНІКМОРТХУЅЈавсеікморхуѕјԁһԛԝ", "ABCEHIKMOPTXYSJabceikmopxysjdhqw")
"""Cyrillic letters that look like Latin ones, and the letters that they look like."""


def latin_twin(text: str) -> str:
    """The text with every Cyrillic letter that looks Latin replaced by the letter it looks like."""
    return text.translate(_LATIN_TWINS)


def foreign_letters(text: str) -> tuple[str, ...]:
    """The letters of a text that are not ASCII, each with its name: `І (CYRILLIC CAPITAL LETTER …)`."""
    seen = dict.fromkeys(sign for sign in text if not sign.isascii())
    return tuple(f"{sign} ({unicodedata.name(sign, f'U+{ord(sign):04X}')})" for sign in seen)


def parse_id(text: str) -> str:
    """Read an id: short ASCII, a kind and one to four parts, `M-WIFI`, `EV-SURVEY-Q4`."""
    if _ID.fullmatch(text):
        if _LIKE_A_DATE.fullmatch(text):
            raise Refusal("id_like_a_date", text=text)
        return intern(text)  # one object for all places that name it: large tables of sums find it much faster
    if not text.isascii():
        if _ID.fullmatch(twin := latin_twin(text)):
            raise Refusal("id_with_foreign_letters", text=text, letters=foreign_letters(text), twin=twin)
        raise Refusal("id_not_ascii", text=text[:60], letters=foreign_letters(text[:60]))
    if _ID.fullmatch(text.upper().replace("_", "-")):
        raise Refusal("id_in_another_spelling", text=text, plain=text.upper().replace("_", "-"))
    if not text.strip("-0123456789., %"):
        raise Refusal("id_is_a_number", text=text[:60])
    raise Refusal("id_not_readable", text=text[:60])
