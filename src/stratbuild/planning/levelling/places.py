"""Where in the calendar a measure may be put: by days, or by the months, quarters and years in which its dates are written."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from stratbuild.model import Window
from stratbuild.model.length import Length
from stratbuild.quantity import PlanDate, Precision, Refusal

FAR = 10**7
"""A moment beyond every calendar."""
_MOST_STEPS = 40_000
_MONTHS = {Precision.YEAR: 12, Precision.QUARTER: 3, Precision.MONTH: 1, Precision.DAY: 0}

Dates = tuple[PlanDate | None, PlanDate | None]
"""The start and the finish that a text states; none where it does not."""


@dataclass(frozen=True, slots=True)
class Place:
    """A start and an end, in days as `model.length` counts them; a milestone is at the end of its day."""

    start: int
    end: int

    @property
    def window(self) -> Window:
        """The first and the last day."""
        last = date.fromordinal(self.end - 1)
        return Window(min(date.fromordinal(self.start), last), last)


class Places(Protocol):
    """All places that a measure may have. Of two, the one that starts later does not end earlier."""

    def first(self, start: int, end: int = 0) -> Place | None:
        """The first that starts and ends no earlier than at two moments; none where the calendar ends."""

    def latest(self, start: int, end: int) -> Place | None:
        """The last that starts and ends no later than at two moments; none where already the first does."""

    def dates(self, place: Place) -> Dates:
        """How the text has to state a place."""


@dataclass(frozen=True, slots=True)
class DayPlaces:
    """Every day from that of the plan on; for work in working days, every working day."""

    length: Length
    origin: Place
    states_finish: bool = False
    """Whether the text states the last day, too, next to a duration that says the same."""

    def first(self, start: int, end: int = 0) -> Place | None:
        """The first place that starts and ends no earlier; that of the plan, if it does, whatever day it is."""
        if start <= self.origin.start and end <= self.origin.end:
            return self.origin
        try:
            if end > self.length.end(start):
                start = self.length.earliest_start(end)
            start = self.length.possible(max(start, self.origin.start))
            return Place(start, self.length.end(start))
        except Refusal:
            return None

    def latest(self, start: int, end: int) -> Place | None:
        """The last place that starts and ends no later."""
        if start < self.origin.start or end < self.origin.end:
            return None
        start = min(start, self.length.latest_start(end))
        while start > self.origin.start and self.length.possible(start) != start:
            start -= 1
        return self.origin if start <= self.origin.start else Place(start, self.length.end(start))

    def dates(self, place: Place) -> Dates:
        """The first day, and the last where it is stated."""
        return _exact(place.start), _exact(place.end - 1) if self.states_finish else None


@dataclass(frozen=True, slots=True)
class StepPlaces:
    """The stated dates moved together by whole months, quarters or years, as coarse as the coarser of them; or by days."""

    start: PlanDate | None
    finish: PlanDate | None
    length: Length | None
    """How long it takes, where the duration decides the other end."""
    stands: Place | None = None
    """Where it stands by now, later than planned, without its dates being wrong for it: a March that begins on the 11th."""

    @property
    def _months(self) -> int:
        return max(_MONTHS[one.precision] for one in (self.start, self.finish) if one is not None)

    def first(self, start: int, end: int = 0) -> Place | None:
        """The first place that starts and ends no earlier."""
        step = self._least(lambda place: place.start >= start and place.end >= end)
        if step and self.stands is not None and _is_within(start, self.stands.start, end, self.stands.end):
            return self.stands
        return self._at(step)

    def latest(self, start: int, end: int) -> Place | None:
        """The last place that starts and ends no later."""
        step = self._least(lambda place: place.start > start or place.end > end)
        if step <= 1 and self.stands is not None and _is_within(self.stands.start, start, self.stands.end, end):
            return self.stands
        return None if step == 0 else self._at(step - 1)

    def dates(self, place: Place) -> Dates:
        """The stated dates, as coarse as they were."""
        if place == self.stands:
            return self.start, self.finish
        step = self._least(lambda other: other.start >= place.start)
        start = None if self.start is None else _moved(self.start, step, self._months)
        if self.finish is None:
            return start, None
        if start is not None and self.length is not None:
            return start, _exact(place.end - 1)
        return start, _moved(self.finish, step, self._months)

    def _least(self, fits: Callable[[Place], bool]) -> int:
        """The least number of steps whose place fits, or leads out of the calendar."""
        return bisect_left(range(_MOST_STEPS), x=True, key=lambda step: (place := self._at(step)) is None or fits(place))

    def _at(self, step: int) -> Place | None:
        months = self._months
        try:
            finish = None if self.finish is None else _moved(self.finish, step, months).last.toordinal() + 1
            if self.start is None:
                assert finish is not None
                assert self.length is not None
                start = self.length.latest_start(finish)
                return Place(start, self.length.end(start))
            moved = _moved(self.start, step, months)
            start = moved.first.toordinal()
            if self.length is not None:
                return Place(start, self.length.end(start))
            return Place(start, moved.last.toordinal() + 1 if finish is None else finish)
        except Refusal:
            return None


def _is_within(start: int, most_start: int, end: int, most_end: int) -> bool:
    return start <= most_start and end <= most_end


def _moved(when: PlanDate, step: int, months: int) -> PlanDate:
    """A date so many steps later: of months, else of days; a `Refusal` beyond the years that a strategy can name."""
    if not months:
        return _exact(when.first.toordinal() + step)
    number = when.first.year * 12 + when.first.month - 1 + step * months
    year, month = divmod(number, 12)
    match when.precision:
        case Precision.YEAR:
            return PlanDate.parse(f"{year:04}")
        case Precision.QUARTER:
            return PlanDate.parse(f"{year:04}-Q{month // 3 + 1}")
        case Precision.MONTH:
            return PlanDate.parse(f"{year:04}-{month + 1:02}")
    whole = PlanDate.parse(f"{year:04}-{month + 1:02}")
    return _exact(min(whole.first.toordinal() + when.first.day - 1, whole.last.toordinal()))


def _exact(moment: int) -> PlanDate:
    try:
        return PlanDate.parse(date.fromordinal(moment).isoformat())
    except (ValueError, OverflowError):
        raise Refusal("duration_beyond_calendar", text=str(moment)) from None
