from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_SATURDAY = 5


@rule(
    "SB372",
    severity=Severity.NOTE,
    en=(
        "{day} in `{field}` changes nothing: the day is like that anyway",
        "check the day; a moved day needs two entries, one in `days_off` and one in `days_worked`",
    ),
    uk=(
        "{day} у `{field}` нічого не змінює: цей день і так такий",
        "перевірте день; перенесення потребує двох записів: у `days_off` та в `days_worked`",
    ),
)
def calendar_day_that_changes_nothing(plan: Plan) -> Iterator[Finding]:
    """A day off is a weekend anyway, or a day worked is a working day anyway.

    ## Why this matters
    Whoever wrote it meant another day, most often that of another year, and that other day is still
    counted wrongly.

    ## What to do
    Look at a calendar of that year. A day that stands in both lists is worked.
    ---
    Вихідний, який і так припадає на суботу чи неділю, або робочий день, який і так робочий.

    ## Чому це важливо
    Мали на увазі інший день, найчастіше іншого року, і той інший день досі рахується неправильно.

    ## Що робити
    Погляньте на календар того року. День, який стоїть в обох списках, робочий.
    """
    strategy, calendar = plan.strategy, plan.strategy.settings.calendar
    for field, days in (("days_off", calendar.days_off), ("days_worked", calendar.days_worked)):
        for place, day in enumerate(days):
            is_weekend = day.weekday() >= _SATURDAY
            changes = not is_weekend if field == "days_off" else is_weekend or day in plan.workdays.off
            if not changes or (field == "days_off" and day in calendar.days_worked):
                span = strategy.span(strategy.settings, "calendar", field, place)
                yield Finding(span, {"day": day, "field": field})
