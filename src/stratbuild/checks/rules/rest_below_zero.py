from collections.abc import Iterator

from stratbuild.checks.portions import fundings_in_use
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB437",
    in_scenarios=True,
    en=(
        "in {year} the other sources of {line} already pay {paid} of {amount}: nothing is left for {source}, and {excess} are too much",
        "reduce a share or a sum by {excess}, or delete `{source}: rest` and correct the others",
    ),
    uk=(
        "у {year} році інші джерела рядка {line} вже платять {paid} із {amount}: для {source} нічого не лишається, і зайві {excess}",
        "зменште частку чи суму на {excess} або видаліть `{source}: rest` і виправте решту частин",
    ),
)
def rest_below_zero(plan: Plan) -> Iterator[Finding]:
    """The other sources of a budget line pay more than it costs, so that the rest is below zero.

    ## Why this matters
    Some money is promised that the line does not need, and the source that was to pay the rest seems to
    get money back.

    ## What to do
    Correct the shares and sums of that year. Where the price has fallen, reduce the source that asks for
    the least in return.
    ---
    Інші джерела рядка бюджету платять більше, ніж він коштує, тож решта менша за нуль.

    ## Чому це важливо
    Якісь кошти пообіцяно там, де вони не потрібні, а джерело, що мало платити решту, ніби отримує гроші
    назад.

    ## Що робити
    Виправте частки й суми цього року. Якщо ціна впала, зменште те джерело, умови якого це дозволяють.
    """
    strategy = plan.strategy
    for use in fundings_in_use(plan):
        if not use.takers or use.has_one_sum_for_several_years:
            continue
        for year, amount in use.money.items():
            paid = use.fixed(year)
            if paid > amount:
                facts = {
                    "line": use.line.id,
                    "year": year,
                    "source": use.takers[0],
                    "paid": paid,
                    "amount": amount,
                    "excess": paid - amount,
                }
                yield Finding(strategy.span(use.line, *use.way, use.takers[0]), facts)
