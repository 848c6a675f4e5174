"""An extract from the minutes for every decision: who was there, what was decided, how it was voted."""

from collections.abc import Iterable

from stratbuild.model import Plan
from stratbuild.model.governance.composition import meetings_in_order
from stratbuild.model.governance.voting import Verdict
from stratbuild.outputs.group.agenda import decided, reporter_of, stopped
from stratbuild.outputs.group.leaders import signature_of
from stratbuild.outputs.group.meeting_in_words import MeetingInWords
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Paper
from stratbuild.schema.decision import GroupDecision
from stratbuild.schema.member import Role


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """A paper for every decision whose vote can be counted."""
    told = in_words(plan, edition.language, edition.templates)
    for meeting in meetings_in_order(plan.strategy):
        one = MeetingInWords(told, edition, meeting)
        for decision, verdict in one.decisions:
            if verdict.outcome is not None:
                yield _extract(one, decision, verdict)


OUTPUT = Output("extracts", view)


def _extract(one: MeetingInWords, decision: GroupDecision, verdict: Verdict) -> Paper:
    told, meeting = one.told, one.meeting
    point = meeting.agenda[decision.item - 1] if decision.item and decision.item <= len(meeting.agenda) else None
    values: dict[str, object] = {
        "counted": one.counted(),
        "number": decision.item,
        "title": stopped(told.text(point.title)) if point else None,
        "reporter": reporter_of(told, point) if point else None,
        "heard": told.long(point.heard) if point else None,
        "decision": decided(one, decision, verdict),
        "signatures": one.signatures(),
        "true_copy": signature_of(told, Role.SECRETARY, one.edition.as_of),
        "certified_on": told.words.day(one.edition.as_of),
    }
    return one.paper("extracts", "extract.md.j2", values, decision.id)
