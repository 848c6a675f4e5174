from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.schema.unit import UnitKind


@rule(
    "SB351",
    severity=Severity.NOTE,
    en=(
        "{unit} leads no measure, but takes part in {joined}",
        "check whether one of them is its own to lead; a unit from outside has the kind `partner`",
    ),
    uk=(
        "підрозділ {unit} не відповідає за жоден захід, але бере участь у таких: {joined}",
        "перевірте, чи не йому відповідати за один із них; зовнішній підрозділ має вид `partner`",
    ),
)
def unit_that_leads_nothing(plan: Plan) -> Iterator[Finding]:
    """A unit of the council takes part in measures and leads none.

    Units of the kind `partner` are expected to do so and are not named.

    ## Why this matters
    It may be right: some units only help. But a unit that answers for nothing is also what is left when
    a measure has been given the wrong lead.

    ## What to do
    Look through the measures that it takes part in. If the leads are right, nothing is to be done.
    ---
    Підрозділ ради бере участь у заходах, але не відповідає за жоден.

    Від підрозділів виду `partner` цього й очікують, про них не повідомляється.

    ## Чому це важливо
    Це може бути правильно: деякі підрозділи лише допомагають. Але підрозділ, який ні за що не
    відповідає, лишається й тоді, коли в заході помилково вказано іншого відповідального.

    ## Що робити
    Перегляньте заходи, у яких він бере участь. Якщо відповідальних названо правильно, нічого робити не
    треба.
    """
    for unit in plan.strategy.units.values():
        joined = plan.coverage.measures_joined[unit.id]
        if unit.kind is not UnitKind.PARTNER and joined and not plan.coverage.measures_led[unit.id]:
            facts = {"unit": unit.id, "joined": tuple(measure.id for measure in joined[:12])}
            yield Finding(plan.strategy.span(unit, "id"), facts)
