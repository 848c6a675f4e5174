"""`consultation-report`: how the discussion went, and every proposal with what became of it and why."""

from collections.abc import Iterable, Mapping, Sequence

from stratbuild.model import Plan
from stratbuild.model.proposals import Considered, considered, counts, touched
from stratbuild.outputs.chapters.surveys import exact_share
from stratbuild.outputs.group.leaders import signature_of
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.proposals.events import events_held, period_of
from stratbuild.outputs.proposals.tables import channels_table, groups_table, register
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Paper
from stratbuild.schema.consultation import Consultation
from stratbuild.schema.meeting import Meeting
from stratbuild.schema.member import Role
from stratbuild.schema.proposal import Proposal


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """One paper; none where there is neither a consultation nor a proposal."""
    consultation, proposals = plan.strategy.settings.consultation, tuple(considered(plan).values())
    if consultation is None and not proposals:
        return
    told = in_words(plan, edition.language, edition.templates)
    settings, title = plan.strategy.settings, told.text(plan.strategy.settings.title)
    values: dict[str, object] = {
        "title": title,
        "scenario": told.scenario(),
        "illustrative": told.text(settings.illustrative.note)
        if settings.illustrative and told.is_illustrative(Proposal, Meeting)
        else None,
        **_held(told, consultation or Consultation()),
        "proposals": _proposals(told, proposals, consultation) if proposals else None,
        "signed_by": signature_of(told, Role.HEAD, edition.as_of),
        "edition": {"date": told.words.day(edition.as_of), "revision": edition.revision},
    }
    heading = f"{told.words.say('proposals.report')}. {title}"
    formats = (Format.DOCX, Format.PDF)
    yield Paper(
        "consultation-report", formats, "consultation_report.md.j2", heading, values, told.footer(edition), told.community()
    )


OUTPUT = Output("consultation-report", view)


def _held(told: PlanInWords, consultation: Consultation) -> Mapping[str, object]:
    return {
        "organ": told.text(consultation.organ) if consultation.organ else None,
        "period": period_of(told, consultation),
        "groups": told.long(consultation.groups),
        "draft_at": consultation.draft_at,
        "events": events_held(told, consultation),
        "events_heading": told.marked(told.words.say("proposals.events"), Meeting),
    }


def _proposals(told: PlanInWords, proposals: Sequence[Considered], consultation: Consultation | None) -> Mapping[str, object]:
    words, counted, measures = told.words, counts(proposals), touched(told.plan)
    share = measures.share
    return {
        "came": words.say("proposals.came", proposals=words.plural("proposals.count", counted.total)),
        "within": _within(told, proposals, consultation),
        "repeated": words.say("proposals.repeated", number=counted.repeated) if counted.repeated else None,
        "touched": None
        if share is None
        else words.say(
            "proposals.touched",
            measures=words.number(measures.measures),
            of=words.number(measures.of),
            share=exact_share(told, share),
        ),
        "by_group": groups_table(told, counted),
        "by_channel": channels_table(told, counted),
        "all": register(told, proposals).table(),
    }


def _within(told: PlanInWords, proposals: Sequence[Considered], consultation: Consultation | None) -> str | None:
    """How many came in the days of the consultation; others came to the group before or after."""
    if consultation is None or consultation.start is None or consultation.finish is None:
        return None
    within = sum(consultation.start <= one.proposal.received <= consultation.finish for one in proposals)
    if within == len(proposals):
        return told.words.say("proposals.all_within")
    return told.words.say("proposals.within", number=within, others=len(proposals) - within)
