from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.covered import approves
from stratbuild.model.governance.votes import verdict_of
from stratbuild.schema.decision import Outcome


@rule(
    "SB742",
    en=("{approval} marks a text as approved by {decision}, which was not adopted", "take the marks out, or correct the votes"),
    uk=("{approval} позначає текст схваленим рішенням {decision}, якого не ухвалено", "приберіть відбитки або виправте голоси"),
)
def approval_not_adopted(plan: Plan) -> Iterator[Finding]:
    """Marks are kept for a decision that was not adopted, or that approves nothing.

    ## Why this matters
    The text would count as approved although the group did not approve it.

    ## What to do
    Take the entry out of `approvals`.
    ---
    Відбитки збережено для рішення, якого не ухвалено або яке нічого не схвалює.

    ## Чому це важливо
    Текст вважали б схваленим, хоча група його не схвалила.

    ## Що робити
    Приберіть запис із `approvals`.
    """
    for approval in plan.strategy.approvals.values():
        decision = plan.strategy.decisions[approval.decision]
        if not approves(decision) or verdict_of(plan, decision).outcome is not Outcome.ADOPTED:
            facts = {"approval": approval.id, "decision": decision.id}
            yield Finding(plan.strategy.span(approval, "decision"), facts)
