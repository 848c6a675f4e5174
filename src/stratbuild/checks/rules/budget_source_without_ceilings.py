from collections.abc import Iterator

from stratbuild.checks.money import is_public
from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.model.budget import source as by_source
from stratbuild.quantity import ZERO


@rule(
    "SB427",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("sources.ceilings",),
    en=("{source} pays {amount}, but has no ceiling in any year", "add `ceilings:` — the most that it can give in each year"),
    uk=(
        "джерело {source} оплачує {amount}, але не має межі на жоден рік",
        "додайте `ceilings:` — найбільше, що воно може дати в кожному році",
    ),
)
def budget_source_without_ceilings(plan: Plan) -> Iterator[Finding]:
    """A public budget pays for the plan without any ceiling.

    ## Why this matters
    Without ceilings nobody can see whether the plan fits into the budget.

    ## What to do
    Ask the finance office for the most that the budget can give in each year.
    ---
    Бюджет оплачує план без жодної межі.

    ## Чому це важливо
    Без меж неможливо побачити, чи план уміщається в бюджет.

    ## Що робити
    Дізнайтеся у фінансовому управлінні, скільки щонайбільше бюджет може дати щороку.
    """
    paid = plan.budget.total_by(by_source)
    for source in plan.strategy.sources.values():
        amount = paid.get(source.id, ZERO)
        if amount and not source.ceilings and is_public(source):
            yield Finding(plan.strategy.span(source, "id"), {"source": source.id, "amount": amount})
