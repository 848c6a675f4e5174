from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB607",
    severity=Severity.NOTE,
    en=("no measure is carried out in {district}", "name it in `districts` of the measures that reach it"),
    uk=("в окрузі {district} не виконують жодного заходу", "назвіть його в `districts` заходів, які його охоплюють"),
)
def district_without_measure(plan: Plan) -> Iterator[Finding]:
    """A district has no measure, while others have.

    ## Why this matters
    The starosta and the residents will ask first what the strategy brings to their villages.

    ## What to do
    Look whether a measure reaches the district and does not say so. If none does, decide whether
    that is meant.
    ---
    В окрузі немає жодного заходу, а в інших є.

    ## Чому це важливо
    Староста й мешканці передусім спитають, що стратегія дасть їхнім селам.

    ## Що робити
    Перевірте, чи немає заходу, який охоплює округ, але цього не каже. Якщо немає, вирішіть, чи так
    і задумано.
    """
    strategy = plan.strategy
    reached = {district for measure in strategy.measures.values() for district in measure.districts}
    for district in strategy.districts.values() if reached else ():
        if district.id not in reached:
            yield Finding(strategy.span(district, "id"), {"district": district.id})
