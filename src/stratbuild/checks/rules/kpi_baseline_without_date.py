from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB503",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("kpis.baseline.on",),
    en=(
        "the baseline of {kpi}, {value}, has no date",
        "add `on:` to the baseline — the day or the year of the value",
    ),
    uk=(
        "вихідне значення показника {kpi}, {value}, не має дати",
        "додайте до нього `on:` — день або рік, на який взято значення",
    ),
)
def kpi_baseline_without_date(plan: Plan) -> Iterator[Finding]:
    """The baseline of an indicator does not say when its value was taken.

    ## Why this matters
    A value of three years ago is no beginning. The reader has to know how old it is.

    ## What to do
    Write the day, the month or the year for which the value holds.
    ---
    Вихідне значення показника не має дати.

    ## Чому це важливо
    Значення трирічної давнини не є початком. Читач має знати, наскільки воно старе.

    ## Що робити
    Запишіть день, місяць або рік, на який воно чинне.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.baseline is not None and kpi.baseline.on is None:
            yield Finding(plan.strategy.span(kpi, "baseline", "value"), {"kpi": kpi.id, "value": kpi.baseline.value})
