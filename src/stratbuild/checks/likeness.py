"""Which texts say nearly the same in nearly the same words, found among thousands without comparing each with each."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from stratbuild.checks.sameness import as_read

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_STEM = 5
"""So many letters of a word tell it from others in most of its cases."""
_SHORT = 4
"""Shorter words join others and carry little."""
_FEWEST = 3
"""Of texts with fewer words nothing can be said but that they are equal."""
_ALIKE = Fraction(3, 5)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two texts, by their places, and the share of all their words that both have."""

    later: int
    earlier: int
    share: Fraction


def alike(texts: Sequence[str]) -> Iterator[Likeness]:
    """Every text that is like an earlier one, with the earlier one that it is most like, the first of equals.

    Of the words of a text, rare ones first, two that are alike must share one among the first few: so that
    only texts with a rare word in common are compared at all.
    """
    words = [_words(text) for text in texts]
    common = Counter(word for some in words for word in some)
    by_word: dict[str, list[int]] = {}
    firsts: dict[frozenset[str], int] = {}
    for place, some in enumerate(words):
        if some in firsts:
            yield Likeness(place, firsts[some], Fraction(1))
            continue
        firsts[some] = place
        rarest = sorted(some, key=lambda word: (common[word], word))[: len(some) - ceil(_ALIKE * len(some)) + 1]
        earlier = {one for word in rarest for one in by_word.get(word, ())}
        share, best = max(((_share(some, words[one]), -one) for one in earlier), default=(Fraction(0), 0))
        if share >= _ALIKE:
            yield Likeness(place, -best, share)
        for word in rarest:
            by_word.setdefault(word, []).append(place)


def _words(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning; a text of few words is one word."""
    read = as_read(text)
    stems = frozenset(word[:_STEM] for word in _WORD.findall(read) if len(word) >= _SHORT)
    return stems if len(stems) >= _FEWEST else frozenset({read})


def _share(one: frozenset[str], other: frozenset[str]) -> Fraction:
    both = len(one & other)
    return Fraction(both, len(one) + len(other) - both)
