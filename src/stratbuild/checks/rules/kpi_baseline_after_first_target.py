from collections.abc import Iterator
from datetime import date

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB513",
    en=(
        "the baseline of {kpi} is of {on}, later than its first target, the end of {year}",
        "correct the date of the baseline, or begin the targets later",
    ),
    uk=(
        "вихідне значення показника {kpi} — на {on}, пізніше за перше цільове, на кінець {year} року",
        "виправте дату вихідного значення або почніть цільові пізніше",
    ),
)
def kpi_baseline_after_first_target(plan: Plan) -> Iterator[Finding]:
    """The baseline of an indicator was taken after its first target was due.

    ## Why this matters
    A beginning lies before what follows it. Otherwise a wish for the past is printed as a promise.

    ## What to do
    Correct the date, or delete targets of years that are over.
    ---
    Вихідне значення показника взято пізніше, ніж настає перше цільове.

    ## Чому це важливо
    Початок передує тому, що далі. Інакше побажання на минуле буде надруковано як обіцянку.

    ## Що робити
    Виправте дату або видаліть цілі на роки, що минули.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.baseline is None or kpi.baseline.on is None or not kpi.targets:
            continue
        first = min(kpi.targets)
        if kpi.baseline.on.first > date(first, 12, 31):
            facts = {"kpi": kpi.id, "on": kpi.baseline.on, "year": first}
            yield Finding(plan.strategy.span(kpi, "baseline", "on"), facts)
