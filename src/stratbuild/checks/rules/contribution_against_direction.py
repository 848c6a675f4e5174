from collections.abc import Iterator

from stratbuild.checks.indicators import sign_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB520",
    severity=Severity.WARNING,
    en=("{kpi} has `direction: {direction}`, but {measure} adds {value} to it in {year}", "correct the sign, or `direction:`"),
    uk=(
        "показник {kpi} має `direction: {direction}`, а захід {measure} додає до нього {value} у {year} році",
        "виправте знак або `direction:`",
    ),
)
def contribution_against_direction(plan: Plan) -> Iterator[Finding]:
    """A measure moves an indicator the wrong way.

    ## Why this matters
    Contributions are added to the baseline: what is to fall needs a minus, and a wrong sign turns
    the progress of all measures around.

    ## What to do
    Write `-12` where the value falls by 12. If the measure really makes the indicator worse, as a
    price for something else, leave it.
    ---
    Захід рухає показник у хибний бік.

    ## Чому це важливо
    Внески додаються до базового значення: те, що має зменшуватися, потребує мінуса, а хибний знак
    перевертає поступ усіх заходів.

    ## Що робити
    Впишіть `-12` там, де значення зменшується на 12. Якщо захід справді погіршує показник заради
    чогось іншого, лишіть як є.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        for id_, by_year in measure.contributions.items():
            kpi = strategy.kpis[id_]
            for year, value in by_year.items():
                if value * sign_of(kpi) < 0:
                    related = Related(strategy.span(kpi, "direction"), {"en": "the direction", "uk": "напрям"})
                    facts = {
                        "kpi": id_,
                        "direction": kpi.direction.value,
                        "measure": measure.id,
                        "value": value,
                        "year": year,
                    }
                    yield Finding(strategy.span(measure, "contributions", id_, str(year)), facts, (related,))
                    break
