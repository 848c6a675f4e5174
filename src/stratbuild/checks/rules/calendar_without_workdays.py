from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import LONGEST_BREAK


@rule(
    "SB318",
    en=("no day from {first} to {last} is worked", "check `days_off`: the list names more than a year without a break"),
    uk=("від {first} до {last} немає жодного робочого дня", "перевірте `days_off`: список охоплює понад рік без перерви"),
)
def calendar_without_workdays(plan: Plan) -> Iterator[Finding]:
    """The calendar has no working day for longer than a year.

    ## Why this matters
    What is counted in working days never begins and never ends: such measures get no dates.

    ## What to do
    Check the days off in the calendar of the strategy; usually such a list was made by a program.
    ---
    У календарі понад рік немає жодного робочого дня.

    ## Чому це важливо
    Те, що рахують у робочих днях, не починається й не завершується: такі заходи не отримують дат.

    ## Що робити
    Перевірте неробочі дні в календарі стратегії; зазвичай такий список склала програма.
    """
    strategy, calendar = plan.strategy, plan.strategy.settings.calendar
    for first, last in _breaks(plan, sorted(calendar.days_off)):
        if (last - first).days + 1 >= LONGEST_BREAK:
            yield Finding(strategy.span(strategy.settings, "calendar", "days_off"), {"first": first, "last": last})


def _breaks(plan: Plan, off: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Every stretch of days, from one day off to another, of which none is worked."""
    if not off:
        return
    begin = last = off[0]
    for day in off[1:]:
        if any(plan.workdays.is_worked(last + timedelta(days=step)) for step in range(1, min((day - last).days, 8))):
            yield begin, last
            begin = day
        last = day
    yield begin, last
