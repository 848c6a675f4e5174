"""Calendars as files of iCalendar (RFC 5545), the same bytes for the same events."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar

from stratbuild.render.calendar import Calendar, CalendarEvent, CalendarMeeting
from stratbuild.render.edition import Edition
from stratbuild.render.time_zone import observances


def write_calendar(calendar: Calendar, edition: Edition, folder: Path) -> str:
    """Write a calendar below a folder, and give its path in it."""
    written = icalendar.Calendar()
    written.add("prodid", f"-//stratbuild//stratbuild {edition.programme_version}//{edition.language.upper()}")
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("name", calendar.name)
    written.add("x-wr-calname", calendar.name)  # what most programs read instead of the standard's own NAME
    if calendar.meetings and calendar.time_zone is not None:
        written.add("x-wr-timezone", calendar.time_zone)
        written.add_component(_time_zone(calendar.time_zone, calendar.meetings))
    for event in calendar.events:
        written.add_component(_event(event, edition))
    for meeting in calendar.meetings:
        written.add_component(_meeting(meeting, calendar.time_zone, edition))
    target = folder / calendar.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(written.to_ical())
    return calendar.path


def _event(event: CalendarEvent, edition: Edition) -> icalendar.Event:
    written = _begun(event, edition)
    written.add("dtstart", event.first)
    if event.last < date.max:  # after which no day is free again, as the standard's end is
        written.add("dtend", event.last + timedelta(days=1))
    _tell(written, event)
    written.add("transp", "TRANSPARENT")  # nobody is busy all day because a measure begins
    return written


def _meeting(meeting: CalendarMeeting, zone: str | None, edition: Edition) -> icalendar.Event:
    written = _begun(meeting, edition)
    parameters = {} if zone is None else {"TZID": zone}
    written.add("dtstart", meeting.starts, parameters=parameters)
    if meeting.ends is not None:
        written.add("dtend", meeting.ends, parameters=parameters)
    _tell(written, meeting)
    if meeting.location:
        written.add("location", meeting.location)
    written.add("transp", "OPAQUE" if meeting.is_busy else "TRANSPARENT")
    return written


def _begun(event: CalendarEvent | CalendarMeeting, edition: Edition) -> icalendar.Event:
    written = icalendar.Event()
    written.add("uid", event.uid)
    written.add("dtstamp", datetime.combine(edition.as_of, time(), UTC))
    return written


def _tell(written: icalendar.Event, event: CalendarEvent | CalendarMeeting) -> None:
    written.add("summary", event.summary)
    if event.description:
        written.add("description", event.description)
    if event.categories:
        written.add("categories", list(event.categories))


def _time_zone(name: str, meetings: tuple[CalendarMeeting, ...]) -> icalendar.Timezone:
    """The clocks of the zone over the years of the meetings, every change of them by itself."""
    first, last = min(one.starts for one in meetings), max(one.ends or one.starts for one in meetings)
    written = icalendar.Timezone()
    written.add("tzid", name)
    for one in observances(ZoneInfo(name), first, last):
        part = icalendar.TimezoneDaylight() if one.is_summer_time else icalendar.TimezoneStandard()
        part.add("dtstart", one.begins)
        part.add("tzoffsetfrom", one.offset_before)
        part.add("tzoffsetto", one.offset)
        part.add("tzname", one.name)
        written.add_component(part)
    return written
