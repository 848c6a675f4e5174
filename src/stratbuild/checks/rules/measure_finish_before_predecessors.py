from collections.abc import Iterator
from datetime import timedelta

from stratbuild.checks.dates import broken_links, field_of_end
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB345",
    en=(
        "{measure} has to end on {finish} and so to start by {start}, but {predecessor}, which it waits for, ends on {end} at the earliest",
        "let {measure} end later or take less time, let {predecessor} end earlier, or take it out of `after`",
    ),
    uk=(
        "захід {measure} має завершитися {finish}, тож початися не пізніше {start}, але {predecessor}, на який він чекає, завершується не раніше {end}",
        "завершіть {measure} пізніше чи скоротіть його, завершіть {predecessor} раніше або приберіть його з `after`",
    ),
)
def measure_finish_before_predecessors(plan: Plan) -> Iterator[Finding]:
    """A measure says when it ends, and there is no time left for it after what it waits for.

    Only what is certain is reported. Without a duration the measure is given a single day.

    ## Why this matters
    The finish would be promised in the papers, while the work cannot even have begun.

    ## What to do
    Move the finish, shorten one of the two measures, or write no finish: then the measure ends as
    soon as it can.
    ---
    Сказано, коли захід завершується, але після того, на що він чекає, часу на нього не лишається.

    Повідомляється лише про певне. Захід без тривалості вважається одноденним.

    ## Чому це важливо
    Документи обіцяли б завершення роботи, яка ще й початися не могла.

    ## Що робити
    Перенесіть завершення, скоротіть один із двох заходів або не пишіть завершення: тоді захід
    завершиться, щойно зможе.
    """
    strategy = plan.strategy
    for broken in broken_links(plan):
        measure, predecessor = strategy.measures.get(broken.link.after), strategy.measures.get(broken.link.before)
        if measure is None or predecessor is None or measure.finish is None or measure.start is not None:
            continue
        if broken.link.dependency.is_plain:
            place = strategy.span(predecessor, field_of_end(predecessor))
            facts = {
                "measure": measure.id,
                "finish": measure.finish.last,
                "start": broken.latest,
                "predecessor": predecessor.id,
                "end": broken.needed - timedelta(days=1),
            }
            related = Related(place, {"en": "the end of the other", "uk": "завершення іншого"})
            yield Finding(strategy.span(measure, "finish"), facts, (related,))
