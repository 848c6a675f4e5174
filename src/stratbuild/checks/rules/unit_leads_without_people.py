from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB354",
    severity=Severity.WARNING,
    en=(
        "{unit} leads measures (in all: {measures}), but its people for the strategy are {capacity}",
        "write how many people can work on it, give the measures to another unit, or leave `capacity` out",
    ),
    uk=(
        "підрозділ {unit} відповідає за заходи (усього їх {measures}), а людей для стратегії в нього {capacity}",
        "впишіть, скільки людей може працювати, передайте заходи іншому підрозділу або приберіть `capacity`",
    ),
)
def unit_leads_without_people(plan: Plan) -> Iterator[Finding]:
    """A unit leads measures and has nobody who could work on them.

    ## Why this matters
    A capacity of zero says that the work will not be done; the load of the units cannot be computed
    from it.

    ## What to do
    Write the full-time equivalents that the unit can give, even if only `0.25`, or give its measures to
    another unit.
    ---
    Підрозділ відповідає за заходи, але не має кому над ними працювати.

    ## Чому це важливо
    Нульова спроможність означає, що роботу не буде зроблено; навантаження підрозділів із неї не
    порахувати.

    ## Що робити
    Впишіть, скільки повних ставок може виділити підрозділ, хоч би й `0.25`, або передайте його заходи
    іншому.
    """
    for unit in plan.strategy.units.values():
        led = plan.coverage.measures_led[unit.id]
        if unit.capacity == 0 and led:
            facts = {"unit": unit.id, "capacity": unit.capacity, "measures": len(led)}
            yield Finding(plan.strategy.span(unit, "capacity"), facts)
