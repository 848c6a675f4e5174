from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB350",
    severity=Severity.WARNING,
    en=(
        "{unit} does nothing in the strategy: it leads none of the measures (in all: {measures}) and takes part in none",
        "name it in `lead` or `partners` of a measure, or take it out",
    ),
    uk=(
        "підрозділ {unit} нічого не робить у стратегії: не відповідає за жоден захід (усього їх {measures}) і не бере участі в жодному",
        "назвіть його в полі `lead` або `partners` заходу чи приберіть його",
    ),
)
def unit_without_work(plan: Plan) -> Iterator[Finding]:
    """A unit leads no measure, takes part in none, owns no indicator and prepares no specification.

    ## Why this matters
    A unit that the papers list and nobody needs was forgotten somewhere: in a measure, or when its work
    was given to another.

    ## What to do
    Name the unit where it works, or delete it from the list.
    ---
    Підрозділ не має роботи: ні заходів, ні показників, ні технічних завдань.

    ## Чому це важливо
    Підрозділ, який є в документах, але нікому не потрібен, десь забули: у заході або тоді, коли його
    роботу передали іншому.

    ## Що робити
    Назвіть підрозділ там, де він працює, або видаліть його зі списку.
    """
    strategy, coverage = plan.strategy, plan.coverage
    busy = {kpi.owner for kpi in strategy.kpis.values()} | {one.prepared_by for one in strategy.specifications.values()}
    for unit in strategy.units.values():
        works = coverage.measures_led[unit.id] or coverage.measures_joined[unit.id] or unit.id in busy
        if not works and strategy.measures:
            yield Finding(strategy.span(unit, "id"), {"unit": unit.id, "measures": len(strategy.measures)})
