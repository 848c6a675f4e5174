from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB508",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("kpis.group",),
    en=(
        "{kpi} belongs to none of the four groups of indicators",
        "add `group:` — input, output, efficiency or quality",
    ),
    uk=(
        "показник {kpi} не належить до жодної з чотирьох груп",
        "додайте `group:` — input (затрат), output (продукту), efficiency (ефективності) або quality (якості)",
    ),
)
def kpi_without_group(plan: Plan) -> Iterator[Finding]:
    """An indicator has no group.

    ## Why this matters
    The table of indicators of a programme is divided into four groups; one without a group has no place in
    it.

    ## What to do
    Say whether it shows what is spent, what is made, at what cost, or how well.
    ---
    Показник не має групи.

    ## Чому це важливо
    Таблицю показників програми поділено на чотири групи; показникові без групи в ній немає місця.

    ## Що робити
    Вкажіть, що він показує: затрати, продукт, ефективність чи якість.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.group is None:
            yield Finding(plan.strategy.span(kpi, "id"), {"kpi": kpi.id})
