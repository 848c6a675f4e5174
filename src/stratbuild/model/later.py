"""What it means that a measure is put off by whole years: its dates, its money and its funding move with it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from stratbuild.quantity import PlanDate
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.measure import Measure
from stratbuild.schema.scenario import MeasureChange

_Value = TypeVar("_Value")


def later_measure(measure: Measure, change: MeasureChange, years: int, begins: Callable[[str], date | None]) -> Measure:
    """A measure with other dates: put off by so many years, or from a start, with a finish or a duration of its own.

    What it adds to indicators comes as much later. A measure that others lead to begins no sooner than so many years
    after the day on which it otherwise `begins`. What the outside world sets stays: its deadline, what has happened.
    """
    update: dict[str, Any] = {}
    if years:
        update = {name: own.later(years) for name in ("start", "finish") if (own := getattr(measure, name))}
        update["contributions"] = {kpi: _later(by_year, years) for kpi, by_year in measure.contributions.items()}
        if not update.keys() & {"start", "finish"} and (begin := begins(measure.id)) is not None:
            stated = () if measure.not_before is None else (measure.not_before,)
            update["not_before"] = max((*stated, PlanDate.of_day(begin)), key=lambda one: one.first).later(years)
    for name, other in (("start", None), ("finish", "duration"), ("duration", "finish")):
        given = getattr(change, name)
        if given is not None:
            update[name] = given
            if other is not None:
                update[other] = getattr(change, other)
    return measure.model_copy(update=update) if update else measure


def later_line(line: BudgetLine, years: int) -> BudgetLine:
    """A line whose years, and those of its funding, are so many later; its prices rise by the index as in those years."""
    by_year = ("amounts", "quantity", "year_shares", "funding_by_year")
    update: dict[str, Any] = {name: _later(getattr(line, name), years) for name in by_year}
    return line.model_copy(update={**update, "evenly_over": tuple(year + years for year in line.evenly_over)})


def _later(by_year: Mapping[int, _Value], years: int) -> Mapping[int, _Value]:
    return {year + years: value for year, value in by_year.items()}
