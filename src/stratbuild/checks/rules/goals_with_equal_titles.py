from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.sameness import repeated
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB316",
    severity=Severity.WARNING,
    en=("{goal} has the same title as {first}", "say in each title what sets the two apart, or join them"),
    uk=("ціль {goal} має таку саму назву, як {first}", "покажіть у назвах, чим цілі різняться, або об’єднайте їх"),
)
def goals_with_equal_titles(plan: Plan) -> Iterator[Finding]:
    """Two goals have the same title; capitals, spaces and the kind of apostrophe do not count.

    ## Why this matters
    In the table of contents and in the council's discussion nobody can tell the two apart; one of them
    is often a copy that was meant to be changed.

    ## What to do
    Give each goal a title of its own, or keep one and move the measures of the other to it.
    ---
    Дві цілі мають однакову назву; великі літери, пробіли й вигляд апострофа не враховуються.

    ## Чому це важливо
    У змісті та під час обговорення в раді їх не відрізнити; часто одна з них — копія, яку забули
    змінити.

    ## Що робити
    Дайте кожній цілі власну назву або залиште одну й перенесіть до неї заходи другої.
    """
    strategy = plan.strategy
    for goal, first in repeated((strategy.text(goal.title), goal) for goal in strategy.goals.values()):
        related = Related(strategy.span(first, "title"), {"en": "the same title", "uk": "така сама назва"})
        yield Finding(strategy.span(goal, "title"), {"goal": goal.id, "first": first.id}, (related,))
