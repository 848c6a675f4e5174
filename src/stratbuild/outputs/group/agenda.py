"""The points of an agenda: who reports, what was heard and said, what was decided, who is to do what."""

from collections.abc import Mapping, Sequence

from stratbuild.model.governance.voting import Verdict
from stratbuild.outputs.group import votes_in_words as voting
from stratbuild.outputs.group.meeting_in_words import MeetingInWords
from stratbuild.outputs.group.persons import in_a_sentence, short_person, with_post
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Line
from stratbuild.render.paper import Markup
from stratbuild.schema.assignment import Assignment
from stratbuild.schema.decision import GroupDecision
from stratbuild.schema.meeting import AgendaItem, Speech


def agenda(one: MeetingInWords) -> Sequence[Line]:
    """The titles of the points, each with who reports."""
    say, lines = one.told.words.say, list[Line]()
    for point in one.meeting.agenda:
        reporter = reporter_of(one.told, point)
        title = stopped(one.told.text(point.title))
        lines.append(f"{title} {say('group.reports', reporter=reporter)}" if reporter else title)
    return lines


def points(one: MeetingInWords) -> Sequence[Mapping[str, object]]:
    """Every point as the minutes have it, and last the decisions that belong to no point."""
    found = [_point(one, number, point) for number, point in enumerate(one.meeting.agenda, start=1)]
    known = range(1, len(one.meeting.agenda) + 1)
    others = _decided(one, [of_vote for of_vote in one.decisions if of_vote[0].item not in known])
    if not others:
        return found
    last = {"number": None, "title": one.told.words.say("group.without_point"), "heard": None, "spoke": [], "decisions": others}
    return [*found, last]


def decided(one: MeetingInWords, decision: GroupDecision, verdict: Verdict, number: str = "") -> Mapping[str, object]:
    """What was put to the vote, the votes, the outcome and why, and what was to be done; with a number where it needs one."""
    told, say = one.told, one.told.words.say
    counted = voting.votes(told, verdict)
    return {
        "text": told.long(decision.text, f"{decision.id}.text") if not number else Markup(f"{number} {told.text(decision.text)}"),
        "change": told.long(decision.changes_regulation, f"{decision.id}.changes_regulation"),
        "interests": voting.interests(told, decision),
        "votes": say("group.voted_so", votes=counted) if counted else None,
        "by_name": voting.by_name(told, decision),
        "outcome": voting.outcome(told, decision, verdict),
        "confirmed": say("group.confirmed", act=told.text(decision.confirmed_by)) if decision.confirmed_by else None,
        "assignments": [assigned(told, task) for task in told.plan.strategy.assignments.values() if task.decision == decision.id],
    }


def assigned(told: PlanInWords, task: Assignment) -> str:
    """What somebody is to do or to tell, who, and by when."""
    words, strategy = told.words, told.plan.strategy
    people = [short_person(told, id_) for id_ in task.members]
    people += [words.say("group.subgroup_named", title=told.text(strategy.subgroups[id_].title)) for id_ in task.subgroups]
    people += [told.unit(id_) for id_ in task.units]
    title = told.text(task.title).removesuffix(".")
    what = f"{', '.join(people)}\u00a0– {in_a_sentence(title)}" if people else title
    due = words.say("group.by_day", day=words.short_day(task.due)) if task.due else ""
    return f"{what}{due}."


def reporter_of(told: PlanInWords, point: AgendaItem) -> str | None:
    """Who reports on a point: a member with the post, or the post of somebody else."""
    if point.reported_by is not None:
        return with_post(told, point.reported_by)
    return in_a_sentence(told.text(point.speaker)) if point.speaker else None


def stopped(written: str) -> str:
    """A sentence with its full stop."""
    return written if written.endswith((".", "!", "?", "…")) else f"{written}."


def _point(one: MeetingInWords, number: int, point: AgendaItem) -> Mapping[str, object]:
    told = one.told
    return {
        "number": number,
        "title": stopped(told.text(point.title)),
        "reporter": reporter_of(told, point),
        "heard": told.long(point.heard, f"{one.meeting.id}.agenda.{number}.heard"),
        "spoke": [(_speaker(told, speech), told.text(speech.said)) for speech in point.spoke],
        "decisions": _decided(one, [of_vote for of_vote in one.decisions if of_vote[0].item == number], f"{number}."),
    }


def _decided(
    one: MeetingInWords, votes: Sequence[tuple[GroupDecision, Verdict]], point: str = ""
) -> Sequence[Mapping[str, object]]:
    """What was voted on, with numbers `2.1.` where there are several votes on one point."""
    if len(votes) == 1:
        return [decided(one, *votes[0])]
    return [decided(one, *of_vote, f"{point}{number}.") for number, of_vote in enumerate(votes, start=1)]


def _speaker(told: PlanInWords, speech: Speech) -> str:
    if speech.member is not None:
        return short_person(told, speech.member)
    return in_a_sentence(told.text(speech.speaker)) if speech.speaker else told.words.say("group.somebody")
