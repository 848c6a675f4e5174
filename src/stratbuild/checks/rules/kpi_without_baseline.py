from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB501",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("kpis.baseline",),
    en=(
        "{kpi} does not say from what value it starts",
        "add `baseline: {{value: …, on: …, source: …}}`",
    ),
    uk=(
        "не сказано, з якого значення починається показник {kpi}",
        "додайте `baseline: {{value: …, on: …, source: …}}`",
    ),
)
def kpi_without_baseline(plan: Plan) -> Iterator[Finding]:
    """An indicator has no baseline.

    ## Why this matters
    Without the value at the beginning nobody can say later what the strategy has changed. The forms of a
    programme ask for it in a column of its own.

    ## What to do
    Write the value, the day it was taken and where it comes from. A zero that was counted is a value.
    ---
    Показник не має вихідного значення.

    ## Чому це важливо
    Без значення на початку згодом неможливо сказати, що змінила стратегія. Форми програми мають для нього
    окрему графу.

    ## Що робити
    Запишіть значення, дату, на яку його взято, і джерело. Порахований нуль — теж значення.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.baseline is None:
            yield Finding(plan.strategy.span(kpi, "id"), {"kpi": kpi.id})
