"""The minutes of every meeting that was held, and an extract from them for every decision."""

from collections.abc import Iterable

from stratbuild.model import Plan
from stratbuild.model.governance.composition import meetings_in_order
from stratbuild.outputs.group.agenda import agenda, points
from stratbuild.outputs.group.meeting_in_words import MeetingInWords
from stratbuild.outputs.group.persons import with_post
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Paper
from stratbuild.schema.meeting import MeetingKind


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """A paper for each meeting of the group and its subgroups that has a roll."""
    told = in_words(plan, edition.language, edition.templates)
    for meeting in meetings_in_order(plan.strategy, MeetingKind.MEETING, MeetingKind.SUBGROUP):
        if meeting.is_held:
            yield _minutes(MeetingInWords(told, edition, meeting))


OUTPUT = Output("minutes", view)


def _minutes(one: MeetingInWords) -> Paper:
    told, meeting = one.told, one.meeting
    chair, secretary = meeting.chaired_by, meeting.secretary
    values: dict[str, object] = {
        "facts": one.facts(
            [
                ("time", one.time()),
                ("place", one.place()),
                ("all_members", one.counted()),
                (one.chair_is_called(), with_post(told, chair) if chair else None),
                ("secretary", with_post(told, secretary) if secretary else None),
            ]
        ),
        "came": one.came(),
        "came_for_others": one.came_for_others(),
        "missed": one.missed(),
        "guests": one.guests(),
        "agenda": agenda(one),
        "points": points(one),
        "signatures": one.signatures(),
    }
    return one.paper("minutes", "minutes.md.j2", values)
