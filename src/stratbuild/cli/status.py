"""How the program ends: exit statuses, and the exceptions that carry them to the door."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import IntEnum

import click

from stratbuild.diagnostics import Suggestion


class Status(IntEnum):
    """What the exit status says to whoever has called the program."""

    FINE = 0
    FINDINGS = 1
    """There are findings of severity error."""
    USAGE = 2
    """The command line or the configuration is wrong."""
    INPUT_OUTPUT = 3
    """A disk, a permission or a lock is in the way."""
    ENGINE = 4
    """An engine (pandoc, typst) failed."""
    CONFLICTS = 5
    """What an import brings contradicts what was changed meanwhile."""
    BUG = 70
    """The program is wrong; a file tells how."""
    INTERRUPTED = 130
    NO_READER = 141
    """Whoever read the output has gone away, as `head` does."""
    TERMINATED = 143


class WrongUsage(click.UsageError):
    """A mistake on the command line, told by the words `usage.<name>` of the catalogue, and its facts."""

    def __init__(self, name: str, /, **facts: object) -> None:
        super().__init__(name)
        self.name = name
        self.facts = facts


def unknown(kind: str, name: str, known: Iterable[str]) -> WrongUsage:
    """The mistake of naming something that there is not: told by `usage.<kind>`, with what was probably meant."""
    choices = tuple(known)
    return WrongUsage(kind, name=name, suggestion=Suggestion(tuple(get_close_matches(name, choices)), choices))


class NobodyReads(Exception):
    """Whoever read the program's output has gone away."""


class Terminated(BaseException):
    """The system has asked the program to end."""
