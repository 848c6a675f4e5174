"""How much work each unit has in each month, against the people that it can give."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from stratbuild.model.schedule import Window
from stratbuild.schema.measure import Measure
from stratbuild.schema.unit import ResponsibleUnit
from stratbuild.strategy import Strategy

_NOTHING = Fraction(0)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Load:
    """The people whom the measures of a unit need in one month on average, and those whom it has."""

    needed: Fraction
    capacity: Fraction | None
    by_measure: Mapping[str, Fraction]

    @property
    def over(self) -> Fraction:
        """How many people are missing."""
        return _NOTHING if self.capacity is None else max(_NOTHING, self.needed - self.capacity)


@dataclass(frozen=True, slots=True)
class Overload:
    """A month in which a unit has more work than people."""

    unit: str
    month: date
    load: Load


def loads(strategy: Strategy, windows: Mapping[str, Window]) -> Mapping[str, Mapping[date, Load]]:
    """By unit and first day of the month: the work of all measures that say how much they need, in people.

    People count for the part of the month in which the measure runs; person-months are spread evenly
    over its days. A person-month is the work of one person in one month, however many days it has.
    """
    needed: dict[str, dict[date, dict[str, Fraction]]] = {}
    for measure in strategy.measures.values():
        window = windows.get(measure.id)
        if window is None or not (measure.people or measure.person_months):
            continue
        needs = needs_of(measure, window)
        for month, days, length in _months(window):
            part = None if days == length else Fraction(days, length)
            for unit, people in needs.items():
                needed.setdefault(unit, {}).setdefault(month, {})[measure.id] = people if part is None else people * part
    return {
        unit: {
            month: Load(sum(by_measure.values(), _NOTHING), capacity_of(strategy.units[unit], month.year), by_measure)
            for month, by_measure in sorted(by_month.items())
        }
        for unit in strategy.units
        if (by_month := needed.get(unit))
    }


def needs_of(measure: Measure, window: Window) -> Mapping[str, Fraction]:
    """By unit: the people whom a measure needs all the time that it runs."""
    found = {unit: Fraction(people) for unit, people in measure.people.items()}
    if not measure.person_months:
        return found
    months = sum((Fraction(days, length) for _, days, length in _months(window)), _NOTHING)
    for unit, work in measure.person_months.items():
        found[unit] = found.get(unit, _NOTHING) + Fraction(work) / months
    return found


def capacity_of(unit: ResponsibleUnit, year: int) -> Fraction | None:
    """The people whom a unit can give in a year; none where it says nothing."""
    if year in unit.person_months:
        return Fraction(unit.person_months[year]) / _MONTHS
    return None if unit.capacity is None else Fraction(unit.capacity)


def overloads(loads: Mapping[str, Mapping[date, Load]]) -> Iterator[Overload]:
    """Every month in which a unit has more work than people, by unit and month."""
    for unit, by_month in loads.items():
        yield from (Overload(unit, month, load) for month, load in by_month.items() if load.over)


def _months(window: Window) -> Iterator[tuple[date, int, int]]:
    """The months that a window touches: the first day, the days inside the window, the days of the month."""
    month = window.first.replace(day=1)
    while month <= window.last:
        length = monthrange(month.year, month.month)[1]
        last = month + timedelta(days=length - 1)
        yield month, (min(last, window.last) - max(month, window.first)).days + 1, length
        month = last + timedelta(days=1)
