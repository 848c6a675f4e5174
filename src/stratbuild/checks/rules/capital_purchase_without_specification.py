from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import Money
from stratbuild.schema.strategy import EconomicClassifier

_SHOWN = 5


@rule(
    "SB365",
    severity=Severity.NOTE,
    en=(
        "capital purchases for {money} have no technical specification (measures: {measures}); the largest are in {largest}",
        "write a specification with `measure: {first}` and the others that the subgroups are to prepare",
    ),
    uk=(
        "капітальні закупівлі на {money} не мають технічного завдання (заходів: {measures}); найбільші з них у {largest}",
        "запишіть технічне завдання з `measure: {first}` та інші, проєкти яких мають підготувати підгрупи",
    ),
)
def capital_purchase_without_specification(plan: Plan) -> Iterator[Finding]:
    """Measures buy equipment or order works, and no technical specification is written for them.

    It is one note for the whole strategy, which stands at the measure that spends most. The rule looks only
    at strategies with the classifier `kekv`, at lines whose code begins with 31.

    ## Why this matters
    The working group prepares drafts of technical specifications together with the plan; what has none
    is bought without the group's knowledge of the need.

    ## What to do
    Write specifications for the larger purchases. Small ones may do without: this is only a note.
    ---
    Заходи купують обладнання чи замовляють роботи, а технічних завдань для них немає.

    Це одне зауваження на всю стратегію; воно стоїть біля заходу з найбільшою сумою. Правило стосується
    лише стратегій із класифікатором `kekv` і рядків, код яких починається з 31.

    ## Чому це важливо
    Разом із планом робоча група готує проєкти технічних завдань; те, для чого їх немає, купують без
    того, що група знає про потребу.

    ## Що робити
    Запишіть технічні завдання для більших закупівель. Малі можуть обійтися без них: це тільки зауваження.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.economic is not EconomicClassifier.KEKV:
        return
    spent = {
        measure: money
        for measure in strategy.measures
        if not plan.coverage.specifications_of_measure[measure] and (money := _capital_money(plan, measure))
    }
    if spent:
        largest = tuple(sorted(spent, key=lambda measure: -spent[measure].hundredths)[:_SHOWN])
        facts = {
            "money": Money.total(spent.values()),
            "measures": len(spent),
            "largest": largest,
            "first": largest[0],
        }
        yield Finding(strategy.span(strategy.measures[largest[0]], "id"), facts)


def _capital_money(plan: Plan, measure: str) -> Money:
    lines = plan.coverage.lines_of_measure[measure]
    return Money.total(plan.budget.total_of_line(line.id) for line in lines if (line.economic_code or "").startswith("31"))
