from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB510",
    en=(
        "{kpi} has a target for {year}, but the strategy runs {first}–{last}",
        "move the target to a year of the strategy, or delete it",
    ),
    uk=(
        "показник {kpi} має значення на {year} рік, а стратегія триває {first}–{last}",
        "перенесіть його на рік стратегії або видаліть",
    ),
)
def kpi_target_outside_period(plan: Plan) -> Iterator[Finding]:
    """An indicator has a target for a year outside the strategy.

    ## Why this matters
    Tables of indicators have a column for each year of the strategy; a value for another year is not
    printed.

    ## What to do
    Correct the year.
    ---
    Показник має цільове значення на рік поза стратегією.

    ## Чому це важливо
    Таблиці показників мають графу для кожного року стратегії; значення на інший рік не буде надруковано.

    ## Що робити
    Виправте рік.
    """
    years = plan.period.years
    for kpi in plan.strategy.kpis.values():
        for year in kpi.targets:
            if year not in years:
                facts = {"kpi": kpi.id, "year": year, "first": plan.period.first.year, "last": plan.period.last.year}
                yield Finding(plan.strategy.span(kpi, "targets", str(year), key=True), facts)
