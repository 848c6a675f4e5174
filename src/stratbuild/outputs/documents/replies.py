"""`replies/<P-014>.docx`: to the author of every proposal that was settled, what became of it and why."""

from collections.abc import Iterable

from stratbuild.model import Plan
from stratbuild.model.proposals import Considered, considered
from stratbuild.outputs.group.leaders import signature_of
from stratbuild.outputs.group.meeting_in_words import name_of_group
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.proposals.told import meeting_of, places_told
from stratbuild.outputs.session.decision import bare
from stratbuild.render.ast import Block
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Markup, Paper
from stratbuild.schema.member import Role
from stratbuild.schema.proposal import Disposition, Proposal, ProposalAuthor


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """A letter for every settled proposal whose author is known; none for the public, and none about a scenario."""
    if edition.public or plan.scenario is not None:
        return
    told = in_words(plan, edition.language, edition.templates)
    for one in considered(plan).values():
        if one.proposal.author is not None and one.disposition is not Disposition.PENDING:
            yield _letter(told, edition, one, one.proposal.author)


OUTPUT = Output("replies", view)


def _letter(told: PlanInWords, edition: Edition, one: Considered, author: ProposalAuthor) -> Paper:
    words, proposal, meeting = told.words, one.proposal, meeting_of(told.plan.strategy, one)
    title = told.text(told.plan.strategy.settings.title)
    values: dict[str, object] = {
        "addressee": _addressee(told, author),
        "illustrative": told.is_illustrative(Proposal),
        "strategy": title,
        "received": words.day(proposal.received),
        "proposal": told.long(proposal.text, f"{proposal.id}.text"),
        "is_repeated": one.is_repeated,
        "disposition": one.disposition.value,
        "meeting": None if meeting is None else words.day(meeting.starts.date()),
        "number": None if meeting is None else meeting.number,
        "reason": None if one.reason is None else Markup(told.text(one.reason)),
        "places": [*places_told(told, one, with_titles=True)] if one.is_taken_up else [],
        "sender": name_of_group(told),
        "requisites": _requisites(told, proposal),
        "appeal": one.disposition is not Disposition.ACCEPTED,
        "executor": _executor(told),
        "signed_by": signature_of(told, Role.HEAD, edition.as_of),
    }
    heading = f"{words.say('proposals.reply')}. {title}"
    return Paper(f"replies/{proposal.id}", (Format.DOCX,), "reply.md.j2", heading, values, "", told.community())


def _addressee(told: PlanInWords, author: ProposalAuthor) -> list[str]:
    lines = (author.name, author.post, author.address, author.email)
    return [told.text(one) for one in lines if one is not None]


def _requisites(told: PlanInWords, proposal: Proposal) -> Block:
    """Lines for the day and the number of the letter, and the day of what it answers."""
    say, blank = told.words.say, told.words.say("session.blank")
    number = say("papers.with_number", number=blank)
    answers = say("proposals.in_answer_to", day=told.words.short_day(proposal.received))
    return bare([f"{blank} {number}", answers], (55, 45), ("left", "right"))


def _executor(told: PlanInWords) -> str | None:
    """Who can be asked about the answer."""
    consultation = told.plan.strategy.settings.consultation
    if consultation is None or consultation.contact is None:
        return None
    return told.words.say("proposals.executor", contact=told.text(consultation.contact))
