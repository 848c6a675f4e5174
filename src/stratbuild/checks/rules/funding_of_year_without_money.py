from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB439",
    in_scenarios=True,
    severity=Severity.WARNING,
    en=("{line} says who pays in {year}, but it spends only in {years}", "delete the year, or write the one that was meant"),
    uk=(
        "у {line} сказано, хто платить у {year} році, але кошти цього рядка припадають на інші роки: {years}",
        "видаліть цей рік або напишіть той, що малося на увазі",
    ),
)
def funding_of_year_without_money(plan: Plan) -> Iterator[Finding]:
    """A budget line has a funding of a year in which it spends nothing.

    ## Why this matters
    Mostly the line was moved to another year and its funding was not: that year is then paid by whoever
    pays for the other years.

    ## What to do
    Write the year in which the money is spent, or delete the entry.
    ---
    У рядку бюджету є фінансування року, в якому він нічого не витрачає.

    ## Чому це важливо
    Здебільшого рядок перенесли на інший рік, а фінансування ні: тоді за новий рік платить той, хто платить
    за решту років.

    ## Що робити
    Напишіть рік, у якому витрачають кошти, або видаліть запис.
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        years = tuple(year for year, money in plan.budget.of_line(line.id).items() if money)
        for year in line.funding_by_year:
            if years and year not in years:
                facts = {"line": line.id, "year": year, "years": years}
                yield Finding(strategy.span(line, "funding_by_year", str(year), key=True), facts)
