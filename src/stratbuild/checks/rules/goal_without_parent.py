from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB315",
    severity=Severity.WARNING,
    en=(
        "{goal} has neither a parent nor goals below it, but the goals have {levels} levels: {names}",
        "name its parent, or write the goals that it is divided into",
    ),
    uk=(
        "ціль {goal} не має ні вищої цілі, ні нижчих, а рівнів цілей {levels}: {names}",
        "назвіть її вищу ціль у полі `parent` або запишіть цілі, на які вона поділяється",
    ),
)
def goal_without_parent(plan: Plan) -> Iterator[Finding]:
    """A goal stands outside the tree: it is part of no goal and no goal is part of it.

    The rule looks at strategies whose `goal_levels` name at least two levels.

    ## Why this matters
    An operational goal without its strategic one is printed as a strategic goal, with a chapter and a
    number of its own.

    ## What to do
    Write `parent:` with the id of the goal above. If it is a goal of the highest level, write the goals
    that it is divided into.
    ---
    Ціль стоїть поза деревом: вона не входить до жодної цілі, і жодна ціль не входить до неї.

    Правило стосується стратегій, у яких `goal_levels` називає щонайменше два рівні.

    ## Чому це важливо
    Операційна ціль без своєї стратегічної друкується як стратегічна — з власним розділом і номером.

    ## Що робити
    Впишіть `parent:` з ідентифікатором вищої цілі. Якщо це ціль найвищого рівня, запишіть цілі, на які
    вона поділяється.
    """
    strategy = plan.strategy
    levels = strategy.settings.goal_levels
    if len(levels) < 2:
        return
    for goal in plan.coverage.top_goals:
        if not plan.coverage.subgoals[goal.id]:
            names = tuple(strategy.text(name) for name in levels)
            yield Finding(strategy.span(goal, "id"), {"goal": goal.id, "levels": len(levels), "names": names})
