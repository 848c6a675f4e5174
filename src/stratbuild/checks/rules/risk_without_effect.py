from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan


@rule(
    "SB379",
    severity=SeverityByStage(Stage.SUBMISSION, after=Severity.WARNING),
    demands=("risks.cost | risks.cost_share | risks.delay",),
    en=("{risk} costs neither money nor time", "write what it would cost or delay: `cost:`, `cost_share:` or `delay:`"),
    uk=(
        "ризик {risk} не коштує ні грошей, ні часу",
        "впишіть, у що він обійдеться чи на скільки затримає: `cost:`, `cost_share:` або `delay:`",
    ),
)
def risk_without_effect(plan: Plan) -> Iterator[Finding]:
    """A risk says how probable it is, and not what it would do.

    ## Why this matters
    It is not in the reserve that the strategy asks for, however probable it is.

    ## What to do
    Estimate the least and the most that it would cost, in money or in time. A rough range is better
    than none.
    ---
    Сказано, наскільки ризик імовірний, але не сказано, до чого він призвів би.

    ## Чому це важливо
    У резерві, якого просить стратегія, його немає, хоч би який імовірний він був.

    ## Що робити
    Оцініть, у що він обійшовся б щонайменше й щонайбільше, грошима або часом. Грубі межі кращі за
    жодні.
    """
    for risk in plan.strategy.risks.values():
        if risk.cost is None and risk.cost_share is None and risk.delay is None:
            yield Finding(plan.strategy.span(risk, "id"), {"risk": risk.id})
