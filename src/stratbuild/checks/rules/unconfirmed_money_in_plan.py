from collections.abc import Iterator

from stratbuild.checks.money import largest, places_of
from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Amount, Plan
from stratbuild.quantity import Money


@rule(
    "SB423",
    severity=DEMANDED_FROM_SUBMISSION,
    en=(
        "{source} is not confirmed, and pays {amount} of the plan",
        "get the promise in writing and delete `confirmed: false`, or take the lines out",
    ),
    uk=(
        "джерело {source} не підтверджено, а воно оплачує {amount} плану",
        "отримайте письмову згоду й приберіть `confirmed: ні` або вилучіть ці рядки",
    ),
)
def unconfirmed_money_in_plan(plan: Plan) -> Iterator[Finding]:
    """The plan counts on money that nobody has promised.

    ## Why this matters
    A council that approves a budget with hoped-for money has approved measures that may have none.

    ## What to do
    Before the submission, have the money confirmed, or leave out what hangs on it.
    ---
    План розраховує на кошти, яких ніхто не обіцяв.

    ## Чому це важливо
    Рада, що ухвалює бюджет зі сподіваними коштами, ухвалює заходи, які можуть лишитися без них.

    ## Що робити
    До подання підтвердьте кошти або вилучіть те, що від них залежить.
    """
    strategy = plan.strategy
    hoped: dict[str, list[Amount]] = {source.id: [] for source in strategy.sources.values() if not source.confirmed}
    for amount in plan.budget.amounts:
        if amount.source is not None and amount.source in hoped and amount.money:
            hoped[amount.source].append(amount)
    for id_, amounts in hoped.items():
        if amounts:
            facts = {"source": id_, "amount": Money.total(amount.money for amount in amounts)}
            yield Finding(strategy.span(strategy.sources[id_], "confirmed"), facts, places_of(strategy, largest(amounts)))
