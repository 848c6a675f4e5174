"""The tables of the group's report: who belongs to it, when it met, what it held in public, what is overdue."""

from collections import Counter
from collections.abc import Sequence

from stratbuild.model.governance.attendance import attendance
from stratbuild.model.governance.composition import composition
from stratbuild.model.governance.presence import held_by
from stratbuild.model.governance.tasks import TaskState, assignees, tasks
from stratbuild.model.governance.votes import votes_at
from stratbuild.outputs.group.persons import in_a_sentence, short_person
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Column, Row, Table, item
from stratbuild.render.edition import Edition
from stratbuild.schema.assignment import Assignment
from stratbuild.schema.decision import Outcome
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Member, Seat


def members_table(told: PlanInWords, edition: Edition) -> Block | None:
    """How many members sit in which capacity on the edition's day; nothing where there are none."""
    say, words = told.words.say, told.words
    seated = Counter(one.seat for one in composition(told.plan.strategy, edition.as_of))
    if not seated:
        return None
    rows = [Row([say(f"group.seats.{seat.value}"), words.number(seated[seat])]) for seat in Seat if seated[seat]]
    rows.append(Row([say("concept.total"), words.number(seated.total())], "total"))
    columns = [Column(say("group.seat"), 75), Column(say("group.members_count"), 25, "right")]
    return Table(columns, rows, told.marked(say("group.caption_members"), Member)).block()


def changes(told: PlanInWords, edition: Edition) -> Sequence[str]:
    """Who came and who left since the first day of the group, in the order of the days."""
    words, members = told.words, told.plan.strategy.members.values()
    first = min((one.since for one in members), default=None)
    found = []
    for one in members:
        name = short_person(told, one.id)
        if one.since != first and one.since <= edition.as_of:
            act = f" ({in_a_sentence(told.text(one.appointed_by))})" if one.appointed_by else ""
            found.append((one.since, words.say("group.joined", day=words.short_day(one.since), name=name, act=act)))
        if one.until is not None and one.until < edition.as_of:
            act = f" ({in_a_sentence(told.text(one.dismissed_by))})" if one.dismissed_by else ""
            found.append((one.until, words.say("group.left", day=words.short_day(one.until), name=name, act=act)))
    return [line for _, line in sorted(found)]


def meetings_table(told: PlanInWords, edition: Edition) -> Block | None:
    """The meetings that were held by the edition's day: how many came, how many decisions were adopted."""
    strategy, say, words = told.plan.strategy, told.words.say, told.words
    rows = [
        Row(
            [
                words.short_day(one.starts.date()),
                _named(told, one),
                say("group.of_all", part=len(one.present) + len(one.substituted), all=len(attendance(strategy, one).members)),
                _adopted(told, one),
            ]
        )
        for one in held(told, edition, MeetingKind.MEETING, MeetingKind.SUBGROUP)
    ]
    columns = [
        Column(say("group.day"), 16, "center"),
        Column(say("group.meeting"), 48),
        Column(say("group.came"), 18, "center"),
        Column(say("group.adopted"), 18, "center"),
    ]
    return Table(columns, rows, told.marked(say("group.caption_meetings"), Meeting)).block() if rows else None


def events_table(told: PlanInWords, edition: Edition) -> Block | None:
    """The public events that were held: when, where, how many came, what was spoken of."""
    say, words = told.words.say, told.words
    rows = [
        Row(
            [
                words.short_day(one.starts.date()),
                item(told.text(one.title), f"{one.id}.title") if one.title else say("group.event"),
                told.field_or_none(one, "place"),
                words.number(one.participants) if one.participants is not None else say("papers.none"),
            ]
        )
        for one in held(told, edition, MeetingKind.PUBLIC)
    ]
    columns = [
        Column(say("group.day"), 16, "center"),
        Column(say("group.what"), 40),
        Column(say("group.place"), 28),
        Column(say("group.participants"), 16, "right"),
    ]
    return Table(columns, rows, told.marked(say("group.caption_events"), Meeting)).block() if rows else None


def task_counts(told: PlanInWords, edition: Edition) -> Sequence[str]:
    """How many assignments are done, done late, open and overdue on the edition's day; nothing where there are none."""
    states = Counter(one.state for one in tasks(told.plan.strategy, edition.as_of))
    return [
        told.words.say(f"group.task_counts.{state.value}", number=told.words.number(states[state]))
        for state in TaskState
        if states[state]
    ]


def overdue_table(told: PlanInWords, edition: Edition) -> Block | None:
    """What has not been done by its day, the longest overdue first; nothing where all is done."""
    strategy, say, words = told.plan.strategy, told.words.say, told.words
    late = [one for one in tasks(strategy, edition.as_of) if one.state is TaskState.OVERDUE]
    rows = [
        Row(
            [
                item(told.text(one.assignment.title), f"{one.assignment.id}.title"),
                ", ".join(_doers(told, one.assignment)),
                words.short_day(one.assignment.due) if one.assignment.due else "",
                words.number(one.days_late),
            ]
        )
        for one in sorted(late, key=lambda one: -one.days_late)
    ]
    columns = [
        Column(say("group.task"), 40),
        Column(say("group.doers"), 26),
        Column(say("group.due"), 16, "center"),
        Column(say("group.days_late"), 18, "right"),
    ]
    return Table(columns, rows, told.marked(say("group.caption_overdue"), Assignment)).block() if rows else None


def held(told: PlanInWords, edition: Edition, *kinds: MeetingKind) -> Sequence[Meeting]:
    """The meetings of some kinds that were held by the edition's day."""
    return [one for one in held_by(told.plan.strategy, edition.as_of) if one.kind in kinds]


def _adopted(told: PlanInWords, meeting: Meeting) -> str:
    votes, say = votes_at(told.plan, meeting), told.words.say
    adopted = sum(found.outcome is Outcome.ADOPTED for _, found in votes)
    return say("group.of_all", part=adopted, all=len(votes)) if votes else say("papers.none")


def _named(told: PlanInWords, meeting: Meeting) -> str:
    say = told.words.say
    if meeting.kind is MeetingKind.SUBGROUP and meeting.subgroup is not None:
        return say("group.meeting_of_subgroup", title=told.text(told.plan.strategy.subgroups[meeting.subgroup].title))
    return say("group.numbered_meeting", number=meeting.number) if meeting.number is not None else say("group.unnumbered_meeting")


def _doers(told: PlanInWords, assignment: Assignment) -> Sequence[str]:
    people = [short_person(told, id_) for id_ in assignees(told.plan.strategy, assignment)]
    return [*people, *(told.short_unit(id_) for id_ in assignment.units)]
