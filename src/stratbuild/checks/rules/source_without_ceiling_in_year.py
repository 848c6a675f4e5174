from collections import defaultdict
from collections.abc import Iterator

from stratbuild.checks.money import largest, places_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Amount, Plan
from stratbuild.quantity import Money


@rule(
    "SB406",
    severity=Severity.WARNING,
    en=(
        "in {year} the plan takes {planned} from {source}, but its ceilings are for {years} only",
        "add the ceiling of {year}, or move the money to a year that has one",
    ),
    uk=(
        "у {year} році план бере із джерела {source} {planned}, а граничні обсяги задано лише на {years}",
        "додайте граничний обсяг на {year} рік або перенесіть кошти на рік, який його має",
    ),
)
def source_without_ceiling_in_year(plan: Plan) -> Iterator[Finding]:
    """Money is planned from a source in a year for which the source has no ceiling, though it has some for other years.

    ## Why this matters
    A source that has ceilings is one whose limits are known. In a year without one nothing holds the
    plan back, and mostly the source gives nothing in that year.

    ## What to do
    Ask the finance office for the ceiling of that year and write it, or move the money.
    ---
    Із джерела заплановано кошти на рік, для якого граничного обсягу не задано, хоча для інших років він є.

    ## Чому це важливо
    Якщо джерело має граничні обсяги, то його межі відомі. У році без межі план ніщо не стримує, а
    здебільшого такого року джерело просто нічого не дає.

    ## Що робити
    Дізнайтеся у фінансовому управлінні граничний обсяг на цей рік і впишіть його або перенесіть кошти.
    """
    strategy = plan.strategy
    unlimited: defaultdict[tuple[str, int], list[Amount]] = defaultdict(list)
    for amount in plan.budget.amounts:
        if amount.source is not None and amount.money:
            ceilings = strategy.sources[amount.source].ceilings
            if ceilings and amount.year not in ceilings:
                unlimited[amount.source, amount.year].append(amount)
    for (id_, year), amounts in unlimited.items():
        source = strategy.sources[id_]
        planned = Money.total(amount.money for amount in amounts)
        facts = {"source": id_, "year": year, "planned": planned, "years": tuple(sorted(source.ceilings))}
        yield Finding(strategy.span(source, "ceilings", key=True), facts, places_of(strategy, largest(amounts)))
