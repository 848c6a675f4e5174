"""The clocks of a time zone over some years, as calendars want to be told: when they are changed, from what to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Observance:
    """A time from which on the clocks of a zone show so much more than UTC, until the next one begins."""

    begins: datetime
    """What the clocks showed at that moment until then; without a zone."""
    offset_before: timedelta
    offset: timedelta
    name: str
    """What the zone calls it: `EET`, `EEST`."""
    is_summer_time: bool


def observances(zone: ZoneInfo, first: datetime, last: datetime) -> tuple[Observance, ...]:
    """The one that holds at the first moment of a year, and every one that begins by the end of another year.

    The years are those of the two moments. The database of zones tells no changes of clocks; they are
    found where two days differ, by halving the time between.
    """
    opens, closes = datetime(first.year, 1, 1, tzinfo=UTC), datetime(last.year, 12, 31, tzinfo=UTC)
    # A day earlier, so that a meeting on 1 January, whose time by UTC is in the year before, is not without a beginning.
    return (_holding(zone, opens - _DAY), *_changes(zone, opens - _DAY, closes + _DAY))


def _holding(zone: ZoneInfo, at: datetime) -> Observance:
    """The one that holds at a moment, as if it began then."""
    offset, name, is_summer_time = _shown(zone, at)
    return Observance((at + offset).replace(tzinfo=None), offset, offset, name, is_summer_time)


def _changes(zone: ZoneInfo, opens: datetime, closes: datetime) -> Iterator[Observance]:
    before = opens
    while before < closes:
        after = before + _DAY
        if _shown(zone, before) != _shown(zone, after):
            moment = _change_between(zone, before, after)
            offset_before, offset = _shown(zone, moment - _SECOND)[0], _shown(zone, moment)[0]
            _, name, is_summer_time = _shown(zone, moment)
            yield Observance((moment + offset_before).replace(tzinfo=None), offset_before, offset, name, is_summer_time)
        before = after


def _change_between(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second at which the clocks show what they show after; no zone changes them twice within a day."""
    then = _shown(zone, before)
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        if _shown(zone, middle) == then:
            before = middle
        else:
            after = middle
    return after


def _shown(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, str, bool]:
    there = moment.astimezone(zone)
    return there.utcoffset() or timedelta(), there.tzname() or "", bool(there.dst())
