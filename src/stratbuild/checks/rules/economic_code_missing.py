from collections.abc import Iterator

from stratbuild.checks.money import costing, is_paid_from_budget
from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB407",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("budget_lines.economic_code",),
    en=(
        "{line} takes {amount} from a budget, but has no economic code (КЕКВ)",
        "add `economic_code:`, for example 2210 for supplies, 2240 for services, 3110 for equipment",
    ),
    uk=(
        "{line} бере з бюджету {amount}, але не має КЕКВ",
        "додайте `economic_code:`, наприклад 2210 — предмети й матеріали, 2240 — послуги, 3110 — обладнання",
    ),
)
def economic_code_missing(plan: Plan) -> Iterator[Finding]:
    """A budget line that a public budget pays has no code of the economic classification.

    Lines that only donors, businesses or enterprises pay from their own money need none.

    ## Why this matters
    Without the code (КЕКВ) the finance office can neither place the line in a budget request nor say
    whether the general or the special fund pays it.

    ## What to do
    Add `economic_code`. Ask the accountants where current and capital expenditure meet: the limit of
    capitalisation decides between 2210 and 3110.
    ---
    Рядок, який оплачує бюджет, не має коду економічної класифікації видатків.

    Рядкам, які оплачують лише донори, бізнес чи підприємства власним коштом, код не потрібен.

    ## Чому це важливо
    Без КЕКВ фінансове управління не може ні внести рядок у бюджетний запит, ні сказати, з якого фонду
    його оплатять — загального чи спеціального.

    ## Що робити
    Додайте `economic_code`. Спитайте в бухгалтерії, де проходить межа між поточними й капітальними
    видатками: між 2210 і 3110 вибирають за вартісною межею основних засобів.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.economic is None:
        return
    for line, amount in costing(plan):
        if line.economic_code is None and is_paid_from_budget(strategy, line):
            yield Finding(strategy.span(line, "id"), {"line": line.id, "amount": amount})
