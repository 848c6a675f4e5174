"""The report of one member or one unit for a terminal: attendance, and everything that was assigned."""

from collections.abc import Iterator
from datetime import date

from stratbuild.cli.group_text import laid_out, task_line
from stratbuild.model import Plan
from stratbuild.model.governance.presence import Presence, rolls
from stratbuild.model.governance.tasks import Task, TaskState
from stratbuild.model.governance.workload import workloads
from stratbuild.outputs.group_in_words import GroupInWords
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.locale import Locale
from stratbuild.schema.meeting import Meeting
from stratbuild.schema.member import Member
from stratbuild.schema.subgroup import Subgroup


def member_text(plan: Plan, id_: str, on: date, words: Locale, width: int | None = None) -> str:
    """Who the member is, how often the member came or was substituted, what was assigned and how it stands."""
    group, member = GroupInWords(PlanInWords(plan, words)), plan.strategy.members[id_]
    return laid_out((_member(group, member), _attendance(group, member, on), _tasks(group, id_, on)), width)


def unit_text(plan: Plan, id_: str, on: date, words: Locale, width: int | None = None) -> str:
    """Which members work in the unit, what was assigned to it or asked of it and how that stands."""
    group = GroupInWords(PlanInWords(plan, words))
    return laid_out((_unit(group, id_, on), _tasks(group, id_, on)), width)


def _member(group: GroupInWords, member: Member) -> Iterator[str]:
    words, strategy = group.told.words, group.told.plan.strategy
    yield f"{member.id} {group.told.text(member.name)}"
    post = "" if member.post is None else group.told.text(member.post)
    yield f"  {' · '.join(filter(None, (post, group.works_in(member), group.say(f'seat.{member.seat.value}'))))}"
    name = "cli.group.sits_since" if member.until is None else "cli.group.sits_until"
    acts = (act for act in (member.appointed_by, member.dismissed_by) if act is not None)
    yield f"  {' · '.join((words.say(name, since=member.since, until=member.until), *map(group.told.text, acts)))}"
    if member.roles:
        yield f"  {', '.join(map(group.role, member.roles))}"
    subgroups = [one for one in strategy.subgroups.values() if member.id in {*one.members, one.head}]
    if subgroups:
        yield f"  {words.say('cli.group.in_subgroups', subgroups=', '.join(_part_in(group, one, member) for one in subgroups))}"


def _part_in(group: GroupInWords, subgroup: Subgroup, member: Member) -> str:
    named = f"{subgroup.id} {group.told.text(subgroup.title)}"
    return group.say("subgroup_head", subgroup=named) if subgroup.head == member.id else named


def _attendance(group: GroupInWords, member: Member, on: date) -> Iterator[str]:
    words = group.told.words
    called = [(one.meeting, one.by_member[member.id]) for one in rolls(group.told.plan.strategy, on)]
    called = [(meeting, how) for meeting, how in called if how is not Presence.NO_MEMBER]
    counts = {
        one.value: sum(how is one for _, how in called) for one in (Presence.PRESENT, Presence.SUBSTITUTED, Presence.ABSENT)
    }
    yield words.say("cli.group.attendance", meetings=words.plural("cli.group.of_meetings", len(called)), **counts)
    for meeting, how in called:
        day = words.short_day(meeting.starts.date())
        yield f"  {day} {group.meeting(meeting)} ({meeting.id}) · {_how(group, member, meeting, how)}"


def _how(group: GroupInWords, member: Member, meeting: Meeting, how: Presence) -> str:
    said = group.say(f"presence.{how.value}")
    away = member.absence_on(meeting.starts.date())
    if how is not Presence.SUBSTITUTED or away is None or away.substitute is None:
        return said
    substitute = [group.told.text(one) for one in (away.substitute, away.post) if one is not None]
    return f"{said}: {', '.join(substitute)}"


def _unit(group: GroupInWords, id_: str, on: date) -> Iterator[str]:
    strategy = group.told.plan.strategy
    yield f"{id_} {group.told.unit(id_)}"
    members = [one for one in strategy.members.values() if one.unit == id_ and one.sits_on(on)]
    if members:
        told = ", ".join(f"{one.id} {group.told.text(one.name)}" for one in members)
        yield f"  {group.told.words.say('cli.group.unit_members', members=told)}"


def _tasks(group: GroupInWords, id_: str, on: date) -> Iterator[str]:
    found = workloads(group.told.plan.strategy, on)[id_]
    facts = {one.value: found.number_of(one) for one in TaskState}
    yield group.told.words.say("cli.group.workload", given=len(found.tasks), **facts)
    for one in found.tasks:
        yield f"  {task_line(group, one)}{_proof(group, one)}"


def _proof(group: GroupInWords, task: Task) -> str:
    shown_by = task.assignment.shown_by
    return f" · {group.told.text(shown_by)}" if task.is_done and shown_by is not None else ""
