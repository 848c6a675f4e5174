from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB331",
    en=(
        "{measure} starts on {start} and takes {duration}: it would end after the year 9999",
        "check the number and the unit of the duration",
    ),
    uk=(
        "захід {measure} починається {start} і триває {duration}: він завершився б після 9999 року",
        "перевірте число й одиницю тривалості",
    ),
)
def measure_beyond_calendar(plan: Plan) -> Iterator[Finding]:
    """A measure lasts so long that the calendar ends before it.

    ## Why this matters
    The measure gets no dates at all, so that neither the chart nor any check can show it.

    ## What to do
    Look at the unit: `9000 years` was probably meant to be days.
    ---
    Захід триває так довго, що календар закінчується раніше.

    ## Чому це важливо
    Захід не отримує жодних дат, і його не показують ні графік, ні перевірки.

    ## Що робити
    Погляньте на одиницю: замість `9000 років`, імовірно, мали на увазі дні.
    """
    for measure in plan.strategy.measures.values():
        start, duration = measure.start, measure.duration
        if start is not None and duration is not None and measure.finish is None and measure.id not in plan.windows:
            facts = {"measure": measure.id, "start": start.first, "duration": duration}
            yield Finding(plan.strategy.span(measure, "duration"), facts)
