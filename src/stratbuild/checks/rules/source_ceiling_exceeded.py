from collections import defaultdict
from collections.abc import Iterator

from stratbuild.checks.money import largest, places_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Amount, Plan
from stratbuild.quantity import Money


@rule(
    "SB405",
    severity=SeverityByStage(Stage.CONSULTATION, before=Severity.WARNING),
    en=(
        "in {year} the plan takes {planned} from {source}, but its ceiling is {ceiling}: {excess} too much",
        "move or shorten lines, the largest of {count} are {largest}; or agree a higher ceiling with the finance office",
    ),
    uk=(
        "у {year} році план бере із джерела {source} {planned}, а його граничний обсяг — {ceiling}: зайві {excess}",
        "перенесіть або зменште рядки: усього їх {count}, найбільші — {largest}; або узгодьте вищу межу з фінансистами",
    ),
)
def source_ceiling_exceeded(plan: Plan) -> Iterator[Finding]:
    """More money is planned from a source in a year than the source can give.

    ## Why this matters
    The finance office checks the limits first. A plan above the ceiling will be cut by someone who does
    not know which measures depend on each other.

    ## What to do
    The largest lines of that source and year stand beside the finding. Move one to another year or to
    another source, make it smaller, or have the ceiling raised.

    ## Example
        sources:
          - {id: S-LOCAL, …, ceilings: {2026: 400000.00}}
        budget_lines:
          - {id: B-SERVER, …, amounts: {2026: 430000.00}, funding: S-LOCAL}
    ---
    Із джерела в якомусь році заплановано взяти більше, ніж воно може дати.

    ## Чому це важливо
    Граничні обсяги фінансове управління перевіряє насамперед. План, що їх перевищує, скоротить той, хто
    не знає, які заходи залежать один від одного.

    ## Що робити
    Найбільші рядки цього джерела та року названо біля зауваження. Перенесіть якийсь на інший рік чи на
    інше джерело, зменште його або домовтеся про вищу межу.

    ## Приклад
        sources:
          - {id: S-LOCAL, …, ceilings: {2026: 400000.00}}
        budget_lines:
          - {id: B-SERVER, …, amounts: {2026: 430000.00}, funding: S-LOCAL}
    """
    strategy = plan.strategy
    by_source_and_year: defaultdict[tuple[str, int], list[Amount]] = defaultdict(list)
    for amount in plan.budget.amounts:
        if amount.source is not None and amount.money:
            by_source_and_year[amount.source, amount.year].append(amount)
    for source in strategy.sources.values():
        for year, ceiling in source.ceilings.items():
            amounts = by_source_and_year.get((source.id, year), [])
            planned = Money.total(amount.money for amount in amounts)
            if planned > ceiling:
                shown = largest(amounts)
                facts = {
                    "source": source.id,
                    "year": year,
                    "planned": planned,
                    "ceiling": ceiling,
                    "excess": planned - ceiling,
                    "count": len(amounts),
                    "largest": tuple(amount.line.id for amount in shown),
                }
                yield Finding(strategy.span(source, "ceilings", str(year)), facts, places_of(strategy, shown))
