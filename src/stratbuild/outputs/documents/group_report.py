"""The group's own report on its work, for the public: who it is, when it met, what it decided and held, what is left."""

from collections.abc import Iterable, Mapping, Sequence

from stratbuild.model import Plan
from stratbuild.model.governance.approvals import changes_since_vote
from stratbuild.model.governance.composition import bearers, meetings_in_order
from stratbuild.model.governance.covered import approves
from stratbuild.model.governance.rhythm import spans_without_meeting
from stratbuild.model.governance.votes import votes_at
from stratbuild.model.proposals import considered, counts, touched
from stratbuild.outputs.group import report_tables as tables
from stratbuild.outputs.group.leaders import signature_of
from stratbuild.outputs.group.meeting_in_words import name_of_group
from stratbuild.outputs.group.persons import with_post
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.quantity.moments import clock_time
from stratbuild.render.ast import Line, item
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Paper
from stratbuild.schema.decision import Outcome
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Member, Role
from stratbuild.schema.proposal import Disposition
from stratbuild.schema.regulation import Frequency
from stratbuild.schema.subgroup import Subgroup


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """One paper; none where nobody belongs to the group."""
    strategy = plan.strategy
    if not strategy.members:
        return
    told = in_words(plan, edition.language, edition.templates)
    say, words = told.words.say, told.words
    title = say("group.report_title", title=told.text(strategy.settings.title))
    values: dict[str, object] = {
        "group": name_of_group(told),
        "title": told.text(strategy.settings.title),
        "as_of": words.day(edition.as_of),
        "illustrative": say("concept.illustrative_mark") if told.is_illustrative(Member, Meeting) else None,
        "leaders": _leaders(told, edition),
        "members": tables.members_table(told, edition),
        "changes": tables.changes(told, edition),
        "subgroups": [
            (told.field(one, "title"), words.plural("group.people", _sitting(told, edition, one)), _purpose(told, one.id))
            for one in strategy.subgroups.values()
            if one.works_on(edition.as_of)
        ],
        "meetings": tables.meetings_table(told, edition),
        "rhythm": _rhythm(told),
        "decisions": _decisions(told, edition),
        "events": tables.events_table(told, edition),
        "summaries": [
            (told.text(one.title) if one.title else say("group.event"), told.long(one.summary, f"{one.id}.summary"))
            for one in tables.held(told, edition, MeetingKind.PUBLIC)
            if one.summary
        ],
        "evidence": _evidence(told),
        "task_counts": tables.task_counts(told, edition),
        "overdue": tables.overdue_table(told, edition),
        "coming": _coming(told, edition),
        "signed": signature_of(told, Role.HEAD, edition.as_of),
    }
    yield Paper(
        "group-report", (Format.DOCX, Format.PDF), "group_report.md.j2", title, values, told.footer(edition), told.community()
    )


OUTPUT = Output("group-report", view)


def _leaders(told: PlanInWords, edition: Edition) -> Sequence[tuple[str, str]]:
    strategy, say = told.plan.strategy, told.words.say
    return [
        (say(f"group.roles.{role.value}"), with_post(told, one.id))
        for role in Role
        for one in bearers(strategy, role, edition.as_of)
    ]


def _sitting(told: PlanInWords, edition: Edition, subgroup: Subgroup) -> int:
    """How many of a subgroup belong to the group on the day of the edition."""
    return sum(told.plan.strategy.members[id_].sits_on(edition.as_of) for id_ in subgroup.members)


def _purpose(told: PlanInWords, id_: str) -> Line | None:
    subgroup = told.plan.strategy.subgroups[id_]
    return item(told.text(subgroup.purpose), f"{id_}.purpose") if subgroup.purpose else None


def _rhythm(told: PlanInWords) -> str | None:
    """Whether the group has met as often as the regulation asks; nothing where it asks for nothing."""
    regulation, words = told.plan.strategy.settings.regulation, told.words
    if regulation is None or regulation.meets_every is None:
        return None
    missed = spans_without_meeting(told.plan.strategy)
    if not missed:
        return words.say(f"group.met_every.{regulation.meets_every.value}")
    named = (words.month(day) if regulation.meets_every is Frequency.MONTH else words.short_day(day) for day in missed)
    return words.say(f"group.missed.{regulation.meets_every.value}", spans=", ".join(named))


def _decisions(told: PlanInWords, edition: Edition) -> Sequence[Mapping[str, object]]:
    """The adopted decisions that approve texts, and whether those texts have changed in substance since."""
    words = told.words
    # What the public edition leaves out would count as changed.
    changes = () if edition.public else changes_since_vote(told.plan)
    changed = {one.decision.id for one in changes if not one.is_editorial}
    return [
        {
            "when": words.short_day(meeting.starts.date()),
            "text": told.field(decision, "text"),
            "since": words.say("group.changed_since") if decision.id in changed else None,
        }
        for meeting in tables.held(told, edition, MeetingKind.MEETING, MeetingKind.SUBGROUP)
        for decision, found in votes_at(told.plan, meeting)
        if approves(decision) and found.outcome is Outcome.ADOPTED
    ]


def _evidence(told: PlanInWords) -> Sequence[str]:
    """What the group has gathered: surveys, findings of the analysis, proposals and what became of them."""
    strategy, words = told.plan.strategy, told.words
    lines: list[str] = []
    for survey in strategy.surveys.values():
        table = told.plan.answers.get(survey.id)
        people = survey.respondents if table is None else table.people
        lines.append(told.text(survey.title) if people is None else _surveyed(told, told.text(survey.title), people))
    if strategy.findings:
        lines.append(words.say("group.findings", number=words.plural("group.findings_count", len(strategy.findings))))
    listed = counts(considered(told.plan).values())
    if listed.total:
        became = ", ".join(
            words.say(f"group.dispositions.{one.value}", number=words.number(listed.by_disposition[one]))
            for one in Disposition
            if listed.by_disposition[one]
        )
        lines.append(words.say("group.proposals", number=words.plural("group.proposals_count", listed.total), became=became))
        found = touched(told.plan)
        lines.append(words.say("group.touched", measures=words.plural("group.measures_count", found.of), touched=found.measures))
    return lines


def _surveyed(told: PlanInWords, title: str, people: int) -> str:
    return told.words.say("group.surveyed", title=title, people=told.words.plural("group.people", people))


def _coming(told: PlanInWords, edition: Edition) -> Sequence[str]:
    """The meetings and events that are called for later days."""
    strategy, words = told.plan.strategy, told.words
    return [
        words.say(
            "group.coming_one",
            day=words.day(one.starts.date()),
            time=clock_time(one.starts),
            what=told.text(one.title) if one.title else words.say(f"group.kinds.{one.kind.value}"),
        )
        for one in meetings_in_order(strategy)
        if one.starts.date() > edition.as_of
    ]
