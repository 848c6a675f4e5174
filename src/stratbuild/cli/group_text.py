"""The working group as of a day, for a terminal."""

from collections.abc import Iterable, Iterator
from datetime import date

from stratbuild.cli.table import printable_lines, wrapped
from stratbuild.model import Plan
from stratbuild.model.governance.composition import composition, meetings_in_order
from stratbuild.model.governance.presence import MeetingState, Presence, roll, state_of
from stratbuild.model.governance.rhythm import spans_without_meeting
from stratbuild.model.governance.tasks import Task, TaskState, tasks
from stratbuild.model.governance.votes import votes_at
from stratbuild.model.governance.voting import Verdict
from stratbuild.model.governance.workload import unfinished
from stratbuild.outputs.group_in_words import GroupInWords
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import PlanDate
from stratbuild.render.locale import Locale
from stratbuild.schema.decision import GroupDecision
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Member, Seat
from stratbuild.schema.regulation import Frequency

_FOREVER = 10_000
"""Columns of a line where nothing limits it: in a file."""


def group_text(plan: Plan, on: date, words: Locale, width: int | None = None) -> str:
    """Members, subgroups, meetings with their decisions, months without a meeting, what is not done."""
    group = GroupInWords(PlanInWords(plan, words))
    return laid_out(
        (_members(group, on), _subgroups(group, on), _meetings(group, on), _missed(group, on), _tasks(group, on)), width
    )


def laid_out(sections: Iterable[Iterable[str]], width: int | None) -> str:
    """Sections with an empty line between them, no wider than so many columns; those that say nothing are absent."""
    told = ([line for one in section for line in wrapped(printable_lines(one), width or _FOREVER)] for section in sections)
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in told if lines)


def task_line(group: GroupInWords, task: Task) -> str:
    """An assignment, its due day, how it stands, who does it."""
    assignment, words = task.assignment, group.told.words
    state = group.say(f"state.{task.state.value}")
    if task.days_late:
        state = words.say("cli.group.late", state=state, days=words.plural("days", task.days_late))
    due = words.say("cli.group.no_due") if assignment.due is None else words.say("cli.group.due", day=assignment.due)
    return " · ".join(
        filter(None, (f"{assignment.id} {group.told.text(assignment.title)}", due, state, group.performers(assignment)))
    )


def _members(group: GroupInWords, on: date) -> Iterator[str]:
    words, members = group.told.words, composition(group.told.plan.strategy, on)
    yield words.say("cli.group.of", day=on, members=words.plural("cli.group.members", len(members)))
    for seat in Seat:
        sitting = [one for one in members if one.seat is seat]
        if sitting:
            yield f"  {group.say(f'seat.{seat.value}')}: {len(sitting)}"
        for one in sitting:
            yield f"    {' · '.join(filter(None, _told_of(group, one, on)))}"


def _told_of(group: GroupInWords, member: Member, on: date) -> Iterator[str]:
    yield f"{member.id} {group.told.text(member.name)}"
    yield "" if member.post is None else group.told.text(member.post)
    yield from (group.say(f"role.{one.role.value}") for one in member.roles if one.holds_on(on))


def _subgroups(group: GroupInWords, on: date) -> Iterator[str]:
    words, strategy = group.told.words, group.told.plan.strategy
    at_work = [one for one in strategy.subgroups.values() if one.works_on(on)]
    if at_work:
        yield words.say("cli.group.subgroups")
    sitting = {one.id for one in composition(strategy, on)}
    for one in at_work:
        head = () if one.head is None else (words.say("cli.group.led_by", member=group.member(one.head)),)
        names = ", ".join(group.member(id_) for id_ in one.members if id_ in sitting)
        yield f"  {' · '.join((f'{one.id} {group.told.text(one.title)}', *head, names))}"


def _meetings(group: GroupInWords, on: date) -> Iterator[str]:
    meetings = meetings_in_order(group.told.plan.strategy)
    if meetings:
        yield group.told.words.say("cli.group.meetings")
    for meeting in meetings:
        state = state_of(meeting, on)
        began = f"{group.told.words.short_day(meeting.starts.date())} {group.hours(meeting)}"
        how = _attended(group, meeting) if state is MeetingState.HELD else group.say(state.value)
        yield f"  {group.meeting(meeting)} ({meeting.id}) · {began} · {how}"
        if meeting.starts.date() <= on:
            yield from _decisions(group, meeting)


def _attended(group: GroupInWords, meeting: Meeting) -> str:
    words = group.told.words
    if meeting.kind is MeetingKind.PUBLIC:
        return words.say("cli.group.participants", number=meeting.participants or 0)
    found = roll(group.told.plan.strategy, meeting)
    counts = {one.value: found.number_of(one) for one in (Presence.PRESENT, Presence.SUBSTITUTED, Presence.ABSENT)}
    return words.say("cli.group.attended", **counts)


def _decisions(group: GroupInWords, meeting: Meeting) -> Iterator[str]:
    for one, found in sorted(votes_at(group.told.plan, meeting), key=lambda vote: vote[0].item or 0):
        told = (f"{one.id} {group.outcome(found)}", *_votes(group, found), group.why(one, found), *_apart(group, one))
        yield f"    {' · '.join(told)}"
        yield f"      {' '.join(group.told.text(one.text).split())}"


def _votes(group: GroupInWords, found: Verdict) -> Iterator[str]:
    if found.count is not None:
        facts = {name: getattr(found.count, name) for name in ("in_favour", "against", "abstained", "not_voting")}
        yield group.told.words.say("cli.group.votes", **facts)


def _apart(group: GroupInWords, decision: GroupDecision) -> Iterator[str]:
    if decision.interests:
        told = "; ".join(map(group.interest, decision.interests))
        yield group.told.words.say("cli.group.interests", interests=told)


def _missed(group: GroupInWords, on: date) -> Iterator[str]:
    strategy, words = group.told.plan.strategy, group.told.words
    missed, regulation = spans_without_meeting(strategy, on), strategy.settings.regulation
    if missed and regulation is not None:
        by_quarter = regulation.meets_every is Frequency.QUARTER
        yield words.say("cli.group.quarters_without" if by_quarter else "cli.group.months_without")
        spans = (PlanDate.parse(f"{one.year}-Q{one.month // 3 + 1}") if by_quarter else PlanDate.of_month(one) for one in missed)
        yield f"  {', '.join(map(words.plan_date, spans))}"


def _tasks(group: GroupInWords, on: date) -> Iterator[str]:
    given = tasks(group.told.plan.strategy, on)
    open_ones = unfinished(given)
    if given:
        overdue = sum(one.state is TaskState.OVERDUE for one in open_ones)
        facts = {"given": len(given), "unfinished": len(open_ones), "overdue": overdue}
        yield group.told.words.say("cli.group.tasks", **facts)
    for one in open_ones:
        yield f"  {task_line(group, one)}"
