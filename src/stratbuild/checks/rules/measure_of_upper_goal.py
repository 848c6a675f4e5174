from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB312",
    severity=Severity.WARNING,
    en=(
        "{measure} hangs on {goal}, but that goal is divided into {subgoals}",
        "name one of the goals below it, or add one for this measure",
    ),
    uk=(
        "захід {measure} прив’язано до цілі {goal}, але її поділено на {subgoals}",
        "назвіть одну з нижчих цілей або додайте для заходу нову",
    ),
)
def measure_of_upper_goal(plan: Plan) -> Iterator[Finding]:
    """A measure hangs on a goal that is divided into lower goals.

    ## Why this matters
    Printed numbers mix goals and measures on one level (1.1 is a goal, 1.2 a measure), and sums by
    lower goals no longer add up to that of the upper one.

    ## What to do
    Give the measure the lower goal that it serves. If it serves all of them, a lower goal of its own,
    such as "organisation and support", keeps the tree even.
    ---
    Захід прив’язано до цілі, яку поділено на нижчі цілі.

    ## Чому це важливо
    У друкованих номерах на одному рівні опиняються ціль (1.1) і захід (1.2), а суми за нижчими цілями
    вже не складаються в суму вищої.

    ## Що робити
    Вкажіть для заходу ту нижчу ціль, якій він служить. Якщо він служить усім, додайте окрему нижчу
    ціль, наприклад «організація та супровід».
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        subgoals = plan.coverage.subgoals[measure.goal]
        if subgoals:
            related = Related(strategy.span(subgoals[0], "parent"), {"en": "a goal below it", "uk": "нижча ціль"})
            facts = {"measure": measure.id, "goal": measure.goal, "subgoals": tuple(goal.id for goal in subgoals)}
            yield Finding(strategy.span(measure, "goal"), facts, (related,))
