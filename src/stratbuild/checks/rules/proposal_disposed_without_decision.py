from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.model.proposals import considered
from stratbuild.schema.proposal import Disposition


@rule(
    "SB634",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("proposals.decided_by",),
    en=("it is not said which decision settled {proposal}", "write `decided_by: DC-07-2`"),
    uk=("не сказано, яким рішенням розглянуто {proposal}", "допишіть `decided_by: DC-07-2`"),
)
def proposal_disposed_without_decision(plan: Plan) -> Iterator[Finding]:
    """Something was decided about a proposal, and no decision of the group is named.

    ## Why this matters
    Proposals are accepted and rejected by the group. The report names the meeting at which it was done.

    ## What to do
    Name the decision under `decided_by`. If there was none, the proposal is still pending.
    ---
    Пропозицію розглянуто, але рішення групи не названо.

    ## Чому це важливо
    Враховує або відхиляє пропозиції група. Звіт називає засідання, на якому це зроблено.

    ## Що робити
    Назвіть рішення в `decided_by`. Якщо рішення не було, пропозицію ще не розглянуто.
    """
    for one in considered(plan).values():
        if not one.is_repeated and one.disposition is not Disposition.PENDING and one.decided_by is None:
            yield Finding(plan.strategy.span(one.proposal, "disposition"), {"proposal": one.proposal.id})
