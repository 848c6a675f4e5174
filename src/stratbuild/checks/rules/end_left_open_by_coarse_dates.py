from collections.abc import Iterator
from datetime import date

from stratbuild.checks.dates import earliest_spans, field_of_end
from stratbuild.checks.deadlines import chains, missed_deadlines, places_of_steps
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB342",
    severity=Severity.NOTE,
    en=(
        "{item} can last until {end} as planned, but has to be over on {last}",
        "write finer dates for it or for what it waits for: a quarter or a month instead of a year",
    ),
    uk=(
        "{item} за планом може тривати до {end}, а має завершитися {last}",
        "уточніть дати його самого або того, на що він чекає: квартал чи місяць замість року",
    ),
)
def end_left_open_by_coarse_dates(plan: Plan) -> Iterator[Finding]:
    """A deadline or the end of the strategy is kept only if coarse dates turn out well.

    ## Why this matters
    The chart shows an end that is too late, although nobody has said that it will be so late.

    ## What to do
    Nothing, while the plan is this coarse. As soon as more is known, write a quarter or a month
    where a year stands now.
    ---
    Граничного строку чи кінця стратегії буде дотримано, лише якщо грубі дати складуться вдало.

    ## Чому це важливо
    На графіку видно запізнення, хоча ніхто не казав, що завершення буде таким пізнім.

    ## Що робити
    Нічого, поки план такий грубий. Щойно відомо більше, впишіть квартал або місяць там, де тепер
    стоїть рік.
    """
    strategy, period = plan.strategy, plan.period
    for missed in missed_deadlines(plan):
        if not missed.is_certain:
            facts = {"item": missed.item.id, "end": missed.last, "last": missed.deadline.last}
            yield Finding(strategy.span(missed.item, "deadline"), facts, places_of_steps(plan, missed.shown_chain[:-1]))
    earliest, steps_to = earliest_spans(plan), chains(plan)
    for measure in strategy.measures.values():
        window, least = plan.windows.get(measure.id), earliest.get(measure.id)
        if measure.start is not None or window is None or least is None or window.last <= period.last:
            continue
        if date.fromordinal(least.end - 1) <= period.last:
            facts = {"item": measure.id, "end": window.last, "last": period.last}
            related = places_of_steps(plan, steps_to(measure.id)[:-1])
            yield Finding(strategy.span(measure, field_of_end(measure)), facts, related)
