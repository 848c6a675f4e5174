"""The working days of a strategy: the week, the table of public holidays that it names, its own days."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stratbuild.quantity import FIRST_YEAR, LAST_YEAR, Workdays
from stratbuild.schema.strategy import WorkCalendar

_SATURDAY = 5
_BEYOND = 10
"""Years after the last that a strategy can name for which holidays are still known."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday: a day of the year, or so many days after Orthodox Easter; from a year on, up to a year."""

    month: int
    day: int
    after_easter: int | None = None
    first_year: int = FIRST_YEAR
    last_year: int = LAST_YEAR + _BEYOND

    def in_year(self, year: int) -> date | None:
        """Its day in a year; none in years in which it is not kept."""
        if not self.first_year <= year <= self.last_year:
            return None
        if self.after_easter is None:
            return date(year, self.month, self.day)
        return orthodox_easter(year) + timedelta(days=self.after_easter)


def orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian reckoning, as a day of the Gregorian calendar (Meeus; for the years 1900 to 2099)."""
    from dateutil.easter import EASTER_ORTHODOX, easter  # noqa: PLC0415 - only a calendar with holidays needs it

    return easter(year, EASTER_ORTHODOX)


def decode_holidays(text: str) -> tuple[Holiday, ...]:
    """A table of holidays from the JSON of its file, which travels with the program."""
    found: list[Holiday] = []
    for one in json.loads(text)["holidays"]:
        years = {key: int(one[key]) for key in ("first_year", "last_year") if key in one}
        if "after_easter" in one:
            found.append(Holiday(0, 0, int(one["after_easter"]), **years))
        else:
            month, day = map(int, one["day"].split("-"))
            found.append(Holiday(month, day, **years))
    return tuple(found)


def workdays(calendar: WorkCalendar, holidays: Iterable[Holiday]) -> Workdays:
    """The working days of a strategy. A holiday on a weekend gives the next working day off, as the Labour Code has it."""
    kept = () if calendar.holidays_worked else tuple(holidays)
    off = set(calendar.days_off)
    if kept:
        off.update(_days_off(kept))
    return Workdays(frozenset(off), frozenset(calendar.days_worked))


def _days_off(holidays: tuple[Holiday, ...]) -> Iterator[date]:
    for year in range(FIRST_YEAR, LAST_YEAR + _BEYOND):
        days = sorted({day for one in holidays if (day := one.in_year(year)) is not None})
        taken = set(days)
        for day in days:
            moved = day
            while moved.weekday() >= _SATURDAY or (moved != day and moved in taken):
                moved += timedelta(days=1)
            taken.add(moved)
            yield day
            yield moved
