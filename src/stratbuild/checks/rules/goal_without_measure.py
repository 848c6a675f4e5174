from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB310",
    severity=DEMANDED_FROM_CONSULTATION,
    en=(
        "nothing is done for {goal}: it has neither measures nor goals below it",
        "write a measure with `goal: {goal}`, divide the goal, or take it out",
    ),
    uk=(
        "для цілі {goal} нічого не робиться: у неї немає ні заходів, ні підпорядкованих цілей",
        "запишіть захід із `goal: {goal}`, поділіть ціль на нижчі або приберіть її",
    ),
)
def goal_without_measure(plan: Plan) -> Iterator[Finding]:
    """A goal of the lowest level has no measure.

    ## Why this matters
    The goal stands in the concept as a promise, and the plan has no row that would keep it.

    ## What to do
    Write down what is done for the goal, name the goal in an existing measure, or take the goal out.
    ---
    Ціль найнижчого рівня не має жодного заходу.

    ## Чому це важливо
    У концепції ціль звучить як обіцянка, а в плані немає рядка, який би її виконував.

    ## Що робити
    Запишіть, що робиться для цілі, назвіть її в наявному заході або приберіть ціль.
    """
    for goal in plan.strategy.goals.values():
        is_empty = not plan.coverage.subgoals[goal.id] and not plan.coverage.measures_of_goal[goal.id]
        if is_empty and plan.strategy.measures:
            yield Finding(plan.strategy.span(goal, "id"), {"goal": goal.id})
