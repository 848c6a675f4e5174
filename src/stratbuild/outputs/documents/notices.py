"""Before a meeting: the notice with the agenda, and the sheet on which those who come sign."""

from collections.abc import Iterable, Mapping

from stratbuild.model import Plan
from stratbuild.model.governance.composition import bearer, called, meetings_in_order
from stratbuild.outputs.group.agenda import agenda
from stratbuild.outputs.group.leaders import signature_of
from stratbuild.outputs.group.meeting_in_words import MeetingInWords
from stratbuild.outputs.group.persons import absence, in_a_sentence, person, post
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.render.ast import Block, Cell, Column, Row, Table
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Paper
from stratbuild.schema.meeting import MeetingKind
from stratbuild.schema.member import Role

_EMPTY_ROWS = 5
_EMPTY_ROWS_OF_AN_EVENT = 20


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """Two papers for every meeting and public event of which it is not written down who came."""
    told = in_words(plan, edition.language, edition.templates)
    for meeting in meetings_in_order(plan.strategy):
        if not meeting.is_held:
            one = MeetingInWords(told, edition, meeting)
            yield _notice(one)
            yield one.paper("attendance", "attendance.md.j2", _attendance(one))


OUTPUT = Output("notices", view)


def _notice(one: MeetingInWords) -> Paper:
    told, meeting = one.told, one.meeting
    values: dict[str, object] = {
        "called_on": told.words.day(meeting.called) if meeting.called else None,
        "facts": _facts(one),
        "agenda": agenda(one),
        "summary": told.long(meeting.summary),
        "may_be_substituted": _may_be_substituted(one),
        "addressed_to": _addressed_to(one),
        "enquiries": _enquiries(one),
        "signature": signature_of(told, Role.SECRETARY, meeting.called or meeting.starts.date()),
    }
    return one.paper("notices", "notice.md.j2", values)


def _facts(one: MeetingInWords) -> Block:
    meeting, words = one.meeting, one.told.words
    return one.facts(
        [
            ("day", words.day(meeting.starts.date())),
            ("time", one.time()),
            ("place", one.place()),
            ("link", meeting.link if meeting.online else None),
        ]
    )


def _may_be_substituted(one: MeetingInWords) -> str | None:
    """What the regulation says about officials who vote for members; nothing where it says nothing."""
    regulation, say = one.told.plan.strategy.settings.regulation, one.told.words.say
    if regulation is None or not regulation.substitutes_for or one.meeting.kind is MeetingKind.PUBLIC:
        return None
    *others, last = [say(f"group.for_reasons.{one.value}") for one in regulation.substitutes_for]
    return say("group.may_be_substituted", reasons=say("group.or").join(filter(None, (", ".join(others), last))))


def _addressed_to(one: MeetingInWords) -> str | None:
    say, meeting, strategy = one.told.words.say, one.meeting, one.told.plan.strategy
    if meeting.kind is MeetingKind.SUBGROUP and meeting.subgroup is not None:
        return say("group.to_members_of_subgroup", title=one.told.text(strategy.subgroups[meeting.subgroup].title))
    return say("group.to_members") if meeting.kind is MeetingKind.MEETING else None


def _enquiries(one: MeetingInWords) -> str | None:
    """Where the secretary can be asked; a public edition has neither telephone nor address."""
    secretary = bearer(one.told.plan.strategy, Role.SECRETARY, one.meeting.called or one.meeting.starts.date())
    known = [] if secretary is None else [one.told.text(way) for way in (secretary.phone, secretary.email) if way]
    return one.told.words.say("group.enquiries", contact=", ".join(known)) if known else None


def _attendance(one: MeetingInWords) -> Mapping[str, object]:
    """The sheet, with a line for the sum; the secretary signs it."""
    members = len(called(one.told.plan.strategy, one.meeting))
    return {
        "facts": _facts(one),
        "sheet": _sheet(one),
        "came_in_all": one.told.words.say("group.came_in_all", members=members) if members else None,
        "signature": signature_of(one.told, Role.SECRETARY, one.meeting.starts.date()),
    }


def _sheet(one: MeetingInWords) -> Block:
    """A row for each member with who stands in on that day, and empty rows for others."""
    told, say, meeting = one.told, one.told.words.say, one.meeting
    rows, signs = list[Row](), 2 if meeting.online else 1
    for number, member in enumerate(called(told.plan.strategy, meeting), start=1):
        away = absence(told, meeting, member.id)
        named = f"{person(told, member.id)}, {post(told, member)}" if member.post else person(told, member.id)
        stands_in = ""
        if away is not None and away.substitute is not None:
            acting = f", {in_a_sentence(told.text(away.post))}" if away.post else ""
            stands_in = f"{told.text(away.substitute)}{acting}"
        rows.append(Row([str(number), named, stands_in, *[""] * signs]))
    empty = _EMPTY_ROWS_OF_AN_EVENT if meeting.kind is MeetingKind.PUBLIC else _EMPTY_ROWS
    if rows:
        rows.append(Row([Cell(say("group.guests"), columns=3 + signs)], "group"))
    columns = [
        Column(say("group.number"), 7, "center"),
        Column(say("group.who"), 46),
        Column(say("group.stands_in"), 25),
        *([Column(say("group.online_column"), 10)] if meeting.online else []),
        Column(say("group.signature"), 20),
    ]
    rows += [Row([""] * len(columns))] * empty
    return Table(columns, rows).block()
