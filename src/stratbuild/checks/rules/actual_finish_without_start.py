from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB371",
    severity=Severity.NOTE,
    en=(
        "{measure} really ended on {finish}, but nobody has written when it began",
        "add the day on which it began to `actual:`, as `start:`",
    ),
    uk=(
        "захід {measure} насправді завершено {finish}, а коли почато, не записано",
        "додайте до `actual:` день початку — `start:`",
    ),
)
def actual_finish_without_start(plan: Plan) -> Iterator[Finding]:
    """A measure is over, and its actual start is not written down.

    ## Why this matters
    How long it really took cannot be told, and the next estimates cannot learn from it.

    ## What to do
    Take the day from the contract or the order that began the work.
    ---
    Захід завершено, а його справжнього початку не записано.

    ## Чому це важливо
    Не видно, скільки він тривав насправді, і наступним оцінкам немає з чого вчитися.

    ## Що робити
    Візьміть день із договору або розпорядження, яким розпочато роботу.
    """
    for measure in plan.strategy.measures.values():
        actual = measure.actual
        if actual is not None and actual.finish is not None and actual.start is None:
            facts = {"measure": measure.id, "finish": actual.finish}
            yield Finding(plan.strategy.span(measure, "actual", "finish"), facts)
