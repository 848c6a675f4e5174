"""How long something takes, in days, working days, weeks, months, quarters or years, and how much later it comes."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import Self

from stratbuild.quantity.refusal import Refusal
from stratbuild.quantity.workdays import EVERY_WEEKDAY, Workdays


class DurationUnit(StrEnum):
    """The unit of a duration, spelled as it is in a strategy."""

    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"
    YEARS = "years"


_SPELLINGS = {
    DurationUnit.DAYS: ("day", "days", "день", "дні", "днів"),
    DurationUnit.WORKING_DAYS: ("working day", "working days", "робочий день", "робочі дні", "робочих днів"),
    DurationUnit.WEEKS: ("week", "weeks", "тиждень", "тижні", "тижнів"),
    DurationUnit.MONTHS: ("month", "months", "місяць", "місяці", "місяців"),
    DurationUnit.QUARTERS: ("quarter", "quarters", "квартал", "квартали", "кварталів"),
    DurationUnit.YEARS: ("year", "years", "рік", "роки", "років"),
}
_UNIT_OF = {spelling: unit for unit, spellings in _SPELLINGS.items() for spelling in spellings}
_DURATION = re.compile(r"(-?)([0-9]{1,4}) ([a-zа-яіїєґ]+(?: [a-zа-яіїєґ]+)?)")
_MONTHS_IN = {DurationUnit.MONTHS: 1, DurationUnit.QUARTERS: 3, DurationUnit.YEARS: 12}

PATTERN = rf"^(?!0+ )[0-9]{{1,4}} (?:{'|'.join(_UNIT_OF)})$"
LAG_PATTERN = rf"^-?[0-9]{{1,4}} (?:{'|'.join(_UNIT_OF)})$"


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of days, weeks, months, quarters or years of the calendar, or of working days, at least one."""

    count: int
    unit: DurationUnit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `8 months`, `8 місяців` or `10 working days`; anything else is a `Refusal`."""
        sign, count, unit = _parts(text, "duration_not_readable")
        if sign:
            raise Refusal("duration_not_readable", text=text[:40])
        if count == 0:
            raise Refusal("duration_of_nothing", text=text)
        return cls(count, unit)

    def last_day_from(self, first: date, workdays: Workdays = EVERY_WEEKDAY) -> date:
        """The last day of something that starts on `first` and lasts this long.

        Months are those of the calendar: one month from the 15th ends on the 14th, and one from the
        31st ends the day before the last day of a shorter month. Working days are counted from the
        first one that is worked. A result beyond the year 9999 is a `Refusal`.
        """
        if self.unit is DurationUnit.WORKING_DAYS:
            return workdays.later(workdays.on_or_after(first), self.count - 1)
        try:
            return Lag(self.count, self.unit).from_day(first) - timedelta(days=1)
        except OverflowError:
            raise Refusal("duration_beyond_calendar", text=str(self)) from None

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value}"


@dataclass(frozen=True, slots=True)
class Lag:
    """How much later than another something comes; a count below zero is a lead, how much earlier."""

    count: int
    unit: DurationUnit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2 weeks`, or `-10 working days` for a lead; anything else is a `Refusal`."""
        sign, count, unit = _parts(text, "lag_not_readable")
        return cls(-count if sign else count, unit)

    def from_day(self, day: date, workdays: Workdays = EVERY_WEEKDAY) -> date:
        """The day that is so much later or earlier: of the calendar, or so many working days on from the first that is worked.

        A month from the 31st is the last day of a shorter month. Beyond the years 1 to 9999 it is a `Refusal`.
        """
        if self.unit is DurationUnit.WORKING_DAYS:
            return workdays.later(workdays.on_or_after(day), self.count)
        try:
            if self.unit not in _MONTHS_IN:
                return day + timedelta(days=self.count * (7 if self.unit is DurationUnit.WEEKS else 1))
            months = day.month - 1 + self.count * _MONTHS_IN[self.unit]
            year, month = day.year + months // 12, months % 12 + 1
            if MINYEAR <= year <= MAXYEAR:
                return date(year, month, min(day.day, monthrange(year, month)[1]))
        except OverflowError:
            pass
        raise Refusal("duration_beyond_calendar", text=str(self)) from None

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value}"


def _parts(text: str, reason: str) -> tuple[str, int, DurationUnit]:
    found = _DURATION.fullmatch(text)
    if found is None or found[3] not in _UNIT_OF:
        raise Refusal(reason, text=text[:40])
    return found[1], int(found[2]), _UNIT_OF[found[3]]
