from collections import defaultdict
from collections.abc import Iterator

from stratbuild.checks.money import largest, places_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Amount, Plan
from stratbuild.quantity import Money


@rule(
    "SB453",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.WARNING),
    en=(
        "in {year} the plan spends {planned} under the programme {code}, but the ceiling of {programme} is {ceiling}: {excess} too much",
        "move or shorten lines, the largest of {count} are {largest}; or agree a higher ceiling with the finance office",
    ),
    uk=(
        "у {year} році план витрачає за програмою {code} {planned}, а граничний обсяг {programme} — {ceiling}: зайві {excess}",
        "перенесіть або зменште рядки: усього їх {count}, найбільші — {largest}; або узгодьте вищу межу з фінансистами",
    ),
)
def programme_ceiling_exceeded(plan: Plan) -> Iterator[Finding]:
    """More money is planned under a budget programme in a year than its ceiling allows.

    ## Why this matters
    Budget requests are written by programme, and what is above the ceiling can only be asked for in an
    additional request that is mostly refused.

    ## What to do
    The largest lines of that programme and year stand beside the finding. Move one to another year or
    another programme, make it smaller, or have the ceiling raised.
    ---
    За бюджетною програмою в якомусь році заплановано більше, ніж дозволяє її граничний обсяг.

    ## Чому це важливо
    Бюджетні запити складають за програмами, а понад граничний обсяг можна просити лише додатковим запитом,
    який здебільшого відхиляють.

    ## Що робити
    Найбільші рядки цієї програми та року названо біля зауваження. Перенесіть якийсь на інший рік чи до
    іншої програми, зменште його або домовтеся про вищу межу.
    """
    strategy = plan.strategy
    by_code_and_year: defaultdict[tuple[str, int], list[Amount]] = defaultdict(list)
    for line in strategy.budget_lines.values() if strategy.programmes else ():
        for year, money in plan.budget.of_line(line.id).items():
            if line.programme is not None and money:
                by_code_and_year[line.programme, year].append(Amount(line, year, None, money))
    for programme in strategy.programmes.values():
        for year, ceiling in programme.ceilings.items():
            amounts = by_code_and_year.get((programme.code, year), [])
            planned = Money.total(amount.money for amount in amounts)
            if planned > ceiling:
                shown = largest(amounts)
                facts = {
                    "programme": programme.id,
                    "code": programme.code,
                    "year": year,
                    "planned": planned,
                    "ceiling": ceiling,
                    "excess": planned - ceiling,
                    "count": len(amounts),
                    "largest": tuple(amount.line.id for amount in shown),
                }
                yield Finding(strategy.span(programme, "ceilings", str(year)), facts, places_of(strategy, shown))
