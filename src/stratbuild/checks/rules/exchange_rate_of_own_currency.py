from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB448",
    en=(
        "{rate} is a rate of {currency}, which is the strategy's own currency; lines that are multiplied by {value}: {count}",
        "write the currency that the sums are in, or delete `exchange_rate: {rate}` from the lines",
    ),
    uk=(
        "{rate} — це курс {currency}, а це валюта самої стратегії; на {value} множать рядків: {count}",
        "напишіть валюту, у якій записано суми, або приберіть з рядків `exchange_rate: {rate}`",
    ),
)
def exchange_rate_of_own_currency(plan: Plan) -> Iterator[Finding]:
    """A rate of exchange is one of the strategy's own currency.

    ## Why this matters
    Sums that are in the strategy's currency already would be multiplied by the rate.

    ## What to do
    Correct `currency:` of the rate, or of the strategy; or take the rate away from the lines.
    ---
    Курс валюти є курсом валюти самої стратегії.

    ## Чому це важливо
    Суми, що вже у валюті стратегії, помножилися б на курс.

    ## Що робити
    Виправте `currency:` курсу або стратегії чи приберіть курс із рядків.
    """
    strategy = plan.strategy
    for rate in strategy.exchange_rates.values():
        if rate.currency == strategy.settings.currency:
            count = sum(line.exchange_rate == rate.id for line in strategy.budget_lines.values())
            facts = {"rate": rate.id, "currency": rate.currency, "count": count, "value": rate.rate}
            yield Finding(strategy.span(rate, "currency"), facts)
