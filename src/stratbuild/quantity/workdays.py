"""Which days are worked: the week, the public holidays, and days that were moved."""

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from stratbuild.quantity.refusal import Refusal

_SATURDAY = 5
LONGEST_BREAK = 366
"""No calendar rests longer than a year; one that did would have no next working day to find."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """A calendar of working days: Monday to Friday, without the days off, with the days that are worked all the same."""

    off: Set[date] = field(default_factory=frozenset)
    """Days of the week that are not worked: public holidays, days moved."""
    worked: Set[date] = field(default_factory=frozenset)
    """Days that are worked whatever day of the week they are."""

    def is_worked(self, day: date) -> bool:
        """Whether a day is a working day."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def on_or_after(self, day: date) -> date:
        """The first working day from a day on; a `Refusal` where the calendar has none."""
        return self._find(day, 1)

    def on_or_before(self, day: date) -> date:
        """The last working day up to a day; a `Refusal` where the calendar has none."""
        return self._find(day, -1)

    def later(self, day: date, count: int) -> date:
        """The working day that is so many working days after a day, or before it where the count is below zero."""
        found, step = day, 1 if count > 0 else -1
        for _ in range(abs(count)):
            found = self._find(_moved(found, step), step)
        return found

    def between(self, first: date, last: date) -> int:
        """How many working days there are from a day to another, both counted."""
        return sum(self.is_worked(first + timedelta(days=step)) for step in range((last - first).days + 1))

    def _find(self, day: date, step: int) -> date:
        found = day
        for _ in range(LONGEST_BREAK):
            if self.is_worked(found):
                return found
            found = _moved(found, step)
        raise Refusal("calendar_without_workdays", day=day.isoformat())


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Refusal("duration_beyond_calendar", text=day.isoformat()) from None


EVERY_WEEKDAY = Workdays()
"""Monday to Friday, and no holidays: what is reckoned with where nothing is said."""
