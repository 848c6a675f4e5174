from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB515",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("kpis.goal",),
    en=(
        "{kpi} belongs to no goal",
        "add `goal:` — the goal whose reaching it shows",
    ),
    uk=(
        "показник {kpi} не належить до жодної цілі",
        "додайте `goal:` — ціль, досягнення якої він показує",
    ),
)
def kpi_without_goal(plan: Plan) -> Iterator[Finding]:
    """An indicator names no goal.

    ## Why this matters
    The concept prints indicators under their goals; one without a goal is printed nowhere but in the
    workbook.

    ## What to do
    Name the goal that the indicator is for.
    ---
    Показник не називає цілі.

    ## Чому це важливо
    Концепція друкує показники під їхніми цілями; показник без цілі потрапить лише до книги плану.

    ## Що робити
    Назвіть ціль, для якої показник.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.goal is None:
            yield Finding(plan.strategy.span(kpi, "id"), {"kpi": kpi.id})
