"""How long a measure takes, reckoned both ways, in days counted from the year 1: the end of a start, the start for an end.

A start is the number of its day, an end the number of the day after the last, so that what follows at
once starts at the end of what went before. All three functions never run backwards when their argument
grows, which the passes through the network rely on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from stratbuild.quantity import Duration, DurationUnit, Lag, Refusal, Workdays

_DAYS_IN = {DurationUnit.DAYS: 1, DurationUnit.WEEKS: 7}


@dataclass(frozen=True, slots=True)
class Days:
    """So many days of the calendar; a milestone has none."""

    count: int

    def end(self, start: int) -> int:
        """The end of what begins at a start."""
        return start + self.count

    def earliest_start(self, end: int) -> int:
        """The earliest start of what ends at a moment or later."""
        return end - self.count

    def latest_start(self, end: int) -> int:
        """The latest start of what ends at a moment or before."""
        return end - self.count

    def possible(self, start: int) -> int:
        """The first moment from one on at which it can start."""
        return start

    def possible_before(self, start: int) -> int:
        """The last moment up to one at which it can start."""
        return start


@dataclass(frozen=True, slots=True)
class Spell:
    """Months of the calendar, or working days: how many days it takes depends on the start."""

    duration: Duration
    workdays: Workdays

    def end(self, start: int) -> int:
        """The end of what begins at a start; a `Refusal` beyond the calendar."""
        return self.duration.last_day_from(_day(start), self.workdays).toordinal() + 1

    def earliest_start(self, end: int) -> int:
        """The earliest start of what ends at a moment or later."""
        start = self._about(end)
        while self.end(start) < end:
            start += 1
        while self.end(start - 1) >= end:
            start -= 1
        return start

    def latest_start(self, end: int) -> int:
        """The latest start of what ends at a moment or before."""
        return _last(self.end, end, self._about(end))

    def possible(self, start: int) -> int:
        """The first moment from one on at which it can start: work in working days begins on one."""
        if self.duration.unit is not DurationUnit.WORKING_DAYS:
            return start
        return self.workdays.on_or_after(_day(start)).toordinal()

    def possible_before(self, start: int) -> int:
        """The last moment up to one at which it can start."""
        if self.duration.unit is not DurationUnit.WORKING_DAYS:
            return start
        return self.workdays.on_or_before(_day(start)).toordinal()

    def _about(self, end: int) -> int:
        return Lag(-self.duration.count, self.duration.unit).from_day(_day(end), self.workdays).toordinal()


Length = Days | Spell


def length(duration: Duration, workdays: Workdays) -> Length:
    """The length of a duration."""
    days = _DAYS_IN.get(duration.unit)
    return Spell(duration, workdays) if days is None else Days(duration.count * days)


def lagged(moment: int, lag: Lag | None, workdays: Workdays, *, is_milestone: bool = False) -> int:
    """The moment that is so much later. Counted in working days, a milestone is at the end of one, work at the beginning."""
    if lag is None:
        return moment
    days = _DAYS_IN.get(lag.unit)
    if days is not None:
        return moment + lag.count * days
    found = lag.from_day(_day(moment), workdays).toordinal()
    if is_milestone and lag.unit is DurationUnit.WORKING_DAYS:
        return workdays.on_or_before(_day(found - 1)).toordinal() + 1
    return found


def unlagged(moment: int, lag: Lag | None, workdays: Workdays, *, is_milestone: bool = False) -> int:
    """The last moment from which a lag leads no further than to this one."""
    if lag is None:
        return moment
    days = _DAYS_IN.get(lag.unit)
    if days is not None:
        return moment - lag.count * days
    back = Lag(-lag.count, lag.unit)
    later = partial(lagged, lag=lag, workdays=workdays, is_milestone=is_milestone)
    return _last(later, moment, back.from_day(_day(moment), workdays).toordinal())


def _last(function: Callable[[int], int], bound: int, guess: int) -> int:
    """The last argument at which a function that never falls is within a bound, from one that is near it."""
    while function(guess) > bound:
        guess -= 1
    while function(guess + 1) <= bound:
        guess += 1
    return guess


def _day(moment: int) -> date:
    try:
        return date.fromordinal(moment)
    except (ValueError, OverflowError):
        raise Refusal("duration_beyond_calendar", text=str(moment)) from None
