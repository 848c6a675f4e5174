from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB304",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("measures",),
    en=(
        "the strategy has goals ({goals}) and no measures",
        "begin a list `measures:` in any file: {{id: M-WIFI, goal: …, title: …}}",
    ),
    uk=(
        "у стратегії є цілі (кількість: {goals}), але немає жодного заходу",
        "почніть у будь-якому файлі список `measures:`: {{id: M-WIFI, goal: …, title: …}}",
    ),
)
def strategy_without_measures(plan: Plan) -> Iterator[Finding]:
    """The strategy has goals, but nothing is to be done for any of them.

    ## Why this matters
    Goals without measures are a wish: there is no plan, no budget and nobody who answers for it.

    ## What to do
    Write down what is to be done for each goal of the lowest level, in a list `measures:`.
    ---
    У стратегії є цілі, але для жодної з них нічого не заплановано.

    ## Чому це важливо
    Цілі без заходів — це побажання: немає ні плану, ні бюджету, ні відповідальних.

    ## Що робити
    Запишіть у списку `measures:`, що буде зроблено для кожної цілі найнижчого рівня.
    """
    if plan.strategy.goals and not plan.strategy.measures:
        yield Finding(plan.strategy.span(plan.strategy.settings), {"goals": len(plan.strategy.goals)})
