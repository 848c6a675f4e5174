from collections.abc import Iterator

from stratbuild.checks.money import costing, is_paid_from_budget
from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB412",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("budget_lines.programme",),
    en=("{line}, {amount}, has no programme code", "add `programme:` — seven digits in quotes"),
    uk=("{line}, {amount}, не має коду КПКВКМБ", "додайте `programme:` — сім цифр у лапках"),
)
def programme_code_missing(plan: Plan) -> Iterator[Finding]:
    """A budget line that is paid from a public budget has no programme code.

    ## Why this matters
    The finance office puts money into budget requests and passports by programme; a line without a
    programme is in none of them.

    ## What to do
    Ask the finance office for the code of the programme under which the measure will be paid. Money that
    goes past public budgets needs none.
    ---
    Рядок, який оплачують з бюджету, не має коду програмної класифікації.

    ## Чому це важливо
    Фінансове управління складає запити й паспорти за програмами; рядок без програми не потрапить до
    жодного.

    ## Що робити
    Дізнайтеся у фінансовому управлінні код програми, за якою платитимуть. Кошти поза бюджетом його не
    потребують.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.programme is None:
        return
    for line, amount in costing(plan):
        if line.programme is None and is_paid_from_budget(strategy, line):
            yield Finding(strategy.span(line, "id"), {"line": line.id, "amount": amount})
