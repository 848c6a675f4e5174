from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB502",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("kpis.baseline.source | kpis.baseline.evidence",),
    en=(
        "the baseline of {kpi}, {value}, has no source",
        "add `source:` to the baseline — a register, a survey, a count",
    ),
    uk=(
        "вихідне значення показника {kpi}, {value}, не має джерела",
        "додайте до нього `source:` — реєстр, опитування, підрахунок",
    ),
)
def kpi_baseline_without_source(plan: Plan) -> Iterator[Finding]:
    """The baseline of an indicator does not say where its value comes from.

    ## Why this matters
    A number without a source cannot be checked, and cannot be taken again in the same way.

    ## What to do
    Write where the value comes from.
    ---
    Вихідне значення показника не має джерела.

    ## Чому це важливо
    Число без джерела неможливо перевірити і неможливо взяти вдруге так само.

    ## Що робити
    Запишіть, звідки взято значення.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.baseline is not None and kpi.baseline.source is None and kpi.baseline.evidence is None:
            yield Finding(plan.strategy.span(kpi, "baseline", "value"), {"kpi": kpi.id, "value": kpi.baseline.value})
