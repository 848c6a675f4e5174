from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB525",
    severity=Severity.WARNING,
    en=(
        "{measure} adds {value} to {kpi} in {year}, but starts only on {start}",
        "correct the year, or let the measure start earlier",
    ),
    uk=(
        "захід {measure} додає {value} до {kpi} у {year} році, а починається лише {start}",
        "виправте рік або почніть захід раніше",
    ),
)
def contribution_before_measure(plan: Plan) -> Iterator[Finding]:
    """A measure contributes in a year before it begins.

    ## Why this matters
    The target of that year would be reached by work that has not begun.

    ## What to do
    Move the contribution to the year in which it shows. Years after the measure are not reported:
    an effect often comes later.
    ---
    Захід додає до показника в році, коли ще не почався.

    ## Чому це важливо
    Ціль того року досягалася б роботою, якої ще немає.

    ## Що робити
    Перенесіть внесок на рік, коли його буде видно. Про роки після заходу не повідомляється: ефект
    часто приходить пізніше.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        window = plan.windows.get(measure.id)
        for kpi, by_year in measure.contributions.items() if window is not None else ():
            for year, value in by_year.items():
                if value and window is not None and year < window.first.year:
                    facts = {
                        "measure": measure.id,
                        "value": value,
                        "kpi": kpi,
                        "year": year,
                        "start": window.first,
                    }
                    related = Related(strategy.span(measure, "start"), {"en": "its start", "uk": "початок"})
                    yield Finding(strategy.span(measure, "contributions", kpi, str(year), key=True), facts, (related,))
