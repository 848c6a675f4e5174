from collections.abc import Iterator

from stratbuild.checks.money import costing
from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan

_TRANSFERS = ("26", "27", "32")
"""Transfers and payments to people buy nothing."""


@rule(
    "SB418",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("budget_lines.cpv",),
    en=("{line}, {amount}, has no procurement code", "add `cpv:` — the code of ДК 021:2015"),
    uk=("{line}, {amount}, не має коду предмета закупівлі", "додайте `cpv:` — код за ДК 021:2015"),
)
def procurement_code_missing(plan: Plan) -> Iterator[Finding]:
    """A budget line has no procurement code.

    ## Why this matters
    The code decides which purchases are one subject and so which procedure is due.

    ## What to do
    Find the code by the name of what is bought. A payment that is no purchase, such as a grant, may stay
    without one while the strategy is a draft.
    ---
    Рядок бюджету не має коду предмета закупівлі.

    ## Чому це важливо
    За кодом визначають, які закупівлі є одним предметом, а отже й процедуру.

    ## Що робити
    Знайдіть код за назвою того, що купують. Трансферти й виплати (КЕКВ 26…, 27…, 32…) його не потребують.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.procurement is None:
        return
    for line, amount in costing(plan):
        if line.cpv is None and not (line.economic_code or "").startswith(_TRANSFERS):
            yield Finding(strategy.span(line, "id"), {"line": line.id, "amount": amount})
