from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB324",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("measures.result",),
    en=(
        "{measure} does not say what comes of it; its budget is {money}",
        "write `result:` — what will exist or be different afterwards",
    ),
    uk=(
        "не сказано, що дасть захід {measure}; його бюджет — {money}",
        "впишіть `result:` — що з’явиться або зміниться після заходу",
    ),
)
def measure_without_result(plan: Plan) -> Iterator[Finding]:
    """A measure has no expected result.

    ## Why this matters
    Every form of a programme's measures ends in the column "expected result". It is what the council
    buys with the money, and what the report is held against.

    ## What to do
    Write in one line what will be there afterwards: how many places, people, services.
    ---
    Захід не має очікуваного результату.

    ## Чому це важливо
    Кожна форма переліку заходів програми завершується графою «Очікуваний результат». Це те, що рада
    отримує за ці кошти і з чим звіряють звіт.

    ## Що робити
    Одним рядком напишіть, що буде після заходу: скільки місць, людей, послуг.
    """
    for measure in plan.strategy.measures.values():
        if measure.result is None:
            lines = plan.coverage.lines_of_measure[measure.id]
            money = Money.total(plan.budget.total_of_line(line.id) for line in lines)
            yield Finding(plan.strategy.span(measure, "id"), {"measure": measure.id, "money": money})
