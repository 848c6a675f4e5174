from collections.abc import Iterator

from stratbuild.checks.money import amount_field
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB470",
    en=(
        "{line} costs more than {largest} in {year}, with prices, currency and tax reckoned in",
        "look for a slip in the quantity, the price, the index or the rate of exchange",
    ),
    uk=(
        "{line} коштує у {year} році понад {largest}, якщо врахувати ціни, валюту й податок",
        "пошукайте описку в кількості, ціні, індексі чи курсі",
    ),
)
def amount_beyond_largest(plan: Plan) -> Iterator[Finding]:
    """A budget line costs more in a year than the program reckons with exactly.

    ## Why this matters
    Spreadsheets keep fifteen digits of a number, so that from ten million millions on hundredths are lost.
    No community has such a line: a digit too many stands somewhere.

    ## What to do
    Correct the quantity, the unit price, the price index or the rate of exchange.
    ---
    Рядок бюджету коштує за рік більше, ніж програма рахує точно.

    ## Чому це важливо
    Електронні таблиці зберігають п’ятнадцять цифр числа, тож від десяти мільйонів мільйонів копійки
    губляться. Такого рядка немає в жодної громади: десь стоїть зайва цифра.

    ## Що робити
    Виправте кількість, ціну за одиницю, індекс цін або курс валюти.
    """
    strategy = plan.strategy
    largest = Money(Money.LARGEST)
    for line in strategy.budget_lines.values():
        for year, money in plan.budget.of_line(line.id).items():
            if money > largest:
                facts = {"line": line.id, "year": year, "largest": largest}
                yield Finding(strategy.span(line, amount_field(line), str(year)), facts)
