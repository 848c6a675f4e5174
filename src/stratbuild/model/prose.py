"""All texts of a strategy in one language, laid end to end, so that a pattern walks through them once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from types import MappingProxyType

from stratbuild.strategy import Strategy
from stratbuild.strategy.texts import Passage, passages

EDGE = "\0"
"""Stands before, between and after the texts; no text of a strategy holds it."""


@dataclass(frozen=True)
class Prose:
    """The texts of one language in the order of the strategy, and the string of all of them.

    A pattern that is searched in it should begin with a letter or a set of letters: then it takes
    milliseconds for a megabyte, and otherwise a tenth of a second.
    """

    language: str
    passages: tuple[Passage, ...]
    joined: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    """Where each text begins in the joined string."""

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Every match of a pattern, and the text that it stands in; the match counts in the joined string."""
        for match in pattern.finditer(self.joined):
            yield self.passages[bisect_right(self.starts, match.end() - 1) - 1], match

    def matches_by_passage(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, list[re.Match[str]]]]:
        """The texts in which a pattern matches, each with all its matches."""
        for _, found in groupby(self.matches(pattern), key=lambda one: id(one[0])):
            (passage, first), *others = found
            yield passage, [first, *(match for _, match in others)]


def prose(strategy: Strategy) -> Mapping[str, Prose]:
    """The texts of a strategy by the languages that they are written in; the main one is always there."""
    by_language: dict[str, list[Passage]] = {strategy.language: []}
    for passage in passages(strategy):
        by_language.setdefault(passage.language, []).append(passage)
    return MappingProxyType({language: _laid_out(language, found) for language, found in by_language.items()})


def _laid_out(language: str, found: Iterable[Passage]) -> Prose:
    kept = tuple(found)
    # The first text begins after one edge, each further one after the text before it and another edge.
    starts = accumulate((len(one.text) + 1 for one in kept[:-1]), initial=1)
    return Prose(language, kept, EDGE.join(["", *(one.text for one in kept), ""]), tuple(starts))
