from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.governance.covered import approves
from stratbuild.model.governance.votes import verdicts
from stratbuild.schema.decision import Outcome


@rule(
    "SB741",
    severity=Severity.WARNING,
    en=(
        "{decision} approves a text of which no mark was kept",
        "run `stratbuild approve {decision}` while the text is as it was approved",
    ),
    uk=(
        "{decision} схвалює текст, відбитка якого не збережено",
        "виконайте `stratbuild approve {decision}`, поки текст такий, яким його схвалено",
    ),
)
def approval_without_marks(plan: Plan) -> Iterator[Finding]:
    """A decision approves items or the strategy, and nobody could see whether they change later.

    ## Why this matters
    The marks of what was voted on are what a later text is compared with.

    ## What to do
    Mark the text on the day of the vote: stratbuild approve with the id of the decision.
    ---
    Рішення схвалює записи чи стратегію, але ніхто не побачить, чи вони потім зміняться.

    ## Чому це важливо
    З відбитками того, за що голосували, порівнюють пізніший текст.

    ## Що робити
    Позначте текст у день голосування: stratbuild approve з ідентифікатором рішення.
    """
    marked = {one.decision for one in plan.strategy.approvals.values()}
    for decision, found in verdicts(plan):
        if approves(decision) and decision.id not in marked and found.outcome is Outcome.ADOPTED:
            yield Finding(plan.strategy.span(decision, "id"), {"decision": decision.id})
