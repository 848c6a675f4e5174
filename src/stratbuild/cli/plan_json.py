"""The plan as data for programs; docs/plan-json.md describes every key.

Days are texts, `"2026-03-01"`, and months, `"2026-03"`; floats and delays are whole days of the calendar;
numbers of people are texts of an exact number with up to four decimals, `"1.5"`.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from stratbuild.checks.deadlines import missed_deadlines
from stratbuild.cli.plan_facts import has_ended, milestones_by_day, slips_by_day
from stratbuild.cli.scenario import id_of, title_of
from stratbuild.model import Plan, Window
from stratbuild.model.load import Overload
from stratbuild.model.timing import Timing
from stratbuild.render.locale import Locale
from stratbuild.schema.dependency import Dependency
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone

VERSION = 2

_DECIMALS = 10**4

Data = dict[str, Any]


def plan_data(plan: Plan, words: Locale) -> Data:
    """Order, dates, floats, the critical path, missed deadlines, overloads, and the forecast where there is one."""
    ends = max((one.last for one in plan.timing.values()), default=None)
    return {
        "version": VERSION,
        "language": words.language,
        "scenario": {"id": id_of(plan), "title": title_of(plan, words)},
        "period": _window(plan.period),
        "finish": _day(ends),
        "status_on": _day(plan.status_day),
        "measures": [_measure(plan, words, number, id_) for number, id_ in enumerate(plan.order, start=1)],
        "milestones": [_milestone(plan, words, milestone, day) for milestone, day in milestones_by_day(plan)],
        "critical_path": list(plan.critical_path),
        "missed_deadlines": [
            {
                "id": one.item.id,
                "deadline": one.deadline.last.isoformat(),
                "finish": one.last.isoformat(),
                "late": (one.last - one.deadline.last).days,
                "chain": list(one.chain),
            }
            for one in missed_deadlines(plan)
        ],
        "overloads": [_overload(one) for one in plan.overloads],
        "slips": [{"id": id_, "late": late, "ended": has_ended(plan, id_)} for id_, late in slips_by_day(plan)],
    }


def _measure(plan: Plan, words: Locale, number: int, id_: str) -> Data:
    measure = plan.strategy.measures[id_]
    window = plan.windows.get(id_)
    return {
        "number": number,
        "code": plan.coverage.codes[id_],
        "id": id_,
        "title": plan.strategy.text(measure.title, words.language),
        "start": None if window is None else window.first.isoformat(),
        "finish": None if window is None else window.last.isoformat(),
        **_common(plan, measure),
    }


def _milestone(plan: Plan, words: Locale, milestone: Milestone, day: date) -> Data:
    return {
        "id": milestone.id,
        "title": plan.strategy.text(milestone.title, words.language),
        "day": day.isoformat(),
        **_common(plan, milestone),
    }


def _common(plan: Plan, item: Measure | Milestone) -> Data:
    timing = plan.timing.get(item.id)
    return {
        **_timing(timing),
        "after": [_dependency(one) for one in item.after],
        "deadline": None if item.deadline is None else item.deadline.last.isoformat(),
        "forecast": _window(plan.forecast.get(item.id)),
    }


def _timing(timing: Timing | None) -> Data:
    if timing is None:
        return {"latest": None, "total_float": None, "free_float": None, "critical": False, "driven_by": None}
    return {
        "latest": _window(Window(timing.latest_first, timing.latest_last)),
        "total_float": timing.total_float,
        "free_float": timing.free_float,
        "critical": timing.critical,
        "driven_by": timing.driven_by,
    }


def _dependency(one: Dependency) -> Data:
    return {"id": one.on, "type": one.type.value, "lag": None if one.lag is None else str(one.lag)}


def _overload(one: Overload) -> Data:
    return {
        "unit": one.unit,
        "month": f"{one.month:%Y-%m}",
        "needed": _people(one.load.needed),
        "capacity": _people(one.load.capacity or Fraction()),
        "measures": {id_: _people(share) for id_, share in one.load.by_measure.items()},
    }


def _people(number: Fraction) -> str:
    written = f"{Decimal(round(number * _DECIMALS)) / _DECIMALS:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _window(window: Window | None) -> Data | None:
    return None if window is None else {"start": window.first.isoformat(), "finish": window.last.isoformat()}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
