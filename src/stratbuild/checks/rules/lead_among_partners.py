from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB339",
    severity=Severity.WARNING,
    en=("{unit} leads {measure} and is named as its partner, too", "take it out of `partners`"),
    uk=("{unit} відповідає за захід {measure} і водночас названий його партнером", "приберіть його з `partners`"),
)
def lead_among_partners(plan: Plan) -> Iterator[Finding]:
    """The unit that leads a measure is named among its partners.

    ## Why this matters
    In the plan the unit is printed twice, and it is counted twice where the work of the units is added
    up.

    ## What to do
    Take it out of `partners`: who leads takes part anyway.
    ---
    Підрозділ, що відповідає за захід, названо серед його партнерів.

    ## Чому це важливо
    У плані підрозділ друкується двічі, і двічі рахується там, де підсумовують роботу підрозділів.

    ## Що робити
    Приберіть його з `partners`: хто відповідає, той і так бере участь.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        if measure.lead is not None and measure.lead in measure.partners:
            related = Related(strategy.span(measure, "lead"), {"en": "the lead", "uk": "відповідальний підрозділ"})
            position = measure.partners.index(measure.lead)
            facts = {"unit": measure.lead, "measure": measure.id}
            yield Finding(strategy.span(measure, "partners", position), facts, (related,))
