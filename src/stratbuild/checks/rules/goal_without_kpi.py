from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB311",
    severity=DEMANDED_FROM_CONSULTATION,
    en=(
        "nobody can see whether {goal} is reached: no indicator belongs to it, and its measures ({measures}) move none",
        "write an indicator with `goal: {goal}`, or name one in `kpis` of a measure",
    ),
    uk=(
        "неможливо побачити, чи досягнуто цілі {goal}: вона не має показника, і її заходи (кількість: {measures}) жодного не змінюють",
        "запишіть показник із `goal: {goal}` або назвіть показник у полі `kpis` заходу",
    ),
)
def goal_without_kpi(plan: Plan) -> Iterator[Finding]:
    """A goal of the lowest level has no indicator, neither of its own nor through its measures.

    ## Why this matters
    A goal that is not measured can be neither reached nor missed; the progress report has nothing to
    say about it.

    ## What to do
    Write an indicator for the goal: what is counted, the value now, the value wanted in each year.
    ---
    Ціль найнижчого рівня не має показника — ні власного, ні через свої заходи.

    ## Чому це важливо
    Ціль, яку не вимірюють, неможливо ні досягти, ні не досягти; у звіті про виконання про неї нема
    чого сказати.

    ## Що робити
    Запишіть показник цілі: що рахують, яке значення тепер і яке потрібне в кожному році.
    """
    coverage = plan.coverage
    for goal in plan.strategy.goals.values():
        if coverage.subgoals[goal.id] or coverage.kpis_of_goal[goal.id]:
            continue
        measures = coverage.measures_of_goal[goal.id]
        if not any(measure.kpis for measure in measures):
            yield Finding(plan.strategy.span(goal, "id"), {"goal": goal.id, "measures": len(measures)})
