from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.schema.unit import UnitKind


@rule(
    "SB340",
    severity=SeverityByStage(Stage.SUBMISSION, after=Severity.WARNING),
    en=(
        "{measure} is led by {unit}, which is a partner from outside and not under the council",
        "let a unit of the council lead, and name {unit} in `partners`",
    ),
    uk=(
        "за захід {measure} відповідає {unit}, а це зовнішній партнер, не підпорядкований раді",
        "призначте відповідальним підрозділ ради, а {unit} назвіть у полі `partners`",
    ),
)
def measure_led_by_outside_partner(plan: Plan) -> Iterator[Finding]:
    """A measure is led by a unit of the kind `partner`.

    ## Why this matters
    The council can give tasks to its own bodies, enterprises and institutions; a donor or a company
    owes it no report.

    ## What to do
    Name the unit of the council that works with the partner as the lead. If the unit is the council's
    own, correct its `kind`.
    ---
    За захід відповідає підрозділ виду `partner`.

    ## Чому це важливо
    Рада може давати доручення власним органам, підприємствам і закладам; донор чи компанія перед нею не
    звітують.

    ## Що робити
    Назвіть відповідальним підрозділ ради, який працює з партнером. Якщо підрозділ належить раді,
    виправте його `kind`.
    """
    strategy = plan.strategy
    for unit in strategy.units.values():
        if unit.kind is not UnitKind.PARTNER:
            continue
        for measure in plan.coverage.measures_led[unit.id]:
            related = Related(strategy.span(unit, "kind"), {"en": "its kind", "uk": "його вид"})
            yield Finding(strategy.span(measure, "lead"), {"measure": measure.id, "unit": unit.id}, (related,))
