from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.measure import Measure


@rule(
    "SB527",
    severity=Severity.WARNING,
    en=(
        "measures contribute to {kpi} (in all: {count}), but it has no baseline to add to",
        "write `baseline:` with the value of today",
    ),
    uk=(
        "заходи додають до {kpi} (усього їх {count}), але він не має базового значення",
        "впишіть `baseline:` із сьогоднішнім значенням",
    ),
)
def contributions_to_kpi_without_baseline(plan: Plan) -> Iterator[Finding]:
    """Measures add to an indicator of which nobody says where it stands today.

    ## Why this matters
    Contributions are changes: without the value at the beginning they lead nowhere, and cannot be
    held against the targets.

    ## What to do
    Write the value of today and its date. If it really is nothing, write `value: 0`.
    ---
    Заходи додають до показника, про який не сказано, який він тепер.

    ## Чому це важливо
    Внески — це зміни: без початкового значення вони нікуди не ведуть, і їх не порівняти із цілями.

    ## Що робити
    Впишіть сьогоднішнє значення та його дату. Якщо воно справді нульове, впишіть `value: 0`.
    """
    strategy = plan.strategy
    giving: dict[str, list[Measure]] = {}
    for measure in strategy.measures.values():
        for id_ in measure.contributions:
            giving.setdefault(id_, []).append(measure)
    for id_, measures in giving.items():
        kpi = strategy.kpis[id_]
        if kpi.baseline is None:
            place = strategy.span(measures[0], "contributions", id_, key=True)
            related = Related(place, {"en": "a contribution", "uk": "внесок"})
            yield Finding(strategy.span(kpi, "id"), {"kpi": id_, "count": len(measures)}, (related,))
