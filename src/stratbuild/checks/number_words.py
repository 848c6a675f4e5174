"""Numbers in Ukrainian words, for comparing what people wrote beside figures."""

from functools import cache

from stratbuild.quantity.number_words import number_in_words

_LANGUAGE = "uk"
_GENDERS = ("masculine", "feminine", "neuter")
_LARGEST = 10**15


def as_written(number: int) -> tuple[str, ...]:
    """The words of a number in every gender, the masculine first; none of one that is beyond all sums."""
    if number >= _LARGEST:
        return ()
    return tuple(dict.fromkeys(number_in_words(number, _LANGUAGE, gender) for gender in _GENDERS))


def begins_with_number(words: str) -> bool:
    """Whether words begin with a number in the nominative."""
    return _words(words)[:1] != [] and _words(words)[0] in _first_words()


def is_said(number: int, words: str) -> bool:
    """Whether words begin with those of this number and of no larger one."""
    said = _words(words)
    for written in as_written(number):
        own = written.split()
        after = said[len(own) : len(own) + 1]
        if said[: len(own)] == own and not (after and after[0] in _all_words()):
            return True
    return False


def _words(text: str) -> list[str]:
    return [word.strip(",.;") for word in text.lower().replace("'", "’").split()]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.split()[0] for number in _NUMBERS for words in as_written(number))


@cache
def _all_words() -> frozenset[str]:
    """Every word that a number in words can have."""
    large = [thousands * count for thousands in (1000, 10**6, 10**9) for count in (1, 2, 5)]
    return frozenset(word for number in (*_NUMBERS, *large) for words in as_written(number) for word in words.split())


_NUMBERS = (*range(21), *range(30, 100, 10), *range(100, 1000, 100))
