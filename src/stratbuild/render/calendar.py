"""A calendar before it is written: days and hours that people are to have in the calendar of their telephone or office."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something that takes up whole days, from the first to the last of them."""

    uid: str
    """By which a calendar that is read again knows the event: the same in every edition."""
    first: date
    last: date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """Something that people come to at an hour, by the clocks of the calendar's time zone."""

    uid: str
    starts: datetime
    """Without a zone, as a clock on the wall shows it; of an hour that comes twice, the first."""
    ends: datetime | None
    """Nothing where it is not known when it ends; no end is invented."""
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()
    location: str = ""
    is_busy: bool = True
    """Whether those who have it in their calendar are taken at that time."""


@dataclass(frozen=True)
class Calendar:
    """One file of events in one language."""

    path: str
    """The path below the output folder: `calendar.ics`; ASCII only."""
    name: str
    """What the calendar is called where it is read."""
    events: tuple[CalendarEvent, ...]
    meetings: tuple[CalendarMeeting, ...] = ()
    time_zone: str | None = None
    """The zone of the meetings' clocks, `Europe/Kyiv`; without one, theirs is the time of whoever reads."""
