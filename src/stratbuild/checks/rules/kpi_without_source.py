from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB505",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("kpis.source",),
    en=(
        "{kpi} does not say where its later values will come from",
        "add `source:` — the register, survey or count that gives them",
    ),
    uk=(
        "не сказано, звідки братимуть наступні значення показника {kpi}",
        "додайте `source:` — реєстр, опитування або підрахунок, який їх дає",
    ),
)
def kpi_without_source(plan: Plan) -> Iterator[Finding]:
    """An indicator does not say where its values come from.

    ## Why this matters
    An indicator whose values nobody knows how to take is not reported. The passport of a budget programme
    has a column for the source of information.

    ## What to do
    Name the report, register or survey from which the value will be taken each year.
    ---
    Показник не має джерела значень.

    ## Чому це важливо
    Показник, значень якого ніхто не знає де взяти, не потрапляє до звіту. Паспорт бюджетної програми має
    графу «джерело інформації».

    ## Що робити
    Назвіть звіт, реєстр або опитування, з якого щороку братимуть значення.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.source is None:
            yield Finding(plan.strategy.span(kpi, "id"), {"kpi": kpi.id})
