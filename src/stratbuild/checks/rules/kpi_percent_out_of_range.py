from collections.abc import Iterator
from decimal import Decimal

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import WHOLE


@rule(
    "SB512",
    severity=Severity.WARNING,
    en=(
        "{kpi} is a share in per cent, but has the value {value}",
        "correct the value, or the unit if it is not a share of a whole",
    ),
    uk=(
        "показник {kpi} — частка у відсотках, а має значення {value}",
        "виправте значення або одиницю, якщо це не частка цілого",
    ),
)
def kpi_percent_out_of_range(plan: Plan) -> Iterator[Finding]:
    """A value in per cent is below 0 or above 100.

    ## Why this matters
    A share of a whole is neither below zero nor above a hundred. A value beyond is usually a slip of the
    point.

    ## What to do
    Compare the value with its neighbours. A growth, which may pass 100 %, is better given as “% of 2024”.
    ---
    Значення у відсотках менше за 0 або більше за 100.

    ## Чому це важливо
    Частка цілого не буває меншою за нуль чи більшою за сто. Значення поза цими межами — зазвичай зсунута
    кома.

    ## Що робити
    Порівняйте значення із сусідніми. Приріст, який може перевищити 100 %, краще записати як «% до 2024
    року».
    """
    for kpi in plan.strategy.kpis.values():
        unit = kpi.measurement_unit
        if unit is None or plan.strategy.text(unit) != "%":
            continue
        values: list[tuple[tuple[str, str], Decimal]] = [(("targets", str(year)), value) for year, value in kpi.targets.items()]
        if kpi.baseline is not None:
            values.insert(0, (("baseline", "value"), kpi.baseline.value))
        for way, value in values:
            if not 0 <= value <= WHOLE:
                yield Finding(plan.strategy.span(kpi, *way), {"kpi": kpi.id, "value": value})
