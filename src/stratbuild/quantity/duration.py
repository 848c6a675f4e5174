"""How long something takes, in days, weeks, months, quarters or years."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from stratbuild.quantity.refusal import Refusal


class DurationUnit(StrEnum):
    """The unit of a duration, spelled as it is in a strategy."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"
    YEARS = "years"


_SPELLINGS = {
    DurationUnit.DAYS: ("day", "days", "день", "дні", "днів"),
    DurationUnit.WEEKS: ("week", "weeks", "тиждень", "тижні", "тижнів"),
    DurationUnit.MONTHS: ("month", "months", "місяць", "місяці", "місяців"),
    DurationUnit.QUARTERS: ("quarter", "quarters", "квартал", "квартали", "кварталів"),
    DurationUnit.YEARS: ("year", "years", "рік", "роки", "років"),
}
_UNIT_OF = {spelling: unit for unit, spellings in _SPELLINGS.items() for spelling in spellings}
_DURATION = re.compile(r"([0-9]{1,4}) ([a-zа-яіїєґ]+)")
_MONTHS_IN = {DurationUnit.MONTHS: 1, DurationUnit.QUARTERS: 3, DurationUnit.YEARS: 12}

PATTERN = rf"^(?!0+ )[0-9]{{1,4}} (?:{'|'.join(_UNIT_OF)})$"


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of days, weeks, months, quarters or years of the calendar, at least one."""

    count: int
    unit: DurationUnit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `8 months` or `8 місяців`; anything else is a `Refusal`."""
        found = _DURATION.fullmatch(text)
        if found is None or found[2] not in _UNIT_OF:
            raise Refusal("duration_not_readable", text=text[:40])
        if int(found[1]) == 0:
            raise Refusal("duration_of_nothing", text=text)
        return cls(int(found[1]), _UNIT_OF[found[2]])

    def last_day_from(self, first: date) -> date:
        """The last day of something that starts on `first` and lasts this long.

        Months are those of the calendar: one month from the 15th ends on the 14th, and one from the
        31st ends the day before the last day of a shorter month. A result beyond the year 9999 is a
        `Refusal`.
        """
        try:
            if self.unit in _MONTHS_IN:
                months = first.month - 1 + self.count * _MONTHS_IN[self.unit]
                year, month = first.year + months // 12, months % 12 + 1
                return date(year, month, min(first.day, monthrange(year, month)[1])) - timedelta(days=1)
            days = self.count * (7 if self.unit is DurationUnit.WEEKS else 1)
            return first + timedelta(days=days - 1)
        except (ValueError, OverflowError):
            raise Refusal("duration_beyond_calendar", text=str(self)) from None

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value}"
