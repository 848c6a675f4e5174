"""A calendar before it is written: days that people are to have in the calendar of their telephone or office."""

from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True)
class Calendar:
    """One file of events in one language."""

    path: str
    """The path below the output folder: `calendar.ics`; ASCII only."""
    name: str
    """What the calendar is called where it is read."""
    events: tuple[CalendarEvent, ...]
