"""Which days of the strategy have really happened."""

from collections.abc import Iterator
from datetime import date

from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone
from stratbuild.strategy import Strategy


def actual_days(strategy: Strategy) -> Iterator[tuple[Measure | Milestone, tuple[str, ...], date]]:
    """Every actual day, with what it belongs to and the way to it."""
    for measure in strategy.measures.values():
        if measure.actual is not None:
            for name in ("start", "finish"):
                day: date | None = getattr(measure.actual, name)
                if day is not None:
                    yield measure, ("actual", name), day
    for milestone in strategy.milestones.values():
        if milestone.actual is not None:
            yield milestone, ("actual",), milestone.actual
