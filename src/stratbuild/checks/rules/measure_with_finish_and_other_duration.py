from collections.abc import Iterator
from datetime import date

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.quantity import Duration, PlanDate, Refusal, Workdays


@rule(
    "SB330",
    en=(
        "{measure} has the finish {finish}, but {duration} from {start} end on {end}",
        "keep one of the two, `finish` or `duration`",
    ),
    uk=(
        "для заходу {measure} вказано завершення {finish}, а тривалість {duration} від {start} закінчується {end}",
        "залиште одне з двох: `finish` або `duration`",
    ),
)
def measure_with_finish_and_other_duration(plan: Plan) -> Iterator[Finding]:
    """A measure says both when it ends and how long it takes, and the two disagree.

    The finish counts for the plan. Where the dates are coarse, the two disagree only if no day of
    the start and no day of the finish fit the duration.

    ## Why this matters
    One of the two was changed later and the other forgotten; the papers would print both.

    ## What to do
    Delete the one that is out of date.
    ---
    Сказано і коли захід завершується, і скільки він триває, але одне суперечить іншому.

    Для плану діє завершення. Якщо дати грубі, суперечність є лише тоді, коли тривалості не відповідає
    жоден день початку й завершення.

    ## Чому це важливо
    Одне з двох змінили пізніше, а про друге забули; у документах стояло б і те, і те.

    ## Що робити
    Видаліть те, що застаріло.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        start, finish, duration = measure.start, measure.finish, measure.duration
        if start is None or finish is None or duration is None or finish.last < start.first:
            continue
        earliest, latest = _ends(start, duration, plan.workdays)
        if finish.last < earliest or finish.first > latest:
            related = Related(strategy.span(measure, "finish"), {"en": "the measure's finish", "uk": "завершення заходу"})
            facts = {
                "measure": measure.id,
                "finish": finish.last,
                "duration": duration,
                "start": start.first,
                "end": earliest,
            }
            yield Finding(strategy.span(measure, "duration"), facts, (related,))


def _ends(start: PlanDate, duration: Duration, workdays: Workdays) -> tuple[date, date]:
    """The first and the last day on which something of this duration can end."""
    try:
        return duration.last_day_from(start.first, workdays), duration.last_day_from(start.last, workdays)
    except Refusal:
        return date.max, date.max
