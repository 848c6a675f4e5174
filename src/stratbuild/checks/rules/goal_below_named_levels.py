from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB314",
    en=(
        "{goal} stands on level {level}, but the levels that goal_levels names are {named}",
        "add the name of the level to goal_levels, or give the goal a parent of a higher level",
    ),
    uk=(
        "ціль {goal} стоїть на рівні {level}, а рівнів у goal_levels названо {named}",
        "додайте назву рівня в goal_levels або підпорядкуйте ціль цілі вищого рівня",
    ),
)
def goal_below_named_levels(plan: Plan) -> Iterator[Finding]:
    """A goal stands deeper in the tree than the levels that the strategy names.

    ## Why this matters
    The papers print what a level is called ("operational goal"); for this one there is no name.

    ## What to do
    Look at the goal's parent: it is often the neighbour that was meant. If the level is wanted, name it
    in `goal_levels`.

    ## Example
        strategy:
          goal_levels: [Стратегічна ціль, Операційна ціль]
        goals:
          - {id: G-INFRA, …}
          - {id: G-NET, parent: G-INFRA, …}
          - {id: G-WIFI, parent: G-NET, …}       # a third level
    ---
    Ціль стоїть у дереві глибше, ніж рівні, які називає стратегія.

    ## Чому це важливо
    У документах друкується назва рівня («операційна ціль»); для цього рівня назви немає.

    ## Що робити
    Погляньте, якій цілі її підпорядковано: часто мали на увазі сусідню. Якщо рівень потрібен, назвіть
    його в `goal_levels`.

    ## Приклад
        strategy:
          goal_levels: [Стратегічна ціль, Операційна ціль]
        goals:
          - {id: G-INFRA, …}
          - {id: G-NET, parent: G-INFRA, …}
          - {id: G-WIFI, parent: G-NET, …}       # третій рівень
    """
    strategy = plan.strategy
    named = len(strategy.settings.goal_levels)
    for goal in strategy.goals.values():
        if named and plan.coverage.levels[goal.id] == named:
            related = Related(
                strategy.span(strategy.settings, "goal_levels", key=True), {"en": "the names of the levels", "uk": "назви рівнів"}
            )
            way = "parent" if goal.parent is not None else "id"
            yield Finding(strategy.span(goal, way), {"goal": goal.id, "level": named + 1, "named": named}, (related,))
