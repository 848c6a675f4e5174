"""Days of a plan as moments and spans of working time, as programs that schedule count them."""

from bisect import bisect_left, bisect_right
from datetime import date
from fractions import Fraction

from stratbuild.render.project_file import Days, ProjectFile

SHIFTS = (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))
"""From when to when a working day is worked."""

_SECONDS = 8 * 3600
"""Of a working day."""


def start_of(day: date) -> str:
    """The moment at which work begins on a day."""
    return f"{day.isoformat()}T{SHIFTS[0][0]}"


def end_of(day: date) -> str:
    """The moment at which work ends on a day."""
    return f"{day.isoformat()}T{SHIFTS[-1][1]}"


def span_of(workdays: Fraction | int) -> str:
    """So much working time, to the second: `PT12H30M0S`."""
    seconds = round(workdays * _SECONDS)
    return f"PT{seconds // 3600}H{seconds // 60 % 60}M{seconds % 60}S"


class WorkingTime:
    """How many working days lie between two days of a project."""

    def __init__(self, project: ProjectFile) -> None:
        """List the working days of a project once, so that no question needs a walk over them."""
        first, last = _reach(project)
        numbers = range(first.toordinal(), last.toordinal() + 1)
        self._worked = [number for number in numbers if project.calendar.is_worked(date.fromordinal(number))]

    def between(self, first: date, last: date) -> int:
        """How many working days there are from a day to another, both counted; none where that is before the first."""
        return max(0, bisect_right(self._worked, last.toordinal()) - bisect_left(self._worked, first.toordinal()))

    def of(self, days: Days) -> int:
        """How many working days there are in a time."""
        return self.between(days.first, days.last)

    def after(self, day: date, other: date) -> int:
        """How many working days a day comes after another; below zero where it comes before."""
        return bisect_right(self._worked, day.toordinal()) - bisect_right(self._worked, other.toordinal())


def _reach(project: ProjectFile) -> tuple[date, date]:
    """The first and the last day of all that the project tells of."""
    times = [project.days]
    for task in project.tasks:
        times += [days for days in (task.days, task.planned) if days is not None]
        if task.latest is not None:
            times += [task.latest.days, Days(task.latest.free_until, task.latest.free_until)]
    return min(one.first for one in times), max(one.last for one in times)
