from collections.abc import Iterator

from stratbuild.checks.dates import earliest_end, field_of_end, latest_start, plain_predecessors
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB333",
    severity=Severity.NOTE,
    en=(
        "{measure} waits for {predecessor}: as written, it can start on {start}, while the other can last until {end}",
        "write finer dates, for example the month in which one ends and the other begins",
    ),
    uk=(
        "захід {measure} чекає на {predecessor}: за написаним він може початися {start}, а той — тривати до {end}",
        "уточніть дати, наприклад місяць, у якому один завершується, а другий починається",
    ),
)
def measure_dates_too_coarse_for_order(plan: Plan) -> Iterator[Finding]:
    """The dates of two measures are too coarse to show that one follows the other.

    ## Why this matters
    Both say, for example, `2026`. The order is kept, but in the chart the two run side by side, and
    nobody sees when the second may begin.

    ## What to do
    Nothing, while the plan is this coarse. As soon as more is known, write a quarter or a month.
    ---
    Дати двох заходів надто грубі, щоб показати, що один іде після другого.

    ## Чому це важливо
    В обох сказано, наприклад, `2026`. Порядок збережено, але на графіку вони йдуть поруч, і не видно,
    коли може початися другий.

    ## Що робити
    Нічого, поки план такий грубий. Щойно відомо більше, впишіть квартал або місяць.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        window, start = plan.windows.get(measure.id), latest_start(plan, measure)
        if window is None or start is None:
            continue
        for predecessor in plain_predecessors(strategy, measure):
            other, end = plan.windows.get(predecessor.id), earliest_end(predecessor, plan.workdays)
            if other is not None and end is not None and end < start and window.first <= other.last:
                place = field_of_end(predecessor)
                related = Related(strategy.span(predecessor, place), {"en": "the end of the other", "uk": "завершення іншого"})
                facts = {"measure": measure.id, "predecessor": predecessor.id, "start": window.first, "end": other.last}
                yield Finding(strategy.span(measure, "start"), facts, (related,))
