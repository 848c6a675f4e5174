from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB327",
    en=(
        "{measure} starts on {start}, before the strategy does on {first}",
        "let the measure start within the strategy's period, or let the strategy start earlier",
    ),
    uk=(
        "захід {measure} починається {start}, раніше, ніж стратегія ({first})",
        "почніть захід у межах періоду стратегії або почніть раніше саму стратегію",
    ),
)
def measure_before_strategy_starts(plan: Plan) -> Iterator[Finding]:
    """A measure starts before the strategy.

    ## Why this matters
    What lies before the period is not the strategy's to decide, and its money is in no table of the
    papers.

    ## What to do
    Check the year. Of work that goes on already, plan only what falls into the period: let it start on
    the strategy's first day.
    ---
    Захід починається раніше, ніж стратегія.

    ## Чому це важливо
    Те, що передує періоду, стратегія не вирішує, і кошти на це не потрапляють до жодної таблиці.

    ## Що робити
    Перевірте рік. З роботи, яка вже триває, плануйте лише те, що припадає на період: нехай вона
    починається першого дня стратегії.
    """
    strategy = plan.strategy
    first = plan.period.first
    for measure in strategy.measures.values():
        if measure.start is not None and measure.start.first < first:
            related = Related(
                strategy.span(strategy.settings, "period", "start"), {"en": "the strategy's start", "uk": "початок стратегії"}
            )
            facts = {"measure": measure.id, "start": measure.start.first, "first": first}
            yield Finding(strategy.span(measure, "start"), facts, (related,))
