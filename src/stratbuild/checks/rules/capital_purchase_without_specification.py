from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.quantity import Money
from stratbuild.schema.strategy import EconomicClassifier


@rule(
    "SB365",
    severity=Severity.NOTE,
    en=(
        "{measure} spends {money} on capital purchases ({lines}) and has no technical specification",
        "write a specification with `measure: {measure}`, if the subgroup is to prepare a draft",
    ),
    uk=(
        "захід {measure} витрачає {money} на капітальні закупівлі ({lines}), а технічного завдання немає",
        "запишіть технічне завдання з `measure: {measure}`, якщо підгрупа має підготувати його проєкт",
    ),
)
def capital_purchase_without_specification(plan: Plan) -> Iterator[Finding]:
    """A measure buys equipment or orders works, and no technical specification is written for it.

    The rule looks only at strategies with the classifier `kekv`, at lines whose code begins with 31.

    ## Why this matters
    The working group prepares drafts of technical specifications together with the plan; what has none
    is bought without the group's knowledge of the need.

    ## What to do
    Write a specification for the purchase, or leave it: this is only a note.
    ---
    Захід купує обладнання чи замовляє роботи, а технічного завдання для нього немає.

    Правило стосується лише стратегій із класифікатором `kekv` і рядків, код яких починається з 31.

    ## Чому це важливо
    Разом із планом робоча група готує проєкти технічних завдань; те, для чого їх немає, купують без
    того, що група знає про потребу.

    ## Що робити
    Запишіть технічне завдання для закупівлі або лишіть як є: це тільки зауваження.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.economic is not EconomicClassifier.KEKV:
        return
    for measure in strategy.measures.values():
        if plan.coverage.specifications_of_measure[measure.id]:
            continue
        lines = [one for one in plan.coverage.lines_of_measure[measure.id] if (one.economic_code or "").startswith("31")]
        if lines:
            money = Money.total(amount for line in lines for amount in line.amount_by_year.values())
            related = Related(strategy.span(lines[0], "economic_code"), {"en": "a capital code", "uk": "капітальний код"})
            facts = {"measure": measure.id, "money": money, "lines": tuple(line.id for line in lines[:12])}
            yield Finding(strategy.span(measure, "id"), facts, (related,))
