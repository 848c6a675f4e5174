from collections.abc import Iterator

from stratbuild.checks.money import amount_field
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB402",
    en=(
        "{line} spends {amount} in {year}, but {measure} runs {first}–{last}",
        "move the money to a year of the measure, or extend the measure",
    ),
    uk=(
        "{line} витрачає {amount} у {year} році, а {measure} триває {first}–{last}",
        "перенесіть кошти на рік, коли захід триває, або продовжте захід",
    ),
)
def budget_year_outside_measure(plan: Plan) -> Iterator[Finding]:
    """A budget line spends money in a year in which its measure does not run.

    ## Why this matters
    Money planned for a year without work is either lost at the year's end or belongs to another
    measure; the finance office will ask which.

    ## What to do
    Move the amount to a year in which the measure runs, or change the measure's dates.

    ## Example
        measures:
          - {id: M-WIFI, …, start: 2026-03, duration: 8 months}
        budget_lines:
          - {id: B-WIFI-AP, measure: M-WIFI, …, amounts: {2029: 5000.00}}
    ---
    Рядок бюджету витрачає кошти в році, коли захід не триває.

    ## Чому це важливо
    Кошти, заплановані на рік без робіт, або згорять наприкінці року, або належать іншому заходу;
    фінансове управління спитає, якому саме.

    ## Що робити
    Перенесіть суму на рік, у якому захід триває, або змініть строки заходу.

    ## Приклад
        measures:
          - {id: M-WIFI, …, start: 2026-03, duration: 8 months}
        budget_lines:
          - {id: B-WIFI-AP, measure: M-WIFI, …, amounts: {2029: 5000.00}}
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        window = plan.windows.get(line.measure)
        if window is None:
            continue
        for year, amount in plan.budget.of_line(line.id).items():
            if year not in window.years:
                measure = strategy.measures[line.measure]
                related = Related(strategy.span(measure, "start"), {"en": "the measure's dates", "uk": "строки заходу"})
                facts = {
                    "line": line.id,
                    "amount": amount,
                    "year": year,
                    "measure": line.measure,
                    "first": window.first,
                    "last": window.last,
                }
                yield Finding(strategy.span(line, amount_field(line), str(year), key=True), facts, (related,))
