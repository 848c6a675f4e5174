from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.kpi import Direction


@rule(
    "SB518",
    severity=Severity.WARNING,
    en=(
        "{kpi} has `direction: maintain`, but its target of {year} is {after} and not {before}, as before",
        "keep the value, or write `direction: increase` or `direction: decrease`",
    ),
    uk=(
        "показник {kpi} має `direction: maintain`, а цільове значення за {year} рік — {after}, а не {before}, як доти",
        "залиште значення незмінним або напишіть `direction: increase` чи `direction: decrease`",
    ),
)
def kpi_to_maintain_that_changes(plan: Plan) -> Iterator[Finding]:
    """An indicator whose value is to be kept has a target that differs from the value before.

    ## Why this matters
    A report judges an indicator by its direction. With `maintain` it calls every change a failure, even
    one that was planned.

    ## What to do
    Write the same value for every year, or the direction in which it is meant to go.

    ## Example
        kpis:
          - {id: K-UPTIME, …, direction: maintain, baseline: {value: 99}, targets: {2026: 99, 2027: 95}}
    ---
    Показник, значення якого треба зберегти, має цільове значення, відмінне від попереднього.

    ## Чому це важливо
    Звіт оцінює показник за його напрямом. За `maintain` він назве невдачею будь-яку зміну, навіть
    заплановану.

    ## Що робити
    Впишіть для кожного року те саме значення або напрям, у якому воно має рухатися.

    ## Приклад
        kpis:
          - {id: K-UPTIME, …, direction: maintain, baseline: {value: 99}, targets: {2026: 99, 2027: 95}}
    """
    strategy = plan.strategy
    for kpi in strategy.kpis.values():
        if kpi.direction is not Direction.MAINTAIN:
            continue
        before = None if kpi.baseline is None else kpi.baseline.value
        place = strategy.span(kpi, "baseline", "value")
        for year, after in sorted(kpi.targets.items()):
            here = strategy.span(kpi, "targets", str(year))
            if before is not None and after != before:
                related = Related(place, {"en": "the value before", "uk": "попереднє значення"})
                yield Finding(here, {"kpi": kpi.id, "year": year, "after": after, "before": before}, (related,))
            before, place = after, here
