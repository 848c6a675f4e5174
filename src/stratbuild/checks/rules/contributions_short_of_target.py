from collections.abc import Iterator

from stratbuild.checks.indicators import places_of_contributions, sign_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB521",
    severity=Severity.WARNING,
    en=(
        "{kpi} is to be {target} in {year}, but with all contributions it reaches {reached}; the gap is {gap}",
        "add a measure, correct a contribution, or lower the target",
    ),
    uk=(
        "показник {kpi} має становити {target} у {year} році, а з усіма внесками сягає {reached}; бракує {gap}",
        "додайте захід, виправте внесок або зменште ціль",
    ),
)
def contributions_short_of_target(plan: Plan) -> Iterator[Finding]:
    """The measures together do not bring an indicator to its target.

    Reached is the baseline with all contributions up to that year, less the `overlap` that the
    indicator states.

    ## Why this matters
    The target is promised to the council and the residents, and the strategy's own figures say that
    it will be missed.

    ## What to do
    Look at the contributions: the largest are named. Add what was forgotten, plan more, or promise
    less. Of several years that fall short the last one is named.
    ---
    Заходи разом не доводять показник до цілі.

    Досягнуте — це базове значення з усіма внесками до того року, без частки `overlap`, яку вказує
    показник.

    ## Чому це важливо
    Ціль обіцяно раді й мешканцям, а цифри самої стратегії кажуть, що її не буде досягнуто.

    ## Що робити
    Перегляньте внески: найбільші названо. Додайте забуте, заплануйте більше або обіцяйте менше. З
    кількох років названо останній.
    """
    for id_, contribution in plan.contributions.items():
        kpi = plan.strategy.kpis[id_]
        short = [
            (year, one.reached, one.target)
            for year, one in contribution.by_year.items()
            if one.target is not None and (one.target - one.reached) * sign_of(kpi) > 0
        ]
        if short:
            year, reached, target = short[-1]
            facts = {"kpi": id_, "target": target, "year": year, "reached": reached, "gap": abs(target - reached)}
            yield Finding(plan.strategy.span(kpi, "targets", str(year)), facts, places_of_contributions(plan, kpi))
