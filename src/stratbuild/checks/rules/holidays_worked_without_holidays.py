from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB373",
    severity=Severity.NOTE,
    en=("`holidays_worked` is set, but the calendar names no holidays", "add `holidays: ukraine`, or delete the line"),
    uk=("`holidays_worked` увімкнено, але календар не називає жодних свят", "додайте `holidays: ukraine` або видаліть рядок"),
)
def holidays_worked_without_holidays(plan: Plan) -> Iterator[Finding]:
    """The calendar says that holidays are worked, and has no holidays.

    ## Why this matters
    Nothing changes by it, today or when martial law ends: the holidays that are then to be kept are
    not known.

    ## What to do
    Name the holidays: `holidays: ukraine`. As long as they are worked, the line `holidays_worked`
    stays.
    ---
    Календар каже, що у свята працюють, але свят у ньому немає.

    ## Чому це важливо
    Від цього нічого не змінюється ні тепер, ні після скасування воєнного стану: свята, яких тоді
    слід дотримуватися, не відомі.

    ## Що робити
    Назвіть свята: `holidays: ukraine`. Поки в них працюють, рядок `holidays_worked` лишається.
    """
    calendar = plan.strategy.settings.calendar
    if calendar.holidays_worked and calendar.holidays is None:
        yield Finding(plan.strategy.span(plan.strategy.settings, "calendar", "holidays_worked"))
