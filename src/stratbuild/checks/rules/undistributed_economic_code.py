from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.schema.strategy import EconomicClassifier

_UNDISTRIBUTED = "9000"


@rule(
    "SB431",
    severity=Severity.WARNING,
    en=(
        "{line} buys something for {measure}, but its economic code {code} is for money that is not distributed yet",
        "write the code of what is bought, for example 2210, 2240 or 3110",
    ),
    uk=(
        "{line} щось купує для {measure}, а КЕКВ {code} призначено для ще не розподілених видатків",
        "напишіть код того, що купують, наприклад 2210, 2240 або 3110",
    ),
)
def undistributed_economic_code(plan: Plan) -> Iterator[Finding]:
    """A budget line of a measure stands under undistributed expenditure (КЕКВ 9000).

    ## Why this matters
    Code 9000 is for reserves of a budget. A line of the strategy has a purpose, and money under 9000
    cannot be spent on it before the council distributes it.

    ## What to do
    Write the code of the purchase. Where the purpose is really open, the line does not belong to a
    measure yet.
    ---
    Рядок бюджету, що належить заходу, віднесено до нерозподілених видатків (КЕКВ 9000).

    ## Чому це важливо
    Код 9000 призначено для резервів бюджету. Рядок стратегії має призначення, а кошти за кодом 9000 не
    можна на нього витратити, доки рада їх не розподілить.

    ## Що робити
    Напишіть код закупівлі. Якщо призначення справді ще не визначено, рядок поки що не належить заходу.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.economic is not EconomicClassifier.KEKV:
        return
    for line in strategy.budget_lines.values():
        if line.economic_code == _UNDISTRIBUTED:
            facts = {"line": line.id, "measure": line.measure, "code": line.economic_code}
            yield Finding(strategy.span(line, "economic_code"), facts)
