from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import Money

_HRYVNIA = "UAH"
_LEAST = Money(100_00)
_THOUSAND = 1000


@rule(
    "SB429",
    severity=Severity.WARNING,
    en=(
        "{line} costs {amount} UAH in {year}, less than {least}: is the sum in thousands?",
        "sums are in hryvnias; if thousands were meant, write {thousandfold}",
    ),
    uk=(
        "{line} у {year} році коштує {amount} грн, тобто менше ніж {least}: чи не в тисячах ця сума?",
        "суми пишуть у гривнях; якщо йшлося про тисячі, напишіть {thousandfold}",
    ),
)
def amount_too_small_for_a_purchase(plan: Plan) -> Iterator[Finding]:
    """A budget line costs less than a hundred hryvnias in a year: the sum is probably in thousands.

    ## Why this matters
    Council programmes are printed in thousands of hryvnias, the language of the strategy is hryvnias. A
    sum copied from the one into the other shrinks a thousandfold, and no total shows it.

    ## What to do
    Write the sum in hryvnias. The papers can print thousands all the same.

    ## Example
        amounts: {2026: 48.5}      # 48.5 thousand: 48500.00
    ---
    Рядок бюджету коштує менше ніж сто гривень на рік: сума, мабуть, у тисячах.

    ## Чому це важливо
    Програми ради друкують у тисячах гривень, а в цих файлах суми пишуть у гривнях. Сума, скопійована з
    одного в інше, зменшується в тисячу разів, і жоден підсумок цього не покаже.

    ## Що робити
    Запишіть суму в гривнях. У документах її все одно можна надрукувати в тисячах.

    ## Приклад
        amounts: {2026: 48.5}      # 48,5 тис.: 48500.00
    """
    strategy = plan.strategy
    if strategy.settings.currency != _HRYVNIA:
        return
    for line in strategy.budget_lines.values():
        for year, amount in line.amounts.items():
            if amount and amount < _LEAST:
                facts = {
                    "line": line.id,
                    "amount": amount,
                    "year": year,
                    "least": _LEAST,
                    "thousandfold": str(Money(amount.hundredths * _THOUSAND)),
                }
                yield Finding(strategy.span(line, "amounts", str(year)), facts)
