"""Dates as coarse as a plan is: a year, a quarter, a month or a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Self

from stratbuild.quantity.refusal import Refusal

_PLAN_DATE = re.compile(r"([0-9]{4})(?:-Q([1-4])|-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[./]([0-9]{4})", re.ASCII)
_QUARTER_OF_YEAR = re.compile(r"([0-9]{4})[-./ ]?[QqКк]([1-4])")
_QUARTER_IN_WORDS = re.compile(r"(?:[QqКк]([1-4])|([1-4]|I{1,3}|IV|І{1,3}|ІV) ?кв(?:артал|\.)?)[-./ ]([0-9]{4})(?: року| р\.)?")
_MONTH_IN_WORDS = re.compile(r"(?:([0-9]{1,2}) )?([а-яіїєґ]{4,9})[- ]([0-9]{4})(?: року| р\.)?")
_MONTHS = ("січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листоп", "груд")
_LOOSE = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?", re.ASCII)

FIRST_YEAR, LAST_YEAR = 1990, 2100


class Precision(IntEnum):
    """How fine a date is, from coarse to fine."""

    YEAR = 1
    QUARTER = 2
    MONTH = 3
    DAY = 4


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A span of days that the plan calls one date: `2026`, `2026-Q2`, `2026-03` or `2026-03-15`."""

    first: date
    last: date
    precision: Precision

    @classmethod
    def of_day(cls, day: date) -> Self:
        """A day, exactly."""
        return cls(day, day, Precision.DAY)

    @classmethod
    def of_month(cls, day: date) -> Self:
        """The month that a day is in."""
        return cls(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), Precision.MONTH)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one of the four forms; anything else is a `Refusal` that offers the right spelling."""
        found = _PLAN_DATE.fullmatch(text)
        if found is None:
            raise _refusal(text)
        year = parse_year(found[1])
        if found[2]:
            month = 3 * int(found[2]) - 2
            return cls(date(year, month, 1), date(year, month + 2, monthrange(year, month + 2)[1]), Precision.QUARTER)
        if found[3] is None:
            return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
        month = int(found[3])
        if not 1 <= month <= 12:
            raise Refusal("date_without_such_month", text=text, month=month)
        days = monthrange(year, month)[1]
        if found[4] is None:
            return cls.of_month(date(year, month, 1))
        day = int(found[4])
        if not 1 <= day <= days:
            raise Refusal("date_without_such_day", text=text, days=days, last=f"{found[1]}-{found[3]}-{days}")
        return cls.of_day(date(year, month, day))

    def later(self, years: int) -> "PlanDate":
        """The same date so many years later; 29 February becomes the 28th where that year has none.

        Nothing is later than the year 9999, the last one that a calendar knows.
        """
        year = min(self.first.year + years, date.max.year)
        if self.precision is Precision.DAY:
            days = monthrange(year, self.first.month)[1]
            return PlanDate.of_day(date(year, self.first.month, min(self.first.day, days)))
        last_day = monthrange(year, self.last.month)[1]
        return PlanDate(self.first.replace(year=year), date(year, self.last.month, last_day), self.precision)

    def __str__(self) -> str:
        match self.precision:
            case Precision.YEAR:
                return f"{self.first.year}"
            case Precision.QUARTER:
                return f"{self.first.year}-Q{(self.first.month + 2) // 3}"
            case Precision.MONTH:
                return f"{self.first:%Y-%m}"
            case _:
                return self.first.isoformat()


def parse_year(text: str) -> int:
    """Read a year of four digits from 1990 to 2100."""
    if not _YEAR.fullmatch(text):
        raise Refusal("year_not_readable", text=text[:40])
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal("year_out_of_range", text=text, first=FIRST_YEAR, last=LAST_YEAR)
    return year


def parse_day(text: str) -> date:
    """Read an exact day, `2026-03-15`."""
    plan_date = PlanDate.parse(text)
    if plan_date.precision is not Precision.DAY:
        raise Refusal("date_too_coarse", text=text, example=plan_date.first.isoformat())
    return plan_date.first


def _refusal(text: str) -> Refusal:
    plain = _in_digits(text) or _in_words(text)
    if plain is None:
        return Refusal("date_not_readable", text=text[:40])
    try:
        PlanDate.parse(plain)
    except Refusal as refusal:
        return refusal
    return Refusal("date_in_another_order", text=text[:40], plain=plain)


def _in_digits(text: str) -> str | None:
    """The plain form of a date whose parts stand in another order or between other signs."""
    for pattern, order in ((_DAY_FIRST, (2, 1, 0)), (_MONTH_FIRST, (1, 0)), (_LOOSE, (0, 1, 2))):
        found = pattern.fullmatch(text)
        if found:
            parts = [found.groups()[place] for place in order]
            return "-".join(part.zfill(2) for part in parts if part is not None)
    return None


def _in_words(text: str) -> str | None:
    """The plain form of `Q2 2026`, `II квартал 2026 року`, `березень 2026`, `15 березня 2026 року`."""
    found = _QUARTER_OF_YEAR.fullmatch(text)
    if found:
        return f"{found[1]}-Q{found[2]}"
    found = _QUARTER_IN_WORDS.fullmatch(text)
    if found:
        roman = found[2] or found[1]
        return f"{found[3]}-Q{roman if roman.isdigit() else 4 if roman.endswith('V') else len(roman)}"
    found = _MONTH_IN_WORDS.fullmatch(text)
    month = next((number for number, stem in enumerate(_MONTHS, start=1) if found and found[2].startswith(stem)), None)
    if found is None or month is None:
        return None
    return f"{found[3]}-{month:02}" + (f"-{found[1].zfill(2)}" if found[1] else "")
