"""Which code of a classifier was probably meant, found without comparing with every code."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import takewhile

from stratbuild.model import Classifier, Plan

_LONGEST_NAME = 70


def table_of(plan: Plan, classifier: StrEnum | None) -> Classifier | None:
    """The table of the classifier that a strategy uses; none where it uses none or the table was not given."""
    return None if classifier is None else plan.classifiers.get(classifier.value)


def named(table: Classifier, codes: Iterable[str]) -> tuple[str, ...]:
    """Codes with their official names, shortened where they are long: `3110 «Придбання …»`."""
    return tuple(f"{code} «{_shortened(table.names[code])}»" for code in codes)


def likely(table: Classifier, at_most: int = 3) -> Callable[[str], tuple[str, ...]]:
    """A function from a wrong code to the codes of a table that were probably meant, the likeliest first.

    Those with the same digits before a hyphen come first, then those that differ by one digit or by two
    digits exchanged, then the neighbours that begin alike.
    """
    by_stem = {code.partition("-")[0]: code for code in table.names}
    stems = sorted(by_stem)

    def suggest(code: str) -> tuple[str, ...]:
        stem = code.partition("-")[0]
        found = dict.fromkeys(by_stem[one] for one in _variants(stem) if one in by_stem)
        if not found:
            at = bisect_left(stems, stem)
            neighbours = sorted(stems[max(0, at - 2) : at + 2], key=lambda one: -_equal_beginning(one, stem))
            found = dict.fromkeys(by_stem[one] for one in neighbours)
        return named(table, tuple(found)[:at_most])

    return suggest


def _equal_beginning(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _variants(stem: str) -> Iterator[str]:
    yield stem
    for place in range(len(stem) - 1):
        yield stem[:place] + stem[place + 1] + stem[place] + stem[place + 2 :]
    for place in reversed(range(len(stem))):
        for digit in "0123456789":
            yield stem[:place] + digit + stem[place + 1 :]


def _shortened(name: str) -> str:
    plain = " ".join(name.split())
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 1].rstrip()}…"
