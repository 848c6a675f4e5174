from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB504",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("kpis.measurement_unit",),
    en=(
        "{kpi} does not say what its values are counted in",
        "add `measurement_unit:` — %, persons, pieces",
    ),
    uk=(
        "не сказано, у чому вимірюють показник {kpi}",
        "додайте `measurement_unit:` — %, осіб, сіл",
    ),
)
def kpi_without_measurement_unit(plan: Plan) -> Iterator[Finding]:
    """An indicator has no measurement unit.

    ## Why this matters
    Forty can be forty per cent or forty villages. Tables of indicators have a column for the unit.

    ## What to do
    Write the unit of all values of the indicator.
    ---
    Показник не має одиниці виміру.

    ## Чому це важливо
    Сорок може бути сорока відсотками або сорока селами. Таблиця показників має графу для одиниці.

    ## Що робити
    Запишіть одиницю всіх значень показника.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.measurement_unit is None:
            yield Finding(plan.strategy.span(kpi, "id"), {"kpi": kpi.id})
