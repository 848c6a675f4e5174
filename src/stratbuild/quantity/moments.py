"""Moments of a day as a clock on the wall shows them, and whether such a clock ever does."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from stratbuild.quantity.dates import parse_day
from stratbuild.quantity.refusal import Refusal

_MOMENT = re.compile(r"(\S+?)[ T]([0-9]{1,2}):([0-9]{2})", re.ASCII)
_WITH_DOTS = re.compile(r"(\S+) ([0-9]{1,2})[.-]([0-9]{2})", re.ASCII)

MOMENT_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]([01]?[0-9]|2[0-3]):[0-5][0-9]$"
"""The form of a moment, as an editor is told it."""


def parse_moment(text: str) -> datetime:
    """Read a day and a time, `2025-03-14 10:00`; the zone is that of the community and is not written."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        dotted = _WITH_DOTS.fullmatch(text)
        if dotted is not None:
            raise Refusal("moment_in_another_order", text=text, plain=f"{dotted[1]} {dotted[2]}:{dotted[3]}")
        raise Refusal("moment_not_readable", text=text[:40])
    day, hour, minute = parse_day(found[1]), int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        raise Refusal("moment_without_such_time", text=text, time=f"{found[2]}:{found[3]}")
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - the zone is a setting of the strategy


def exists(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks of the zone ever show this time of this day; in the night of spring an hour is left out."""
    return _there_and_back(moment, zone) == moment


def is_ambiguous(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks of the zone show this time twice, as in the night of autumn in which an hour comes again."""
    first, second = (moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first != second and exists(moment, zone)


def after_the_gap(moment: datetime, zone: ZoneInfo) -> datetime:
    """For a time that clocks leave out: what they show at that moment instead."""
    return _there_and_back(moment, zone)


def clock_time(moment: datetime) -> str:
    """The time of day, as it is written in both languages: `10:05`."""
    return f"{moment:%H:%M}"


def _there_and_back(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)
