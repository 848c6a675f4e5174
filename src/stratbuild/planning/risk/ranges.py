"""What a strategy states of how sure it is: the range of every line and measure, and the cause that it hangs on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from stratbuild.model import Plan
from stratbuild.model.length import length
from stratbuild.model.timing import Span
from stratbuild.planning.risk.distributions import PARTS, Triangle, parts_of
from stratbuild.quantity import Duration, Refusal, Workdays
from stratbuild.schema.estimate_class import DurationRange, SpreadRange
from stratbuild.schema.risk import DelayEffect
from stratbuild.strategy import Strategy

DEFAULT_DRAWS, DEFAULT_SEED, DEFAULT_CORRELATION = 4000, 1, Decimal(30)

GENERAL = ""
"""The cause of what names none."""


@dataclass(frozen=True, slots=True)
class Range:
    """The range of a line's cost or a measure's duration, in parts per million of what is planned."""

    id: str
    triangle: Triangle
    cause: str
    estimate_class: str | None
    """The class that it is taken from; none where it is the item's own."""


def cost_ranges(strategy: Strategy) -> Iterator[Range]:
    """The range of every line that has one: its own, else that of its class, else that of its measure's class."""
    for line in strategy.budget_lines.values():
        named = line.estimate_class or strategy.measures[line.measure].estimate_class
        found = strategy.estimate_classes.get(named or "")
        cause = line.driver or (found.driver if found is not None else None) or GENERAL
        if line.cost_range is not None:
            yield Range(line.id, _of_spread(line.cost_range), cause, None)
        elif found is not None and found.cost is not None:
            yield Range(line.id, _of_spread(found.cost), cause, found.id)


def duration_ranges(plan: Plan, spans: Mapping[str, Span]) -> Iterator[Range]:
    """The range of every measure with dates that has one: its own, else that of its class."""
    strategy = plan.strategy
    for measure in strategy.measures.values():
        if measure.id not in spans:
            continue
        found = strategy.estimate_classes.get(measure.estimate_class or "")
        cause = measure.driver or (found.driver if found is not None else None) or GENERAL
        if measure.duration_range is not None:
            triangle = _of_durations(measure.duration_range, spans[measure.id], plan.workdays)
            yield Range(measure.id, triangle, cause, None)
        elif found is not None and found.duration is not None:
            yield Range(measure.id, _of_spread(found.duration), cause, found.id)


def delay_of(effect: DelayEffect, start: int, workdays: Workdays) -> Triangle:
    """A delay in millionths of a day, of a measure that begins at a start."""
    likely = None if effect.likely is None else _days(effect.likely, start, workdays) * PARTS
    return Triangle.of(_days(effect.shortest, start, workdays) * PARTS, likely, _days(effect.longest, start, workdays) * PARTS)


def correlation_of(strategy: Strategy, cause: str | None) -> Decimal:
    """How much of what hangs on a cause moves together, in per cent."""
    found = strategy.risk_drivers.get(cause or GENERAL)
    stated = strategy.settings.simulation.correlation
    return found.correlation if found is not None else DEFAULT_CORRELATION if stated is None else stated


def _of_spread(stated: SpreadRange) -> Triangle:
    likely = PARTS if stated.likely is None else parts_of(stated.likely)
    return Triangle.of(parts_of(stated.low), likely, parts_of(stated.high))


def _of_durations(stated: DurationRange, planned: Span, workdays: Workdays) -> Triangle:
    days = planned.end - planned.start
    points = (stated.shortest, stated.likely, stated.longest)
    low, likely, high = (PARTS if one is None else _days(one, planned.start, workdays) * PARTS // days for one in points)
    return Triangle.of(low, likely, high)


def _days(duration: Duration, start: int, workdays: Workdays) -> int:
    """How many days of the calendar something takes that begins at a start."""
    try:
        return length(duration, workdays).end(start) - start
    except Refusal:  # it would end after the last year that a calendar has
        return date.max.toordinal() - start
