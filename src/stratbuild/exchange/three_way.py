"""The comparison of three states of one value: as it was given out, as it came back, as it is now."""

from enum import StrEnum


class Outcome(StrEnum):
    """What follows for the strategy."""

    NOTHING = "nothing"
    """The workbook brings nothing new; what the strategy says now stays."""
    CHANGE = "change"
    """Only the workbook changed it."""
    ALREADY = "already"
    """Both changed it to the same value."""
    CONFLICT = "conflict"
    """Both changed it, each to another value."""


def outcome(base: str, theirs: str, ours: str) -> Outcome:
    """What follows from a value in its base, in the workbook and in the strategy, each in its one canonical spelling.

    An empty text stands for no value, which is a value like any other here.
    """
    if theirs == base:
        return Outcome.NOTHING
    if theirs == ours:
        return Outcome.ALREADY
    return Outcome.CHANGE if ours == base else Outcome.CONFLICT
