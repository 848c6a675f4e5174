from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB370",
    en=(
        "{measure} really ended on {finish}, before it really began on {start}",
        "change one of the two days; they may be exchanged",
    ),
    uk=(
        "захід {measure} насправді завершено {finish}, тобто раніше, ніж почато ({start})",
        "змініть один із днів: можливо, їх переставлено місцями",
    ),
)
def actual_finish_before_start(plan: Plan) -> Iterator[Finding]:
    """The actual finish of a measure comes before its actual start.

    ## Why this matters
    The measure would have taken less than no time, and the forecast of all that waits for it is
    reckoned from a wrong day.

    ## What to do
    Compare both days with the acts.
    ---
    Справжнє завершення заходу передує його справжньому початку.

    ## Чому це важливо
    Захід тривав би менше ніж нуль днів, а прогноз усього, що на нього чекає, рахувався б від
    хибного дня.

    ## Що робити
    Звірте обидва дні з актами.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        actual = measure.actual
        if actual is not None and actual.start is not None and actual.finish is not None and actual.finish < actual.start:
            related = Related(strategy.span(measure, "actual", "start"), {"en": "the actual start", "uk": "справжній початок"})
            facts = {"measure": measure.id, "finish": actual.finish, "start": actual.start}
            yield Finding(strategy.span(measure, "actual", "finish"), facts, (related,))
