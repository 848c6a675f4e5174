from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB378",
    severity=Severity.WARNING,
    en=(
        "{risk} says in `{field}` what it does to its measures, but names none",
        "name the measures: `measures: [M-FIBRE]`; or give its cost as a sum: `cost:`",
    ),
    uk=(
        "ризик {risk} каже в `{field}`, як позначиться на своїх заходах, але не називає жодного",
        "назвіть заходи: `measures: [M-FIBRE]`; або вкажіть вартість сумою: `cost:`",
    ),
)
def risk_without_measures(plan: Plan) -> Iterator[Finding]:
    """A risk delays measures, or costs a share of their money, and hits none.

    ## Why this matters
    A share of nothing is nothing: the risk is in the register and in no figure.

    ## What to do
    Name the measures that it would hit. A risk that hits the strategy as a whole can have a sum of
    its own.
    ---
    Ризик затримує заходи або коштує частку їхніх грошей, але не зачіпає жодного.

    ## Чому це важливо
    Частка від нічого — ніщо: ризик є в реєстрі, але в жодній цифрі його немає.

    ## Що робити
    Назвіть заходи, на яких він позначиться. Для ризику всієї стратегії можна вказати власну суму.
    """
    for risk in plan.strategy.risks.values():
        if not risk.measures and (risk.cost_share is not None or risk.delay is not None):
            field = "delay" if risk.cost_share is None else "cost_share"
            yield Finding(plan.strategy.span(risk, field), {"risk": risk.id, "field": field})
