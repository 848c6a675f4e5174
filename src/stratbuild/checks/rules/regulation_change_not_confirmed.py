from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.schema.decision import Outcome


@rule(
    "SB738",
    severity=Severity.WARNING,
    en=(
        "{decision} agrees to change the regulation, and no act confirms it",
        "write the order under `confirmed_by` once there is one",
    ),
    uk=(
        "{decision} погоджує зміни до Положення, але акта, який їх затверджує, не названо",
        "допишіть розпорядження в `confirmed_by`, коли воно буде",
    ),
)
def regulation_change_not_confirmed(plan: Plan) -> Iterator[Finding]:
    """A change of the regulation is agreed, but not confirmed.

    ## Why this matters
    Changes are agreed by the group and approved by an order of the mayor (regulation, 5.2). Until then the
    old rules hold.

    ## What to do
    Name the order, its day and number. Where the regulation asks for none, leave `changes_need_order` out.
    ---
    Зміни до Положення погоджено, але не затверджено.

    ## Чому це важливо
    Зміни погоджує група й затверджує розпорядженням міський голова (Положення, 5.2). Доти діють старі
    правила.

    ## Що робити
    Назвіть розпорядження, його день і номер. Якщо Положення його не вимагає, приберіть
    `changes_need_order`.
    """
    regulation = plan.strategy.settings.regulation
    for decision, found in verdicts(plan):
        is_open = decision.changes_regulation is not None and decision.confirmed_by is None
        if is_open and regulation is not None and regulation.changes_need_order and found.outcome is Outcome.ADOPTED:
            yield Finding(plan.strategy.span(decision, "changes_regulation", key=True), {"decision": decision.id})
