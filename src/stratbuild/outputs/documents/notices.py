"""Before a meeting: the notice with the agenda, and the sheet on which those who come sign."""

from collections.abc import Iterable

from stratbuild.model import Plan
from stratbuild.model.governance.composition import called, meetings_in_order
from stratbuild.outputs.group.agenda import agenda
from stratbuild.outputs.group.meeting_in_words import MeetingInWords
from stratbuild.outputs.group.persons import absence, in_a_sentence, person, post
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.render.ast import Block, Cell, Column, Row, Table
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Paper
from stratbuild.schema.meeting import MeetingKind

_EMPTY_ROWS = 5
_EMPTY_ROWS_OF_AN_EVENT = 20


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """Two papers for every meeting and public event of which it is not written down who came."""
    told = in_words(plan, edition.language, edition.templates)
    for meeting in meetings_in_order(plan.strategy):
        if not meeting.is_held:
            one = MeetingInWords(told, edition, meeting)
            yield _notice(one)
            yield one.paper("attendance", "attendance.md.j2", {"facts": _facts(one), "sheet": _sheet(one)})


OUTPUT = Output("notices", view)


def _notice(one: MeetingInWords) -> Paper:
    told, meeting = one.told, one.meeting
    values: dict[str, object] = {
        "called_on": told.words.day(meeting.called) if meeting.called else None,
        "facts": _facts(one),
        "agenda": agenda(one),
        "summary": told.long(meeting.summary),
        "may_be_substituted": _may_be_substituted(one),
        "signature": one.signatures("secretary" if meeting.secretary else "chair"),
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
    return say(
        "group.may_be_substituted", reasons=", ".join(say(f"group.of_reasons.{one.value}") for one in regulation.substitutes_for)
    )


def _sheet(one: MeetingInWords) -> Block:
    """A row for each member with who stands in on that day, and empty rows for others."""
    told, say, meeting = one.told, one.told.words.say, one.meeting
    rows: list[Row] = []
    for number, member in enumerate(called(told.plan.strategy, meeting), start=1):
        away = absence(told, meeting, member.id)
        named = f"{person(told, member.id)}, {post(told, member)}" if member.post else person(told, member.id)
        stands_in = ""
        if away is not None and away.substitute is not None:
            acting = f", {in_a_sentence(told.text(away.post))}" if away.post else ""
            stands_in = f"{told.text(away.substitute)}{acting}"
        rows.append(Row([str(number), named, stands_in, ""]))
    empty = _EMPTY_ROWS_OF_AN_EVENT if meeting.kind is MeetingKind.PUBLIC else _EMPTY_ROWS
    if rows:
        rows.append(Row([Cell(say("group.guests"), columns=4)], "group"))
    rows += [Row(["", "", "", ""])] * empty
    columns = [
        Column(say("group.number"), 7, "center"),
        Column(say("group.who"), 48),
        Column(say("group.stands_in"), 25),
        Column(say("group.signature"), 20),
    ]
    return Table(columns, rows).block()
