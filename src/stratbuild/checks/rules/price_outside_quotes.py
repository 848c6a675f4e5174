from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.prices import stated_by_year
from stratbuild.quantity import Money


@rule(
    "SB459",
    severity=Severity.WARNING,
    en=(
        "{line} reckons with {price}, but its quotes ({count}) are from {lowest} to {highest}",
        "take a price within the quotes, or take out quotes that no longer hold",
    ),
    uk=(
        "{line} пораховано за ціною {price}, а цінові пропозиції (усього {count}) — від {lowest} до {highest}",
        "візьміть ціну в межах пропозицій або приберіть ті, що вже не діють",
    ),
)
def price_outside_quotes(plan: Plan) -> Iterator[Finding]:
    """The price of a line is below the lowest or above the highest of its quotes.

    Compared is the unit price, or where there is none the sum of all years; both as they are written,
    before indices, rates of exchange and tax.

    ## Why this matters
    The quotes are there to justify the price. A price that none of them reaches is justified by nothing.

    ## What to do
    Correct the price or the quotes. All have to be of the same thing: one unit, with or without tax.
    ---
    Ціна рядка нижча за найнижчу або вища за найвищу з його цінових пропозицій.

    Порівнюють ціну за одиницю, а якщо її немає, суму всіх років; обидві так, як записано, без індексів,
    курсів і податку.

    ## Чому це важливо
    Пропозиції мають обґрунтовувати ціну. Ціну, якої немає серед них, не обґрунтовує ніщо.

    ## Що робити
    Виправте ціну або пропозиції. Усі мають стосуватися того самого: однієї одиниці, з податком чи без.
    """
    for line in plan.strategy.budget_lines.values():
        if not (line.quotes and line.has_amount):
            continue
        price = line.unit_price if line.unit_price is not None else Money.total(stated_by_year(line).values())
        prices = [quote.price for quote in line.quotes]
        if not min(prices) <= price <= max(prices):
            field = "unit_price" if line.unit_price is not None else "total" if line.total is not None else "amounts"
            facts = {
                "line": line.id,
                "price": price,
                "count": len(prices),
                "lowest": min(prices),
                "highest": max(prices),
            }
            yield Finding(plan.strategy.span(line, field), facts)
