"""Did you mean: the known words nearest to an unknown one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property

from stratbuild.diagnostics import Suggestion
from stratbuild.schema.ids import latin_twin

__all__ = ["Suggestion", "Vocabulary", "nearest", "nearest_key"]

_FEW = 300
_LONGEST = 100


class Vocabulary:
    """Known words, prepared for being asked often.

    Among a few words one is near that shares most of its letters; among many, where comparing each
    would take too long, one that differs by a letter written wrongly, doubled, left out or swapped.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._by_folded = {one.casefold(): one for one in known}

    def nearest(self, word: str, *, at_most: int = 3) -> tuple[str, ...]:
        """The known words that look most like the word, the likeliest first; look-alike letters count as equal."""
        folded = latin_twin(word[:_LONGEST]).casefold()
        if folded in self._by_folded:
            return (self._by_folded[folded],)
        candidates: Iterable[str] = self._by_folded
        if len(self._by_folded) > _FEW:
            candidates = {one for form in _with_one_letter_less(folded) for one in self._by_shorter_form.get(form, ())}
        return tuple(self._by_folded[one] for one in get_close_matches(folded, sorted(candidates), n=at_most, cutoff=0.6))

    @cached_property
    def _by_shorter_form(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in self._by_folded:
            for form in _with_one_letter_less(one[:_LONGEST]):
                found[form].append(one)
        return found


def nearest(word: str, known: Iterable[str], *, at_most: int = 3) -> tuple[str, ...]:
    """The known words that look most like the word, of a list that is asked once."""
    return Vocabulary(known).nearest(word, at_most=at_most)


def nearest_key(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The one known key that looks most like the word, if any does."""
    return nearest(word, known, at_most=1)


def _with_one_letter_less(word: str) -> Iterator[str]:
    """The word, and what is left of it without any one of its letters."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
