"""Numbers in Ukrainian words, for comparing what people wrote beside figures."""

from functools import cache

from stratbuild.quantity.number_words import number_in_words

_LANGUAGE = "uk"
_MASCULINE_ONE = "один"
_NEUTER_ONE = "одне"
_LARGEST = 10**15

_FIRST_WORDS = frozenset(
    [
        "нуль",
        "один",
        "одна",
        "одне",
        "два",
        "дві",
        "три",
        "чотири",
        "п’ять",
        "шість",
        "сім",
        "вісім",
        "дев’ять",
        "десять",
        "одинадцять",
        "дванадцять",
        "тринадцять",
        "чотирнадцять",
        "п’ятнадцять",
        "шістнадцять",
        "сімнадцять",
        "вісімнадцять",
        "дев’ятнадцять",
        "двадцять",
        "тридцять",
        "сорок",
        "п’ятдесят",
        "шістдесят",
        "сімдесят",
        "вісімдесят",
        "дев’яносто",
        "сто",
        "двісті",
        "триста",
        "чотириста",
        "п’ятсот",
        "шістсот",
        "сімсот",
        "вісімсот",
        "дев’ятсот",
    ]
)
"""The words that a number can begin with; written out, because few texts have any and the library is slow to load."""


def as_written(number: int) -> tuple[str, ...]:
    """The words of a number in every gender, the masculine first; none of one that is beyond all sums."""
    if number >= _LARGEST:
        return ()
    masculine = number_in_words(number, _LANGUAGE, "masculine")
    written = [masculine, number_in_words(number, _LANGUAGE, "feminine")]
    # The library says «один» of the neuter too: «двадцять одне приміщення».
    if masculine.split()[-1] == _MASCULINE_ONE:
        written.append(masculine.removesuffix(_MASCULINE_ONE) + _NEUTER_ONE)
    return tuple(dict.fromkeys(written))


def begins_with_number(words: str) -> bool:
    """Whether words begin with a number in the nominative."""
    return _words(words)[:1] != [] and _words(words)[0] in _FIRST_WORDS


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
def _all_words() -> frozenset[str]:
    """Every word that a number in words can have."""
    large = [thousands * count for thousands in (1000, 10**6, 10**9) for count in (1, 2, 5)]
    return frozenset(word for number in (*_NUMBERS, *large) for words in as_written(number) for word in words.split())


_NUMBERS = (*range(21), *range(30, 100, 10), *range(100, 1000, 100))
