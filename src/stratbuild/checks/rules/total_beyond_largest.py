from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB463",
    en=(
        "all lines together cost more than {largest}; the largest is {line} with {amount}",
        "look for a slip in the largest lines",
    ),
    uk=("усі рядки разом коштують понад {largest}; найбільший — {line}, {amount}", "пошукайте описку в найбільших рядках"),
)
def total_beyond_largest(plan: Plan) -> Iterator[Finding]:
    """The budget as a whole is more than the program reckons with exactly.

    ## Why this matters
    Spreadsheets keep fifteen digits of a number, so that from ten million millions on hundredths are lost,
    and no total can be proved.

    ## What to do
    Look at the largest lines: a digit too many stands somewhere.
    ---
    Увесь бюджет більший, ніж програма рахує точно.

    ## Чому це важливо
    Електронні таблиці зберігають п’ятнадцять цифр числа, тож від десяти мільйонів мільйонів копійки
    губляться, і жодного підсумку не довести.

    ## Що робити
    Перегляньте найбільші рядки: десь стоїть зайва цифра.
    """
    largest = Money(Money.LARGEST)
    amounts = plan.budget.amounts
    after = Money.total(amount.money for amount in plan.budget.after)
    if max(plan.budget.total, after) <= largest or any(amount.money > largest for amount in amounts):
        return
    totals = {id_: plan.budget.total_of_line(id_) for id_ in plan.strategy.budget_lines}
    line = plan.strategy.budget_lines[max(totals, key=lambda id_: totals[id_])]
    yield Finding(plan.strategy.span(line, "id"), {"largest": largest, "line": line.id, "amount": totals[line.id]})
