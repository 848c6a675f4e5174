from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB507",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("kpis.targets",),
    en=(
        "{kpi} does not say what value is wanted",
        "add `targets:` — a value for each year, at least for the last",
    ),
    uk=(
        "не сказано, якого значення має досягти показник {kpi}",
        "додайте `targets:` — значення за роками, принаймні для останнього",
    ),
)
def kpi_without_targets(plan: Plan) -> Iterator[Finding]:
    """An indicator has no target values.

    ## Why this matters
    An indicator without a target measures, but promises nothing.

    ## What to do
    Write the value to be reached by the end of each year.
    ---
    Показник не має цільових значень.

    ## Чому це важливо
    Показник без цілі вимірює, але нічого не обіцяє.

    ## Що робити
    Запишіть значення, якого треба досягти до кінця кожного року.
    """
    for kpi in plan.strategy.kpis.values():
        if not kpi.targets:
            yield Finding(plan.strategy.span(kpi, "id"), {"kpi": kpi.id})
