from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB377",
    severity=Severity.NOTE,
    en=("nothing names {item} as its `{field}`", "name it where it is meant: `{field}: {item}`; or delete it"),
    uk=("ніщо не називає {item} у полі `{field}`", "назвіть його там, для чого він призначений: `{field}: {item}`; або видаліть"),
)
def estimate_basis_that_nothing_uses(plan: Plan) -> Iterator[Finding]:
    """An estimate class or a risk driver is in the strategy, and nothing uses it.

    ## Why this matters
    Whoever reads the assumptions believes that the risk is reckoned by it.

    ## What to do
    Name it in the measures, lines, classes or risks that it is meant for, or delete it.
    ---
    Клас оцінки чи чинник ризику є в стратегії, але ніщо його не вживає.

    ## Чому це важливо
    Той, хто читає припущення, вважає, що ризик за ним пораховано.

    ## Що робити
    Назвіть його в заходах, рядках, класах чи ризиках, для яких він призначений, або видаліть.
    """
    strategy = plan.strategy
    if plan.scenario is not None:
        return
    measures, lines = strategy.measures.values(), strategy.budget_lines.values()
    used = {one.estimate_class for one in measures} | {one.estimate_class for one in lines}
    for drivers in (measures, lines, strategy.estimate_classes.values(), strategy.risks.values()):
        used.update(one.driver for one in drivers)
    for field, items in (("estimate_class", strategy.estimate_classes), ("driver", strategy.risk_drivers)):
        for id_, item in items.items():
            if id_ not in used:
                yield Finding(strategy.span(item, "id"), {"item": id_, "field": field})
