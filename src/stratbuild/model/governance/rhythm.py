"""Whether the group has met as often as the regulation asks for."""

from datetime import date

from stratbuild.model.governance.composition import meetings_in_order
from stratbuild.schema.meeting import MeetingKind
from stratbuild.schema.regulation import Frequency
from stratbuild.strategy import Strategy


def spans_without_meeting(strategy: Strategy, until: date | None = None) -> tuple[date, ...]:
    """The first day of every month or quarter in which there had to be a meeting of the group and was none.

    They are looked at from the first meeting, or the day on which the regulation came into force, to the
    last meeting; or to a day, whose own month or quarter is not over and says nothing yet.
    """
    regulation = strategy.settings.regulation
    held = [one.starts.date() for one in meetings_in_order(strategy, MeetingKind.MEETING) if one.is_held]
    if regulation is None or regulation.meets_every is None or (not held and regulation.since is None):
        return ()
    months = 3 if regulation.meets_every is Frequency.QUARTER else 1
    first = min(held) if regulation.since is None else regulation.since
    last = max(held, default=first) if until is None else until
    met = {_beginning(day, months) for day in held}
    found, current, end = [], _beginning(first, months), _beginning(last, months)
    while current < end:
        if current not in met:
            found.append(current)
        current = _later(current, months)
    return tuple(found)


def _beginning(day: date, months: int) -> date:
    return date(day.year, day.month - (day.month - 1) % months, 1)


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
