"""The votes of a plan, each counted once for all rules, papers and commands."""

from collections.abc import Mapping, Sequence

from stratbuild.model.governance.voting import Verdict, verdict
from stratbuild.model.plan import Plan
from stratbuild.schema.decision import GroupDecision
from stratbuild.schema.meeting import Meeting

Votes = Sequence[tuple[GroupDecision, Verdict]]
"""Decisions, each with what its vote comes to."""


def verdicts(plan: Plan) -> Votes:
    """Every decision with what its vote comes to, in the order of the strategy."""
    return tuple(plan.once(_by_decision).values())


def verdict_of(plan: Plan, decision: GroupDecision) -> Verdict:
    """What the vote on a decision comes to."""
    return plan.once(_by_decision)[decision.id][1]


def votes_at(plan: Plan, meeting: Meeting) -> Votes:
    """What a meeting voted on, in the order of the strategy."""
    return plan.once(_by_meeting).get(meeting.id, ())


def _by_decision(plan: Plan) -> Mapping[str, tuple[GroupDecision, Verdict]]:
    return {one.id: (one, verdict(plan.strategy, one)) for one in plan.strategy.decisions.values()}


def _by_meeting(plan: Plan) -> Mapping[str, Votes]:
    found: dict[str, list[tuple[GroupDecision, Verdict]]] = {}
    for decision, reckoned in verdicts(plan):
        found.setdefault(decision.meeting, []).append((decision, reckoned))
    return found
