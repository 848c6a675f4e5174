from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB526",
    severity=Severity.WARNING,
    en=("{measure} adds {value} to {kpi} in {year}, outside the strategy ({first}–{last})", "correct the year, or take it out"),
    uk=(
        "захід {measure} додає {value} до {kpi} у {year} році, поза стратегією ({first}–{last})",
        "виправте рік або приберіть його",
    ),
)
def contribution_outside_period(plan: Plan) -> Iterator[Finding]:
    """A measure contributes in a year that is not in the strategy.

    ## Why this matters
    No target of the strategy can be reached by it, and no table has a column for it.

    ## What to do
    Correct the year. What comes after the strategy belongs to the description of the result.
    ---
    Захід додає до показника в році, якого немає в стратегії.

    ## Чому це важливо
    Жодної цілі стратегії ним не досягти, і жодна таблиця не має для нього стовпця.

    ## Що робити
    Виправте рік. Те, що буде після стратегії, належить до опису результату.
    """
    strategy, period = plan.strategy, plan.period
    for measure in strategy.measures.values():
        for kpi, by_year in measure.contributions.items():
            for year, value in by_year.items():
                if not period.first.year <= year <= period.last.year:
                    facts = {
                        "measure": measure.id,
                        "value": value,
                        "kpi": kpi,
                        "year": year,
                        "first": period.first.year,
                        "last": period.last.year,
                    }
                    yield Finding(strategy.span(measure, "contributions", kpi, str(year), key=True), facts)
