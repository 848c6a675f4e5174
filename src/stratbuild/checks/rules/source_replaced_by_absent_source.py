from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scenarios import scenarios_of
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB465",
    en=(
        "in {scenario} {other} is to pay in place of {source}, but its money does not come either: {missing} are paid by nobody",
        "name a source whose money comes, or write `absent: true` alone where nobody pays",
    ),
    uk=(
        "у {scenario} замість {source} має платити {other}, але його кошти теж не надходять: {missing} не оплачує ніхто",
        "назвіть джерело, кошти якого надійдуть, або лишіть тільки `absent: так`, якщо не платить ніхто",
    ),
)
def source_replaced_by_absent_source(plan: Plan) -> Iterator[Finding]:
    """In a scenario a source is replaced by one whose money does not come, or by itself.

    ## Why this matters
    The part of the source is then paid by nobody, although the scenario says that somebody pays it.

    ## What to do
    Name a source that pays in this scenario. Where nobody pays, `absent: true` says so: the part then
    stands as money without a source.
    ---
    У сценарії джерело заступає таке, кошти якого теж не надходять, або воно саме.

    ## Чому це важливо
    Тоді його частину не оплачує ніхто, хоча сценарій каже, що хтось платить.

    ## Що робити
    Назвіть джерело, яке в цьому сценарії платить. Якщо не платить ніхто, так і скажіть: `absent: так`; ця
    частина буде коштами без джерела.
    """
    strategy = plan.strategy
    for scenario in scenarios_of(plan):
        shown = plan.scenarios[scenario.id]
        for source, other in shown.strategy.payers.items():
            if other is None or shown.strategy.payer(other) is not None or not {source, other} & set(scenario.sources):
                continue
            way = (source, "replaced_by") if source in scenario.sources else (other,)
            missing = Money.total(
                part.money
                for part in plan.budget.amounts
                if part.source == source and part.line.id in shown.strategy.budget_lines
            )
            facts = {"scenario": scenario.id, "source": source, "other": other, "missing": missing}
            yield Finding(strategy.span(scenario, "sources", *way), facts)
