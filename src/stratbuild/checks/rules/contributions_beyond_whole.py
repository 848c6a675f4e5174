from collections.abc import Iterator

from stratbuild.checks.indicators import is_share, places_of_contributions
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import WHOLE


@rule(
    "SB522",
    severity=Severity.WARNING,
    en=(
        "{kpi} is a share in per cent, but with all contributions it is {reached} in {year}",
        "state in `overlap:` how much is counted twice, or correct a contribution",
    ),
    uk=(
        "показник {kpi} — частка у відсотках, а з усіма внесками він становить {reached} у {year} році",
        "вкажіть в `overlap:`, скільки пораховано двічі, або виправте внесок",
    ),
)
def contributions_beyond_whole(plan: Plan) -> Iterator[Finding]:
    """The contributions bring a share in per cent below 0 or above 100.

    ## Why this matters
    Several measures count the same schools or residents as theirs. The sum promises more than there
    is.

    ## What to do
    Divide what they share among the measures, or say in the indicator's `overlap` how much of the
    sum is counted twice: `overlap: 15%`.
    ---
    Внески доводять частку у відсотках нижче 0 або вище 100.

    ## Чому це важливо
    Кілька заходів рахують ті самі школи чи мешканців своїми. Сума обіцяє більше, ніж є.

    ## Що робити
    Поділіть спільне між заходами або вкажіть в `overlap` показника, яку частину суми пораховано
    двічі: `overlap: 15%`.
    """
    for id_, contribution in plan.contributions.items():
        kpi = plan.strategy.kpis[id_]
        for year, one in contribution.by_year.items():
            if is_share(plan, kpi) and not 0 <= one.reached <= WHOLE:
                facts = {"kpi": id_, "reached": one.reached, "year": year}
                yield Finding(plan.strategy.span(kpi, "measurement_unit"), facts, places_of_contributions(plan, kpi))
                break
