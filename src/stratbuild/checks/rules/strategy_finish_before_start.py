from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB302",
    en=("the strategy ends on {finish}, before it starts on {start}", "change one of the two dates; they may be exchanged"),
    uk=(
        "стратегія завершується {finish}, тобто раніше, ніж починається ({start})",
        "змініть одну з дат: можливо, їх переставлено місцями",
    ),
)
def strategy_finish_before_start(plan: Plan) -> Iterator[Finding]:
    """The strategy's last day comes before its first.

    ## Why this matters
    Every measure, target and sum is held against the strategy's period; with dates the wrong way round
    nothing can lie inside it.

    ## What to do
    Look at both dates: most often they are exchanged, or one year is mistyped.

    ## Example
        strategy:
          period: {start: 2027-01-01, finish: 2025-12-31}
    ---
    Останній день стратегії передує її першому дню.

    ## Чому це важливо
    З періодом стратегії порівнюють кожен захід, кожен цільовий показник і кожну суму; якщо дати
    переставлено, у період не потрапляє нічого.

    ## Що робити
    Погляньте на обидві дати: найчастіше їх переставлено місцями або помилилися в році.

    ## Приклад
        strategy:
          period: {start: 2027-01-01, finish: 2025-12-31}
    """
    settings = plan.strategy.settings
    period = settings.period
    if period.finish.last < period.start.first:
        related = Related(
            plan.strategy.span(settings, "period", "start"), {"en": "the strategy's start", "uk": "початок стратегії"}
        )
        facts = {"start": period.start.first, "finish": period.finish.last}
        yield Finding(plan.strategy.span(settings, "period", "finish"), facts, (related,))
