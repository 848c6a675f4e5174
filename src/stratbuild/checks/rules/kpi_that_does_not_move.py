from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.kpi import Direction


@rule(
    "SB517",
    severity=Severity.WARNING,
    en=(
        "{kpi} has `direction: {direction}`, but its last target, of {year}, is its baseline again: {value}",
        "raise the target or lower it, or write `direction: maintain`",
    ),
    uk=(
        "показник {kpi} має `direction: {direction}`, а останнє цільове значення, за {year} рік, дорівнює вихідному: {value}",
        "змініть цільове значення або напишіть `direction: maintain`",
    ),
)
def kpi_that_does_not_move(plan: Plan) -> Iterator[Finding]:
    """An indicator that should rise or fall ends at the value at which it began.

    ## Why this matters
    A target that equals the baseline is reached without doing anything, and the money of its measures
    changes nothing that is measured.

    ## What to do
    Write the value that the measures are to bring. Where keeping the value is the aim, say so with
    `direction: maintain`.

    ## Example
        kpis:
          - {id: K-WIFI, …, direction: increase, baseline: {value: 25}, targets: {2026: 25, 2027: 25}}
    ---
    Показник, що має зростати чи зменшуватися, завершує період тим самим значенням, з якого почав.

    ## Чому це важливо
    Цільове значення, що дорівнює вихідному, досягається й без жодних дій, а кошти його заходів не
    змінюють нічого, що вимірюють.

    ## Що робити
    Впишіть значення, до якого мають привести заходи. Якщо мета — зберегти значення, скажіть про це:
    `direction: maintain`.

    ## Приклад
        kpis:
          - {id: K-WIFI, …, direction: increase, baseline: {value: 25}, targets: {2026: 25, 2027: 25}}
    """
    strategy = plan.strategy
    for kpi in strategy.kpis.values():
        if kpi.direction is Direction.MAINTAIN or kpi.baseline is None or not kpi.targets:
            continue
        year = max(kpi.targets)
        if kpi.targets[year] == kpi.baseline.value:
            related = Related(strategy.span(kpi, "baseline", "value"), {"en": "the baseline", "uk": "вихідне значення"})
            facts = {"kpi": kpi.id, "direction": kpi.direction.value, "year": year, "value": kpi.baseline.value}
            yield Finding(strategy.span(kpi, "targets", str(year)), facts, (related,))
