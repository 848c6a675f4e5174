from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB313",
    severity=Severity.NOTE,
    en=(
        "{subgoal} is the only goal below {goal}",
        "divide {goal} into at least two goals, or join the two levels into one goal",
    ),
    uk=(
        "{subgoal} — єдина ціль під ціллю {goal}",
        "поділіть {goal} щонайменше на дві цілі або об’єднайте два рівні в одну ціль",
    ),
)
def goal_with_single_subgoal(plan: Plan) -> Iterator[Finding]:
    """A goal is divided into one single goal.

    ## Why this matters
    A level with one entry says the same thing twice, and readers look for the missing 1.2.

    ## What to do
    Either something is missing beside the single goal, or the two goals are one. This is only a note:
    a strategy may have its reason.
    ---
    Ціль поділено на одну-єдину ціль.

    ## Чому це важливо
    Рівень з одним пунктом двічі каже те саме, і читач шукає відсутній пункт 1.2.

    ## Що робити
    Або поруч із єдиною ціллю чогось бракує, або ці дві цілі — одна. Це лише зауваження: у стратегії
    може бути на те причина.
    """
    strategy = plan.strategy
    for goal in strategy.goals.values():
        subgoals = plan.coverage.subgoals[goal.id]
        if len(subgoals) == 1:
            related = Related(strategy.span(goal, "id"), {"en": "the goal above", "uk": "вища ціль"})
            yield Finding(strategy.span(subgoals[0], "parent"), {"goal": goal.id, "subgoal": subgoals[0].id}, (related,))
