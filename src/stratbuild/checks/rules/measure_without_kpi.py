from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB323",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("measures.kpis",),
    en=(
        "{measure} moves no indicator, while its goal {goal} has {indicators}",
        "name in `kpis` the indicator that shows whether the measure works",
    ),
    uk=(
        "захід {measure} не впливає на жоден показник, а його ціль {goal} має показників: {indicators}",
        "назвіть у полі `kpis` показник, за яким видно, чи захід діє",
    ),
)
def measure_without_kpi(plan: Plan) -> Iterator[Finding]:
    """A measure names no indicator that it moves.

    A part of a larger measure is measured with it, and the larger one by its parts: one of them is
    enough.

    ## Why this matters
    The programme's table of measures has a column for the indicator. Without one a report can only say
    that the money was spent.

    ## What to do
    Name an indicator of the measure's goal in `kpis`, or write a new one. For organisational work a
    simple count will do: documents adopted, people trained.
    ---
    Захід не називає показника, на який він впливає.

    Частину більшого заходу вимірюють разом із ним, а більший захід — за його частинами: досить одного.

    ## Чому це важливо
    У таблиці заходів програми є графа для показника. Без нього у звіті можна сказати лише те, що кошти
    витрачено.

    ## Що робити
    Назвіть у полі `kpis` показник цілі цього заходу або запишіть новий. Для організаційної роботи
    досить простого підрахунку: ухвалених документів, навчених людей.
    """
    measures = plan.strategy.measures
    measured_by_parts = {measure.part_of for measure in measures.values() if measure.kpis}
    for measure in measures.values():
        in_whole = measure.part_of is not None and bool(measures[measure.part_of].kpis)
        if not measure.kpis and not in_whole and measure.id not in measured_by_parts:
            facts = {"measure": measure.id, "goal": measure.goal, "indicators": len(plan.coverage.kpis_of_goal[measure.goal])}
            yield Finding(plan.strategy.span(measure, "id"), facts)
