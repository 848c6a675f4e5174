from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.schema.decision import Outcome


@rule(
    "SB635",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.WARNING),
    en=(
        "{proposal} was settled by {decision}, which was not adopted",
        "name the decision that was adopted, or set the proposal back to `pending`",
    ),
    uk=(
        "{proposal} розглянуто рішенням {decision}, якого не ухвалено",
        "назвіть ухвалене рішення або поверніть пропозиції `pending`",
    ),
)
def proposal_settled_by_decision_not_adopted(plan: Plan) -> Iterator[Finding]:
    """A proposal was settled by a decision that did not get the votes it needed.

    ## Why this matters
    What the group did not adopt settles nothing. A vote against accepting a proposal is not yet a decision to
    reject it.

    ## What to do
    Name the decision that was adopted. Where there is none, put the proposal to the vote again.
    ---
    Пропозицію розглянуто рішенням, за яке не набралося голосів.

    ## Чому це важливо
    Неухвалене рішення нічого не вирішує. Якщо групі не стало голосів, щоб урахувати пропозицію, це ще не
    рішення її відхилити.

    ## Що робити
    Назвіть ухвалене рішення. Якщо його немає, винесіть пропозицію на голосування ще раз.
    """
    fallen = {decision.id for decision, found in verdicts(plan) if found.outcome is Outcome.REJECTED}
    for proposal in plan.strategy.proposals.values():
        if proposal.decided_by in fallen:
            facts = {"proposal": proposal.id, "decision": proposal.decided_by}
            yield Finding(plan.strategy.span(proposal, "decided_by"), facts)
