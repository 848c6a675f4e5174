from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.clock import zone_of


@rule(
    "SB712",
    en=("there is no time zone {zone}", "name one as the database of zones does: `Europe/Kyiv`"),
    uk=("часового поясу {zone} немає", "назвіть його так, як у базі часових поясів: `Europe/Kyiv`"),
)
def time_zone_unknown(plan: Plan) -> Iterator[Finding]:
    """The time zone of the meetings is not one that is known.

    ## Why this matters
    Without the zone nobody can tell when an online meeting begins elsewhere, and calendars show a wrong
    hour.

    ## What to do
    Write the zone by continent and city: Europe/Kyiv.
    ---
    Часового поясу засідань програма не знає.

    ## Чому це важливо
    Без поясу не зрозуміло, коли онлайн-засідання починається деінде, і календарі покажуть не ту годину.

    ## Що робити
    Напишіть пояс за континентом і містом: Europe/Kyiv.
    """
    if zone_of(plan.strategy) is None:
        settings = plan.strategy.settings
        yield Finding(plan.strategy.span(settings, "time_zone"), {"zone": settings.time_zone})
