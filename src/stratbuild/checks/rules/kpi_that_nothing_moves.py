from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB514",
    severity=DEMANDED_FROM_SUBMISSION,
    en=(
        "no measure names {kpi} among the indicators that it moves",
        "add {kpi} to `kpis:` of a measure, or give up the indicator",
    ),
    uk=(
        "жоден захід не називає {kpi} серед показників, на які впливає",
        "додайте {kpi} до `kpis:` якогось заходу або відмовтеся від показника",
    ),
)
def kpi_that_nothing_moves(plan: Plan) -> Iterator[Finding]:
    """No measure works for an indicator.

    ## Why this matters
    A value that is promised and that nobody works for will not change.

    ## What to do
    Name the indicator in the measures that serve it. If there are none, one is missing.
    ---
    Для показника не працює жоден захід.

    ## Чому це важливо
    Значення, яке обіцяно і над яким ніхто не працює, не зміниться.

    ## Що робити
    Назвіть показник у заходах, що йому служать. Якщо таких немає, якогось заходу бракує.
    """
    for kpi in plan.strategy.kpis.values():
        if not plan.coverage.measures_of_kpi[kpi.id]:
            yield Finding(plan.strategy.span(kpi, "id"), {"kpi": kpi.id})
