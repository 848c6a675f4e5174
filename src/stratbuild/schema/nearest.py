"""Did you mean: the known words nearest to an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches

from stratbuild.diagnostics import Suggestion
from stratbuild.schema.scalars import latin_twin

__all__ = ["Suggestion", "nearest", "nearest_key"]


def nearest(word: str, known: Iterable[str], *, at_most: int = 3) -> tuple[str, ...]:
    """The known words that look most like the word, the likeliest first; look-alike letters count as equal."""
    by_folded = {one.casefold(): one for one in known}
    folded = latin_twin(word).casefold()
    if folded in by_folded:
        return (by_folded[folded],)
    return tuple(by_folded[one] for one in get_close_matches(folded, by_folded, n=at_most, cutoff=0.6))


def nearest_key(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The one known key that looks most like the word, if any does."""
    return nearest(word, known, at_most=1)
