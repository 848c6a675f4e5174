"""A proposal in words: what it says, what became of it, where it is taken up, which meeting decided."""

from collections.abc import Mapping, Sequence

from stratbuild.model import Plan
from stratbuild.model.proposals import Considered
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, item_blocks, paragraph, strong
from stratbuild.render.markdown import markdown
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.proposal import Proposal
from stratbuild.strategy import Strategy


def what_is_proposed(told: PlanInWords, proposal: Proposal) -> Sequence[Block]:
    """The title, where it has one, and the text below it."""
    title = [paragraph([strong(told.field(proposal, "title"))])] if proposal.title else []
    return [*title, *item_blocks(markdown(told.text(proposal.text)), f"{proposal.id}.text")]


def reason_of(told: PlanInWords, one: Considered) -> Sequence[Block]:
    """Why it was so decided; nothing where it is not said, or not to everyone."""
    if one.reason is None:
        return []
    owner = one.proposal if one.proposal.reason else one.first
    return item_blocks(markdown(told.text(one.reason)), f"{owner.id}.reason")


def places_told(told: PlanInWords, one: Considered, *, with_titles: bool) -> Sequence[str]:
    """The places by their printed numbers, `measure 1.2.3`; an indicator has none and is called by its title."""
    strategy, found = told.plan.strategy, []
    for id_ in sorted(one.places, key=told.plan.once(_printed_order).__getitem__):
        if id_ in strategy.kpis:
            found.append(told.words.say("proposals.in_kpi", title=told.text(strategy.kpis[id_].title)))
            continue
        is_goal = id_ in strategy.goals
        name = told.words.say("proposals.in_goal" if is_goal else "proposals.in_measure", code=told.code(id_))
        title = strategy.goals[id_].title if is_goal else strategy.measures[id_].title
        found.append(f"{name} {told.quoted(told.text(title))}" if with_titles else name)
    return found


def meeting_of(strategy: Strategy, one: Considered) -> Meeting | None:
    """The meeting that decided about it."""
    return None if one.decided_by is None else strategy.meetings[strategy.decisions[one.decided_by].meeting]


def meeting_told(told: PlanInWords, meeting: Meeting) -> str:
    """`засідання № 6 від 29.05.2025`: by its number and day, never by anything that only the files know."""
    say, day = told.words.say, told.words.short_day(meeting.starts.date())
    kind = say(f"proposals.meetings.{meeting.kind.value}")
    if meeting.kind is MeetingKind.SUBGROUP and meeting.subgroup is not None:
        kind = f"{kind} {told.quoted(told.text(told.plan.strategy.subgroups[meeting.subgroup].title))}"
    if meeting.number is None:
        return say("proposals.meeting_of_day", kind=kind, day=day)
    return say("proposals.numbered_meeting", kind=kind, number=meeting.number, day=day)


def _printed_order(plan: Plan) -> Mapping[str, int]:
    """Goals and measures in the order of their numbers, then indicators in that of the strategy."""
    goals, measures = plan.coverage.goals_in_order(), plan.coverage.measures_in_order()
    return {one.id: place for place, one in enumerate((*goals, *measures, *plan.strategy.kpis.values()))}
