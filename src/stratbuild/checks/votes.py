"""Where what has changed since a vote is pointed at, and what is told of it."""

from collections.abc import Mapping

from stratbuild.diagnostics import Span
from stratbuild.model import Plan
from stratbuild.model.governance.approvals import ChangeSinceVote, Since
from stratbuild.model.governance.covered import DATES, REGULATION, STRATEGY, SUMS


def place_of(plan: Plan, change: ChangeSinceVote) -> Span:
    """Where a change since a vote is seen: the first field that differs, else the item, else the marks."""
    strategy = plan.strategy
    if change.how is Since.REMOVED:
        return strategy.span(change.approval, "marks", change.item, key=True)
    field = next((name for name in change.fields if name not in {DATES, SUMS}), "id")
    if change.item == STRATEGY:
        return strategy.span(strategy.settings, field)
    if change.item == REGULATION:
        return strategy.span(strategy.settings, "regulation", field)
    item = next(by_id[change.item] for by_id in strategy.items.values() if change.item in by_id)
    return strategy.span(item, field)


def facts_of(plan: Plan, change: ChangeSinceVote) -> Mapping[str, object]:
    """The item, the decision, and the day of the vote."""
    day = plan.strategy.meetings[change.decision.meeting].starts.date()
    return {"item": change.item, "day": day, "decision": change.decision.id}
