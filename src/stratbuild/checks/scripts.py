"""Words in which Latin and Cyrillic letters that look the same are mixed, and what they were meant to be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from stratbuild.checks.passages import CYRILLIC, LATIN, UKRAINIAN, whole
from stratbuild.model import Passage, Prose

_MARKS = "\u0300-\u036f"
_MEETING = re.compile(rf"[{LATIN}](?:(?=[{CYRILLIC}])|(?<=[{CYRILLIC}].))")
_LATIN_LETTER = re.compile(f"[{LATIN}]")
_CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
_CHANGE = re.compile(rf"(?<=[{LATIN}])(?=[{CYRILLIC}])|(?<=[{CYRILLIC}])(?=[{LATIN}])")
_LATIN_TWINS = "ABCEHIKMOPTXYaceikopxyÏï"
_CYRILLIC_TWINS = "АВСЕНІКМОРТХУасеікорхуЇї"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)


class MixedWord(NamedTuple):
    """A run of letters of two scripts."""

    word: str
    is_cyrillic: bool
    """Whether it is a Cyrillic word with Latin letters; otherwise it is a Latin one with Cyrillic letters."""
    mended: str
    """In one script where that can be done by letters that look the same, else with hyphens between the scripts."""

    @property
    def strange_letters(self) -> tuple[str, ...]:
        """The letters of the other script, each once."""
        return tuple(dict.fromkeys((_LATIN_LETTER if self.is_cyrillic else _CYRILLIC_LETTER).findall(self.word)))


def mixed_words(prose: Prose) -> Iterator[tuple[Passage, MixedWord]]:
    """The words of two scripts in each text, each once. Parts joined by hyphens or apostrophes are words of their own."""
    for passage, matches in prose.matches_by_passage(_MEETING):
        for word in dict.fromkeys(whole(match, LATIN + CYRILLIC + _MARKS) for match in matches):
            yield passage, mend(word, prose.language)


def mend(word: str, language: str) -> MixedWord:
    """A word of two scripts in the script of most of its letters; where these are equal, in that of the language."""
    latin, cyrillic = len(_LATIN_LETTER.findall(word)), len(_CYRILLIC_LETTER.findall(word))
    mostly_cyrillic = cyrillic > latin or (cyrillic == latin and language == UKRAINIAN)
    in_cyrillic, in_latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    ways = [(True, in_cyrillic), (False, in_latin)]
    for is_cyrillic, mended in ways if mostly_cyrillic else reversed(ways):
        if not (_LATIN_LETTER if is_cyrillic else _CYRILLIC_LETTER).search(mended):
            return MixedWord(word, is_cyrillic, mended)
    return MixedWord(word, mostly_cyrillic, _CHANGE.sub("-", word))
