from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB511",
    severity=DEMANDED_FROM_SUBMISSION,
    en=(
        "{kpi} has no target for {last}, the last year of the strategy; its last one is for {year}",
        "add the value for {last}",
    ),
    uk=(
        "показник {kpi} не має значення на {last} рік, останній рік стратегії; найпізніше — на {year} рік",
        "додайте значення на {last} рік",
    ),
)
def kpi_without_target_in_last_year(plan: Plan) -> Iterator[Finding]:
    """An indicator has targets, but none for the last year of the strategy.

    ## Why this matters
    What is reached in the end is what the council will ask for.

    ## What to do
    Write the value at the end of the strategy, even if it is that of the year before.
    ---
    Показник має цільові значення, але не на останній рік стратегії.

    ## Чому це важливо
    Рада спитає саме про те, чого досягнуто наприкінці.

    ## Що робити
    Запишіть значення на кінець стратегії, навіть якщо воно таке саме, як роком раніше.
    """
    last = plan.period.last.year
    for kpi in plan.strategy.kpis.values():
        if kpi.targets and last not in kpi.targets:
            facts = {"kpi": kpi.id, "last": last, "year": max(kpi.targets)}
            yield Finding(plan.strategy.span(kpi, "targets", key=True), facts)
