"""What of a plan is known on its status day, and so can vary no more."""

from collections.abc import Mapping
from datetime import date

from stratbuild.model import Plan
from stratbuild.model.budget import Amount


def open_parts(plan: Plan) -> Mapping[str, tuple[Amount, ...]]:
    """By line that has any: its parts that can still cost more or less.

    The others are known: those of years that are over, and those of a measure that is over up to the year in which it was.
    """
    return plan.once(_open_parts)


def _open_parts(plan: Plan) -> Mapping[str, tuple[Amount, ...]]:
    status, measures = plan.status_day, plan.strategy.measures
    if status is None:
        return {id_: parts for id_, parts in plan.budget.parts.items() if parts}
    last_known = status.year if status == date(status.year, 12, 31) else status.year - 1
    found: dict[str, tuple[Amount, ...]] = {}
    for id_, parts in plan.budget.parts.items():
        ended = measures[plan.strategy.budget_lines[id_].measure].ended_on
        known = last_known if ended is None else max(last_known, ended.year)
        if kept := tuple(one for one in parts if one.year > known):
            found[id_] = kept
    return found


def open_years(plan: Plan) -> tuple[int, ...]:
    """The years of the strategy that are not over."""
    return tuple(year for year in plan.period.years if plan.status_day is None or date(year, 12, 31) > plan.status_day)
