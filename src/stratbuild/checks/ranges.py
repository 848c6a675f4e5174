"""The ranges of estimates and of effects, each with what is planned, and how two values of one compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from stratbuild.model import Plan
from stratbuild.quantity import WHOLE, Duration, Money, Refusal, Workdays
from stratbuild.schema.base import Entity
from stratbuild.schema.estimate_class import DurationRange, SpreadRange
from stratbuild.schema.measure import Measure
from stratbuild.schema.risk import CostEffect, CostShareEffect, DelayEffect, Risk

Value: TypeAlias = Decimal | Money | Duration


@dataclass(frozen=True, slots=True)
class Range:
    """A range as it is written: its values by key from the least to the most, and what is planned, which it lies around."""

    item: Entity
    field: str
    values: tuple[tuple[str, Value | None], ...]
    """The middle one is none where it is not written."""
    planned: Value | None
    """None where it is a range of effects, or where nothing is planned."""

    @property
    def likely(self) -> Value | None:
        """The most probable value that is written."""
        return self.values[1][1]


def ranges(plan: Plan) -> Iterator[Range]:
    """Every range of the strategy."""
    strategy = plan.strategy
    for one in strategy.estimate_classes.values():
        yield from (_spread(one, name, value) for name, value in (("cost", one.cost), ("duration", one.duration)) if value)
    for line in strategy.budget_lines.values():
        if line.cost_range is not None:
            yield _spread(line, "cost_range", line.cost_range)
    for measure in strategy.measures.values():
        if measure.duration_range is not None:
            yield _of_duration(measure)
    for risk in strategy.risks.values():
        yield from _of_risk(risk)


def is_above(plan: Plan, one: Value, other: Value) -> bool:
    """Whether a value is above another; of durations in unlike units whether it is longer from whatever month."""
    if isinstance(one, Duration) and isinstance(other, Duration):
        year = plan.period.first.year
        return all(_is_longer(one, other, date(year, month, 1), plan.workdays) for month in range(1, 13))
    if isinstance(one, Money) and isinstance(other, Money):
        return one.hundredths > other.hundredths
    return isinstance(one, Decimal) and isinstance(other, Decimal) and one > other


def shown(value: Value) -> Value | str:
    """A value as a message has it: numbers are per cent."""
    return f"{value.normalize():f}%" if isinstance(value, Decimal) else value


def _is_longer(one: Duration, other: Duration, first: date, workdays: Workdays) -> bool:
    try:
        return one.last_day_from(first, workdays) > other.last_day_from(first, workdays)
    except Refusal:
        return False


def _spread(item: Entity, field: str, spread: SpreadRange) -> Range:
    return Range(item, field, (("low", spread.low), ("likely", spread.likely), ("high", spread.high)), WHOLE)


def _of_duration(measure: Measure) -> Range:
    assert measure.duration_range is not None
    return Range(measure, "duration_range", _lengths(measure.duration_range), measure.duration)


def _of_risk(risk: Risk) -> Iterator[Range]:
    for name, effect in (("cost", risk.cost), ("cost_share", risk.cost_share)):
        if isinstance(effect, (CostEffect, CostShareEffect)):
            yield Range(risk, name, (("low", effect.low), ("likely", effect.likely), ("high", effect.high)), None)
    if risk.delay is not None:
        yield Range(risk, "delay", _lengths(risk.delay), None)


def _lengths(one: DurationRange | DelayEffect) -> tuple[tuple[str, Value | None], ...]:
    return ("shortest", one.shortest), ("likely", one.likely), ("longest", one.longest)
