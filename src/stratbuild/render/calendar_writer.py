"""Calendars as files of iCalendar (RFC 5545), the same bytes for the same events."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar

from stratbuild.render.calendar import Calendar, CalendarEvent
from stratbuild.render.edition import Edition


def write_calendar(calendar: Calendar, edition: Edition, folder: Path) -> str:
    """Write a calendar below a folder, and give its path in it."""
    written = icalendar.Calendar()
    written.add("prodid", f"-//stratbuild//stratbuild {edition.programme_version}//{edition.language.upper()}")
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("name", calendar.name)
    written.add("x-wr-calname", calendar.name)  # what most programs read instead of the standard's own NAME
    for event in calendar.events:
        written.add_component(_event(event, edition))
    target = folder / calendar.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(written.to_ical())
    return calendar.path


def _event(event: CalendarEvent, edition: Edition) -> icalendar.Event:
    written = icalendar.Event()
    written.add("uid", event.uid)
    written.add("dtstamp", datetime.combine(edition.as_of, time(), UTC))
    written.add("dtstart", event.first)
    if event.last < date.max:  # after which no day is free again, as the standard's end is
        written.add("dtend", event.last + timedelta(days=1))
    written.add("summary", event.summary)
    if event.description:
        written.add("description", event.description)
    if event.categories:
        written.add("categories", list(event.categories))
    written.add("transp", "TRANSPARENT")  # nobody is busy all day because a measure begins
    return written
