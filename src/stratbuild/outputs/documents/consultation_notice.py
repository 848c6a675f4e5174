"""`consultation-notice`: that the draft is discussed, with whom, until when, where proposals are sent."""

from collections.abc import Iterable

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.proposals.events import events_to_come, period_of
from stratbuild.outputs.session.decision import signatures
from stratbuild.render.ast import Block
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Paper
from stratbuild.schema.meeting import Meeting


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """One paper; none where the strategy says nothing of a consultation."""
    consultation = plan.strategy.settings.consultation
    if consultation is None:
        return
    told = in_words(plan, edition.language, edition.templates)
    say, title = told.words.say, told.text(plan.strategy.settings.title)
    values: dict[str, object] = {
        "title": title,
        "scenario": told.scenario(),
        "organ": told.text(consultation.organ) if consultation.organ else None,
        "period": period_of(told, consultation),
        "groups": told.long(consultation.groups),
        "consequences": told.long(consultation.consequences),
        "draft_at": consultation.draft_at,
        "send_to": told.text(consultation.send_to) if consultation.send_to else None,
        "contact": told.text(consultation.contact) if consultation.contact else None,
        "events": events_to_come(told, consultation),
        "events_heading": told.marked(say("proposals.events"), Meeting),
        "signed_by": _signed_by(told),
    }
    heading = f"{say('proposals.notice')}. {title}"
    formats = (Format.DOCX, Format.PDF)
    yield Paper(
        "consultation-notice", formats, "consultation_notice.md.j2", heading, values, told.footer(edition), told.community()
    )


OUTPUT = Output("consultation-notice", view)


def _signed_by(told: PlanInWords) -> Block | None:
    """Who signs for the council, where that is known."""
    session = told.plan.strategy.settings.session
    if session is None or session.signed_by is None:
        return None
    name = told.text(session.signed_by.name) if session.signed_by.name else told.words.say("session.blank")
    return signatures([(told.text(session.signed_by.post), name)])
