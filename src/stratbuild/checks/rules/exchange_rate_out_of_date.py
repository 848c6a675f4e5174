from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB447",
    severity=Severity.WARNING,
    en=(
        "{rate} is of {day}, more than a year before the strategy begins on {start}; lines that reckon with it: {count}",
        "take a newer rate, and write its day and source",
    ),
    uk=(
        "{rate} узято на {day}, більш ніж за рік до початку стратегії {start}; за ним пораховано рядків: {count}",
        "візьміть новіший курс і запишіть його дату та джерело",
    ),
)
def exchange_rate_out_of_date(plan: Plan) -> Iterator[Finding]:
    """A rate of exchange is more than a year older than the strategy.

    ## Why this matters
    The sums in the other currency are only as good as the rate; after a year it is no longer an
    assumption that anybody can defend.

    ## What to do
    Take a rate of the time when the plan is made, or a forecast, and write its day and its source.
    ---
    Курс валюти більш ніж на рік старший за стратегію.

    ## Чому це важливо
    Суми в іншій валюті варті рівно стільки, скільки сам курс; за рік він перестає бути припущенням, яке
    можна обстояти.

    ## Що робити
    Візьміть курс на час складання плану або прогноз і запишіть його дату та джерело.
    """
    strategy = plan.strategy
    start = plan.period.first
    for rate in strategy.exchange_rates.values():
        count = sum(line.exchange_rate == rate.id for line in strategy.budget_lines.values())
        is_older = (rate.on.year + 1, rate.on.month, rate.on.day) < (start.year, start.month, start.day)
        if count and is_older:
            facts = {"rate": rate.id, "day": rate.on, "start": start, "count": count}
            yield Finding(strategy.span(rate, "on"), facts)
