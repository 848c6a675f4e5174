from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB329",
    en=("{measure} ends on {finish}, before it starts on {start}", "change one of the two dates; they may be exchanged"),
    uk=(
        "захід {measure} завершується {finish}, тобто раніше, ніж починається ({start})",
        "змініть одну з дат: можливо, їх переставлено місцями",
    ),
)
def measure_finish_before_start(plan: Plan) -> Iterator[Finding]:
    """A measure's finish comes before its start.

    ## Why this matters
    Such a measure is in no year, in no row of the chart, and nothing can wait for it.

    ## What to do
    Look at both dates: most often they are exchanged, or one year is mistyped.
    ---
    Завершення заходу передує його початку.

    ## Чому це важливо
    Такого заходу немає ні в жодному році, ні на графіку, і на нього не може чекати інший захід.

    ## Що робити
    Погляньте на обидві дати: найчастіше їх переставлено місцями або помилилися в році.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        if measure.start is not None and measure.finish is not None and measure.finish.last < measure.start.first:
            related = Related(strategy.span(measure, "start"), {"en": "the measure's start", "uk": "початок заходу"})
            facts = {"measure": measure.id, "start": measure.start.first, "finish": measure.finish.last}
            yield Finding(strategy.span(measure, "finish"), facts, (related,))
