from collections.abc import Iterator
from datetime import date, timedelta

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import Duration, Refusal
from stratbuild.schema.measure import Measure


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
        if measure.duration is None or measure.finish is not None or measure.id in plan.windows:
            continue
        start = _start_as_led_to(plan, measure) if measure.start is None else measure.start.first
        if start is not None and not _finds_no_workday(plan, measure.duration, start):
            facts = {"measure": measure.id, "start": start, "duration": measure.duration}
            yield Finding(plan.strategy.span(measure, "duration"), facts)


def _finds_no_workday(plan: Plan, duration: Duration, start: date) -> bool:
    """Whether it is the days off that hinder, which have a finding of their own."""
    try:
        duration.last_day_from(start, plan.workdays)
    except Refusal as refusal:
        return refusal.reason == "calendar_without_workdays"
    return False


def _start_as_led_to(plan: Plan, measure: Measure) -> date | None:
    """The day on which a measure could begin if the calendar went on; none where it is not the calendar that hinders."""
    node = plan.network.nodes.get(measure.id)
    links = plan.network.incoming.get(measure.id, ())
    if node is None or any(link.before not in plan.timing for link in links):
        return None
    starts = [] if node.floor is None else [date.fromordinal(node.floor)]
    return max([*starts, *(plan.timing[link.before].last + timedelta(days=1) for link in links)])
