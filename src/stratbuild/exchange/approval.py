"""A vote bound to the text: the marks of what a decision approved, as an entry of the strategy."""

from collections.abc import Mapping

from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.approval_faults import APPROVES_NOTHING, MARKED_OTHERWISE, NOT_ADOPTED
from stratbuild.model import Plan
from stratbuild.model.governance.covered import approves, covered
from stratbuild.model.governance.marks import as_text
from stratbuild.model.governance.votes import verdict_of
from stratbuild.rewrite import AppendItem
from stratbuild.schema.decision import GroupDecision, Outcome

_APPROVALS = "approvals"


def approval_edit(plan: Plan, decision: GroupDecision) -> tuple[str, AppendItem] | Diagnostic | None:
    """The file and the edit that keep the marks of a decision; what is in the way; or nothing where they are kept already."""
    strategy, facts = plan.strategy, {"decision": decision.id}
    if not approves(decision):
        return Diagnostic(APPROVES_NOTHING, strategy.span(decision, "id"), facts)
    if verdict_of(plan, decision).outcome is not Outcome.ADOPTED:
        return Diagnostic(NOT_ADOPTED, strategy.span(decision, "id"), facts)
    marks = {id_: as_text(found) for id_, found in covered(plan, decision).items()}
    kept = next((one for one in strategy.approvals.values() if one.decision == decision.id), None)
    if kept is not None:
        return None if dict(kept.marks) == marks else Diagnostic(MARKED_OTHERWISE, strategy.span(kept, "marks"), facts)
    last = list(strategy.approvals.values())
    home = strategy.span(last[-1] if last else decision).path
    return home, AppendItem((_APPROVALS,), _entry(plan, decision, marks))


def _entry(plan: Plan, decision: GroupDecision, marks: Mapping[str, str]) -> Mapping[str, str | Mapping[str, str]]:
    taken = {one.casefold() for one in plan.strategy.origins}
    wished = "-".join(("AP", *decision.id.split("-")[1:])) or "AP-1"
    free = next(id_ for id_ in (wished, *(f"{wished}-{number}" for number in range(2, 1000))) if id_.casefold() not in taken)
    return {"id": free, "decision": decision.id, "marks": marks}
