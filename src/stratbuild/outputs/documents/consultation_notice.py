"""`consultation-notice`: that the draft is discussed, with whom, until when, where proposals are sent."""

from collections.abc import Iterable

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.outputs.proposals.events import events_to_come, period_of
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
        "edition": {"date": told.words.day(edition.as_of), "revision": edition.revision},
    }
    heading = f"{say('proposals.notice')}. {title}"
    formats = (Format.DOCX, Format.PDF)
    yield Paper(
        "consultation-notice", formats, "consultation_notice.md.j2", heading, values, told.footer(edition), told.community()
    )


OUTPUT = Output("consultation-notice", view)
