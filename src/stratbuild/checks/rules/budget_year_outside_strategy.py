from collections.abc import Iterator

from stratbuild.checks.money import amount_field
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB425",
    en=(
        "{line} spends {amount} in {year}, but the strategy runs {first}–{last}",
        "move the money to a year of the strategy, or change its period",
    ),
    uk=(
        "{line} витрачає {amount} у {year} році, а стратегія триває {first}–{last}",
        "перенесіть кошти на рік стратегії або змініть її період",
    ),
)
def budget_year_outside_strategy(plan: Plan) -> Iterator[Finding]:
    """A budget line spends money in a year outside the strategy.

    ## Why this matters
    Tables by year have no column for it, and the council approves no money for it.

    ## What to do
    Correct the year.
    ---
    Рядок бюджету витрачає кошти в році поза стратегією.

    ## Чому це важливо
    Таблиці за роками не мають для нього графи, і рада не затверджує на нього коштів.

    ## Що робити
    Виправте рік.
    """
    years = plan.period.years
    for line in plan.strategy.budget_lines.values():
        for year, amount in plan.budget.of_line(line.id).items():
            if year not in years:
                facts = {
                    "line": line.id,
                    "amount": amount,
                    "year": year,
                    "first": plan.period.first.year,
                    "last": plan.period.last.year,
                }
                yield Finding(plan.strategy.span(line, amount_field(line), str(year), key=True), facts)
