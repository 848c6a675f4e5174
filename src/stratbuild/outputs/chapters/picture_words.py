"""What all pictures of the plan share: captions by sheet, the names of quarters, numbers read out."""

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypeAlias

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, figure
from stratbuild.render.chart.picture import Picture
from stratbuild.schema.base import Entity

Marked: TypeAlias = Callable[[str, Iterable[type[Entity]]], str]
"""A caption, and that its figures are illustrative where the strategy says so of one of the kinds."""

_MOST_NAMED = 12
"""So many things are read out before the rest is only counted."""


def captioned(told: PlanInWords, caption: str, pictures: Sequence[Picture], data: Sequence[Block]) -> list[Block]:
    """The pictures of one kind as blocks, each with its data; where there are several, each says which sheet it is."""
    if len(pictures) == 1:
        return [figure(pictures[0], caption, data[0])]
    return [
        figure(one, told.words.say("pictures.sheet", caption=caption, number=number, count=len(pictures)), table)
        for number, (one, table) in enumerate(zip(pictures, data, strict=True), start=1)
    ]


def quarters(told: PlanInWords) -> tuple[str, ...]:
    """The short names of the four quarters."""
    return tuple(told.words.say(f"pictures.quarters.q{number}") for number in (1, 2, 3, 4))


def critical(told: PlanInWords) -> frozenset[str]:
    """The measures and milestones of the critical path; one alone is no path."""
    found = told.plan.critical_path
    return frozenset(found) if len(found) > 1 else frozenset()


def listed(told: PlanInWords, names: Sequence[str], separator: str = ", ") -> str:
    """Names read out, the last ones only counted where there are many."""
    more = len(names) - _MOST_NAMED
    if more <= 1:
        return separator.join(names)
    return told.words.say("pictures.and_more", names=separator.join(names[:_MOST_NAMED]), count=more)


def people(told: PlanInWords, number: Fraction) -> str:
    """A number of people with at most two decimals."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return told.words.number(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))
