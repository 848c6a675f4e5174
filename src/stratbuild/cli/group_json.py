"""The working group, or the report of one member or unit, as JSON; docs/group-json.md describes it."""

from datetime import date, datetime

from stratbuild.model import Plan
from stratbuild.model.governance.composition import composition, meetings_in_order
from stratbuild.model.governance.presence import MeetingState, Presence, roll, rolls, state_of
from stratbuild.model.governance.rhythm import spans_without_meeting
from stratbuild.model.governance.tasks import Task, TaskState, tasks
from stratbuild.model.governance.votes import verdict_of, votes_at
from stratbuild.model.governance.workload import performers, workloads
from stratbuild.render.locale import Locale
from stratbuild.schema.decision import GroupDecision
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Member
from stratbuild.schema.text import LocalizedText

VERSION = 1


def group_data(plan: Plan, on: date, words: Locale) -> dict[str, object]:
    """The group as of a day."""
    strategy = plan.strategy
    regulation = strategy.settings.regulation
    every = None if regulation is None or regulation.meets_every is None else regulation.meets_every.value
    return {
        "version": VERSION,
        "day": on.isoformat(),
        "members": [_member(plan, one, on, words) for one in composition(strategy, on)],
        "subgroups": [
            {"id": one.id, "title": _text(plan, one.title, words), "head": one.head, "members": list(one.members)}
            for one in strategy.subgroups.values()
            if one.works_on(on)
        ],
        "meetings": [_meeting(plan, one, on, words) for one in meetings_in_order(strategy)],
        "without_meeting": {"every": every, "since": [one.isoformat() for one in spans_without_meeting(strategy, on)]},
        "assignments": [_task(plan, one, words) for one in tasks(strategy, on)],
    }


def member_data(plan: Plan, id_: str, on: date, words: Locale) -> dict[str, object]:
    """The report of one member."""
    called = [(one.meeting, one.by_member[id_]) for one in rolls(plan.strategy, on)]
    attendance = [
        {"meeting": meeting.id, "starts": _moment(meeting.starts), "presence": how.value}
        for meeting, how in called
        if how is not Presence.NO_MEMBER
    ]
    return {
        "version": VERSION,
        "day": on.isoformat(),
        **_member(plan, plan.strategy.members[id_], on, words),
        "attendance": attendance,
        **_workload(plan, id_, on, words),
    }


def unit_data(plan: Plan, id_: str, on: date, words: Locale) -> dict[str, object]:
    """The report of one unit."""
    return {
        "version": VERSION,
        "day": on.isoformat(),
        "id": id_,
        "name": _text(plan, plan.strategy.units[id_].name, words),
        "members": [one.id for one in composition(plan.strategy, on) if one.unit == id_],
        **_workload(plan, id_, on, words),
    }


def _member(plan: Plan, member: Member, on: date, words: Locale) -> dict[str, object]:
    return {
        "id": member.id,
        "name": _text(plan, member.name, words),
        "seat": member.seat.value,
        "post": _text(plan, member.post, words),
        "unit": member.unit,
        "since": member.since.isoformat(),
        "until": _day(member.until),
        "roles": [one.role.value for one in member.roles if one.holds_on(on)],
    }


def _meeting(plan: Plan, meeting: Meeting, on: date, words: Locale) -> dict[str, object]:
    found, state = roll(plan.strategy, meeting), state_of(meeting, on)
    counts: dict[str, object] = {}
    if state is MeetingState.HELD and meeting.kind is not MeetingKind.PUBLIC:
        counts = {one.value: found.number_of(one) for one in Presence if one is not Presence.NO_MEMBER}
    decisions = [one for one, _ in votes_at(plan, meeting)] if meeting.starts.date() <= on else []
    return {
        "id": meeting.id,
        "kind": meeting.kind.value,
        "number": meeting.number,
        "subgroup": meeting.subgroup,
        "starts": _moment(meeting.starts),
        "ends": None if meeting.ends is None else _moment(meeting.ends),
        "state": state.value,
        "attendance": counts or None,
        "participants": meeting.participants,
        "decisions": [_decision(plan, one, words) for one in sorted(decisions, key=lambda decision: decision.item or 0)],
    }


def _decision(plan: Plan, decision: GroupDecision, words: Locale) -> dict[str, object]:
    found = verdict_of(plan, decision)
    names = ("in_favour", "against", "abstained", "not_voting")
    return {
        "id": decision.id,
        "item": decision.item,
        "text": _text(plan, decision.text, words),
        "outcome": None if found.outcome is None else found.outcome.value,
        "why": found.why.value,
        "votes": None if found.count is None else {name: getattr(found.count, name) for name in names},
        "base": found.base,
        "voters": list(found.voters),
        "decider": found.decider,
        "interests": [one.member for one in decision.interests],
    }


def _workload(plan: Plan, id_: str, on: date, words: Locale) -> dict[str, object]:
    found = workloads(plan.strategy, on)[id_]
    counts = {one.value: found.number_of(one) for one in TaskState}
    return {"counts": {"given": len(found.tasks), **counts}, "assignments": [_task(plan, one, words) for one in found.tasks]}


def _task(plan: Plan, task: Task, words: Locale) -> dict[str, object]:
    assignment = task.assignment
    return {
        "id": assignment.id,
        "kind": assignment.kind.value,
        "title": _text(plan, assignment.title, words),
        "decision": assignment.decision,
        "performers": list(performers(plan.strategy, assignment)),
        "given": _day(task.given),
        "due": _day(assignment.due),
        "done": _day(assignment.done) if task.is_done else None,
        "state": task.state.value,
        "days_late": task.days_late,
    }


def _text(plan: Plan, text: LocalizedText | None, words: Locale) -> str | None:
    return None if text is None else plan.strategy.text(text, words.language)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="minutes")
