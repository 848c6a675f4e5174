from collections.abc import Iterator

from stratbuild.checks.actuals import actual_days
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB369",
    en=(
        "{item} has the actual day {day}, but actual dates are known up to {status}",
        "correct the day, or `status_on` in the strategy's settings",
    ),
    uk=(
        "для {item} записано справжній день {day}, а справжні дати відомі до {status}",
        "виправте день або `status_on` у налаштуваннях стратегії",
    ),
)
def actual_in_the_future(plan: Plan) -> Iterator[Finding]:
    """An actual day lies after the day up to which actual dates are written down.

    ## Why this matters
    What has not happened yet would be frozen as if it had, and no new plan would move it.

    ## What to do
    If the day is a plan, write it as `start` or `finish`. If it has really come, move `status_on`.
    ---
    Справжній день пізніший за день, до якого записано справжні дати.

    ## Чому це важливо
    Те, чого ще не було, стало б незмінним, ніби воно вже сталося, і жоден новий план його не
    перенесе.

    ## Що робити
    Якщо це намір, впишіть його як `start` або `finish`. Якщо день справді настав, перенесіть
    `status_on`.
    """
    strategy = plan.strategy
    status = strategy.settings.status_on
    if status is None:
        return
    for item, way, day in actual_days(strategy):
        if day > status:
            related = Related(
                strategy.span(strategy.settings, "status_on"), {"en": "known up to here", "uk": "відомо до цього дня"}
            )
            yield Finding(strategy.span(item, *way), {"item": item.id, "day": day, "status": status}, (related,))
