"""The consultation in words: from when to when, and its public events."""

from collections.abc import Sequence

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity.moments import clock_time
from stratbuild.schema.consultation import Consultation
from stratbuild.schema.meeting import Meeting


def period_of(told: PlanInWords, consultation: Consultation) -> str | None:
    """The days of the consultation and how many there are; nothing where one of the two is not known."""
    first, last = consultation.start, consultation.finish
    if first is None or last is None:
        return None
    days = told.words.plural("days", (last - first).days + 1)
    return told.words.say("proposals.period", first=told.words.day(first), last=told.words.day(last), days=days)


def events_to_come(told: PlanInWords, consultation: Consultation) -> Sequence[str]:
    """When and where each event is; the address of an online meeting is for those who are called and stays out."""
    return [_event(told, one) for one in _events(told, consultation)]


def events_held(told: PlanInWords, consultation: Consultation) -> Sequence[str]:
    """The events, and how many people came to each, where it is known."""
    found = []
    for one in _events(told, consultation):
        came = told.words.plural("proposals.people", one.participants) if one.participants else None
        found.append("; ".join(filter(None, (_event(told, one), came))))
    return found


def _events(told: PlanInWords, consultation: Consultation) -> Sequence[Meeting]:
    return sorted((told.plan.strategy.meetings[id_] for id_ in consultation.events), key=lambda one: one.starts)


def _event(told: PlanInWords, one: Meeting) -> str:
    say = told.words.say
    title = told.text(one.title) if one.title else say(f"proposals.meetings.{one.kind.value}")
    when = say("proposals.moment", day=told.words.day(one.starts.date()), time=clock_time(one.starts))
    place = told.text(one.place) if one.place else None
    online = say("proposals.online") if one.online else None
    return f"{title}\u00a0– {', '.join(filter(None, (when, place, online)))}"
