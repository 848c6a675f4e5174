from collections.abc import Iterator
from datetime import date

from stratbuild.checks.dates import earliest_spans, field_of_end
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB328",
    en=(
        "{measure} ends on {end}, after the strategy does on {last}",
        "let the measure end within the strategy's period, divide it, or let the strategy last longer",
    ),
    uk=(
        "захід {measure} завершується {end}, пізніше, ніж стратегія ({last})",
        "завершіть захід у межах періоду стратегії, поділіть його або продовжте стратегію",
    ),
)
def measure_after_strategy_ends(plan: Plan) -> Iterator[Finding]:
    """A measure ends after the strategy.

    ## Why this matters
    The council decides about the period in the title, and the three-year programme cannot pay for what
    comes later; years outside the period have been found in adopted programmes and sent them back.

    ## What to do
    Check the year and the duration. Work that goes on afterwards is divided: what is done within the
    period stays, the rest belongs to the next strategy.
    ---
    Захід завершується пізніше, ніж стратегія.

    ## Чому це важливо
    Рада вирішує про період, названий у заголовку, а трирічна програма не може оплатити того, що буде
    пізніше; через роки поза періодом програми повертали на доопрацювання.

    ## Що робити
    Перевірте рік і тривалість. Роботу, яка триватиме й далі, поділіть: зроблене в межах періоду
    лишається, решта належить наступній стратегії.
    """
    strategy = plan.strategy
    last = strategy.settings.period.finish.last
    if last < strategy.settings.period.start.first:
        return
    earliest = earliest_spans(plan)
    for measure in strategy.measures.values():
        window, least = plan.windows.get(measure.id), earliest.get(measure.id)
        # Where only the coarse dates of what it waits for lead it out of the period, nothing is certain.
        is_open = measure.start is None and least is not None and date.fromordinal(least.end - 1) <= last
        if window is not None and window.last > last and not is_open:
            related = Related(
                strategy.span(strategy.settings, "period", "finish"), {"en": "the strategy's end", "uk": "кінець стратегії"}
            )
            facts = {"measure": measure.id, "end": window.last, "last": last}
            yield Finding(strategy.span(measure, field_of_end(measure)), facts, (related,))
