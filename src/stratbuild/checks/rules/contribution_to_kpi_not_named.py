from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB519",
    severity=Severity.WARNING,
    en=("{measure} contributes to {kpi}, which is not among its `kpis`", "add {kpi} to `kpis:`, or take the contribution out"),
    uk=("захід {measure} додає до {kpi}, якого немає серед його `kpis`", "додайте {kpi} до `kpis:` або приберіть внесок"),
)
def contribution_to_kpi_not_named(plan: Plan) -> Iterator[Finding]:
    """A measure contributes to an indicator that it does not name.

    ## Why this matters
    The papers list the measures of an indicator by `kpis`; this one is missing there, while its
    figures count.

    ## What to do
    Name the indicator in `kpis`. If another one was meant, correct the key.
    ---
    Захід додає до показника, якого не називає.

    ## Чому це важливо
    Документи перелічують заходи показника за `kpis`; цього там немає, хоча його цифри враховано.

    ## Що робити
    Назвіть показник у `kpis`. Якщо мали на увазі інший, виправте ключ.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        for kpi in measure.contributions:
            if kpi not in measure.kpis:
                span = strategy.span(measure, "contributions", kpi, key=True)
                yield Finding(span, {"measure": measure.id, "kpi": kpi})
