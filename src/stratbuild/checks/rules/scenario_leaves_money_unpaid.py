from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scenarios import scenarios_of
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB471",
    severity=Severity.NOTE,
    en=(
        "in {scenario} nobody pays {amount}, which {sources} would have paid",
        "name who pays instead (`replaced_by:`), leave measures out, or let the gap stand as what the scenario shows",
    ),
    uk=(
        "у {scenario} ніхто не оплачує {amount}, які мали надійти з {sources}",
        "вкажіть, хто заплатить натомість (`replaced_by:`), вилучіть заходи або залиште нестачу як те, що показує сценарій",
    ),
)
def scenario_leaves_money_unpaid(plan: Plan) -> Iterator[Finding]:
    """In a scenario a source does not come, and nobody pays its part.

    ## Why this matters
    The scenario's total stays as high as before, but a part of it is only a wish. Whoever reads the total alone
    does not see it.

    ## What to do
    Say who pays instead, leave measures out or put them off, or let the gap stand: then it is the answer of the
    scenario, and the papers show it as money without a source.

    ## Example
        scenarios:
          - {id: SC-ALONE, …, sources: {S-EGAP: {absent: true}}}
    ---
    У сценарії джерело не надходить, і його частини ніхто не оплачує.

    ## Чому це важливо
    Підсумок сценарію лишається таким самим, але частина його — лише побажання. Хто дивиться тільки на підсумок,
    цього не побачить.

    ## Що робити
    Вкажіть, хто заплатить натомість, вилучіть чи відкладіть заходи або залиште нестачу: тоді вона і є відповіддю
    сценарію, а документи покажуть її як кошти без джерела.

    ## Приклад
        scenarios:
          - {id: SC-ALONE, …, sources: {S-EGAP: {absent: true}}}
    """
    before = _unpaid(plan)
    for scenario in scenarios_of(plan):
        shown = plan.scenarios[scenario.id]
        missing = tuple(source for source in shown.strategy.payers if shown.strategy.payer(source) is None)
        gap = _unpaid(shown) - before
        if missing and gap.hundredths > 0:
            facts = {"scenario": scenario.id, "amount": gap, "sources": missing}
            yield Finding(plan.strategy.span(scenario, "id"), facts)


def _unpaid(plan: Plan) -> Money:
    return Money.total(amount.money for amount in plan.budget.amounts if amount.source is None)
