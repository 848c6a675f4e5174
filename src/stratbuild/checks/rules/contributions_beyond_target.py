from collections.abc import Iterator

from stratbuild.checks.indicators import is_share, places_of_contributions, sign_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import WHOLE


@rule(
    "SB523",
    severity=Severity.NOTE,
    en=(
        "{kpi} is to be {target} in {year}, but with all contributions it reaches {reached}",
        "promise more, correct a contribution, or state in `overlap:` how much is counted twice",
    ),
    uk=(
        "показник {kpi} має становити {target} у {year} році, а з усіма внесками сягає {reached}",
        "обіцяйте більше, виправте внесок або вкажіть в `overlap:`, скільки пораховано двічі",
    ),
)
def contributions_beyond_target(plan: Plan) -> Iterator[Finding]:
    """The measures together bring an indicator well beyond its last target.

    ## Why this matters
    Either the target is too low for what is paid, or several measures count the same as theirs.

    ## What to do
    Look at the largest contributions, which are named. A small reserve is prudent: only what passes
    the target by more than a tenth of the promised change is reported.
    ---
    Заходи разом доводять показник значно далі за останню ціль.

    ## Чому це важливо
    Або ціль занизька для того, за що платять, або кілька заходів рахують те саме своїм.

    ## Що робити
    Перегляньте найбільші внески, їх названо. Невеликий запас розумний: повідомляється лише, якщо
    ціль перевищено більш ніж на десяту частину обіцяної зміни.
    """
    for id_, contribution in plan.contributions.items():
        kpi = plan.strategy.kpis[id_]
        if kpi.baseline is None or not kpi.targets:
            continue
        year = max(kpi.targets)
        target, reached = kpi.targets[year], contribution.by_year[year].reached
        beyond = (reached - target) * sign_of(kpi)
        is_whole = is_share(plan, kpi) and not 0 <= reached <= WHOLE
        if beyond > abs(target - kpi.baseline.value) / 10 and not is_whole:
            facts = {"kpi": id_, "target": target, "year": year, "reached": reached}
            yield Finding(plan.strategy.span(kpi, "targets", str(year)), facts, places_of_contributions(plan, kpi))
