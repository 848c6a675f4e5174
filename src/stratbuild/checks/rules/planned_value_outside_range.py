from collections.abc import Iterator

from stratbuild.checks.ranges import is_above, ranges, shown
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB375",
    severity=Severity.WARNING,
    en=(
        "what is planned for {item}, {planned}, lies outside its range in `{field}`: from {low} to {high}",
        "correct the range, or plan what is thought possible",
    ),
    uk=(
        "заплановане для {item} — {planned} — лежить поза межами в `{field}`: {low} – {high}",
        "виправте межі або заплануйте те, що вважаєте можливим",
    ),
)
def planned_value_outside_range(plan: Plan) -> Iterator[Finding]:
    """What is planned is held to be impossible by the range around it.

    ## Why this matters
    The papers would promise a cost or a duration that by the strategy's own estimate will not come
    true.

    ## What to do
    Plan the most probable value. If the gap is meant, for example because all estimates of this
    class have been too low so far, leave it: this is a warning.
    ---
    Заплановане за власною оцінкою неможливе: воно лежить поза межами.

    ## Чому це важливо
    Документи обіцяли б вартість або тривалість, яка за оцінкою самої стратегії не справдиться.

    ## Що робити
    Заплануйте найімовірніше значення. Якщо так і задумано, наприклад бо всі оцінки цього класу досі
    були занижені, лишіть як є: це попередження.
    """
    for one in ranges(plan):
        low, high = one.values[0][1], one.values[2][1]
        if one.planned is None or one.likely is None or low is None or high is None:
            continue
        if is_above(plan, low, one.planned) or is_above(plan, one.planned, high):
            facts = {
                "item": one.item.id,
                "planned": shown(one.planned),
                "field": one.field,
                "low": shown(low),
                "high": shown(high),
            }
            yield Finding(plan.strategy.span(one.item, one.field), facts)
