"""What the rules about language share: which texts they read, and how they point at a place in one."""

import re
from collections.abc import Iterator, Mapping

from stratbuild.checks.rule import Finding
from stratbuild.model import Passage, Plan, Prose
from stratbuild.model.prose import EDGE

UKRAINIAN = "uk"
TITLES = frozenset({"title", "name"})
"""The fields that hold a title or a name, in every kind of item."""

CYRILLIC = "\u0400-\u04ff"
LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
"""Letters of the two scripts, to stand between square brackets; × and ÷ are none."""

_TO_SPACE = re.compile(rf"[^\s{EDGE}]*")
_LONGEST_WORD = 60
_ADDRESS = re.compile(r"://|www\.|@")


def ukrainian(plan: Plan) -> tuple[Prose, ...]:
    """The texts written in Ukrainian, or nothing where there are none."""
    found = plan.prose.get(UKRAINIAN)
    return () if found is None else (found,)


def finding(plan: Plan, passage: Passage, facts: Mapping[str, object]) -> Finding:
    """A finding in a text: its place, and beside the facts the item and the field."""
    where = {"owner": passage.owner_id, "field": passage.field}
    return Finding(plan.strategy.span(passage.owner, *passage.way), where | dict(facts))


def own_field(passage: Passage) -> str:
    """The field that a text stands in, without the fields around it and without its language."""
    steps = [step for step in passage.way if isinstance(step, str)]
    return steps[-2] if len(steps) > 1 and steps[-1] == passage.language else steps[-1]


def titles(plan: Plan) -> Iterator[Passage]:
    """Every title and name, in every language."""
    for prose in plan.prose.values():
        yield from (passage for passage in prose.passages if own_field(passage) in TITLES)


def around(match: re.Match[str], length: int) -> str:
    """The match and up to so many characters on each side, as far as its text goes."""
    text = match.string
    left = text[max(0, match.start() - length) : match.start()].rpartition(EDGE)[2]
    right = text[match.end() : match.end() + length].partition(EDGE)[0]
    return left + match[0] + right


def neighbours(match: re.Match[str]) -> tuple[str, str]:
    """What stands before and after a match up to the next space on each side."""
    text, start, end = match.string, match.start(), match.end()
    before = _TO_SPACE.match(text[max(0, start - _LONGEST_WORD) : start][::-1])
    after = _TO_SPACE.match(text[end : end + _LONGEST_WORD])
    return (before[0][::-1] if before else ""), (after[0] if after else "")


def whole(match: re.Match[str], signs: str) -> str:
    """The match with all signs of a set (as between square brackets) that touch it."""
    run = re.compile(f"[{signs}]*")
    text, start, end = match.string, match.start(), match.end()
    before = run.match(text[max(0, start - _LONGEST_WORD) : start][::-1])
    after = run.match(text, end, end + _LONGEST_WORD)
    return (before[0][::-1] if before else "") + match[0] + (after[0] if after else "")


def is_in_address(match: re.Match[str]) -> bool:
    """Whether a match stands in an address of the Internet or of e-mail."""
    return _ADDRESS.search("".join(neighbours(match))) is not None
