from collections.abc import Iterator

from stratbuild.checks.portions import fundings_in_use
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB438",
    in_scenarios=True,
    severity=Severity.WARNING,
    en=(
        "the other sources of {line} pay all of its {amount} (years: {years}): nothing is left for {source}",
        "delete `{source}: rest`, or reduce what another source pays",
    ),
    uk=(
        "інші джерела рядка {line} оплачують усі {amount} (роки: {years}): для {source} нічого не лишається",
        "видаліть `{source}: rest` або зменште частину іншого джерела",
    ),
)
def rest_of_nothing(plan: Plan) -> Iterator[Finding]:
    """A source pays the rest of a budget line, and nothing is left for it.

    ## Why this matters
    A source that pays nothing stands in the text, and a reader believes that it takes part.

    ## What to do
    Delete it, or correct the share or sum that leaves it nothing.
    ---
    Джерело платить решту рядка бюджету, а решти немає.

    ## Чому це важливо
    У тексті названо джерело, яке нічого не платить, а читач вважає, що воно бере участь.

    ## Що робити
    Видаліть його або виправте частку чи суму, через яку йому нічого не лишилося.
    """
    strategy = plan.strategy
    for use in fundings_in_use(plan):
        if not use.takers or use.has_one_sum_for_several_years:
            continue
        if all(use.fixed(year) == amount for year, amount in use.money.items()):
            facts = {
                "line": use.line.id,
                "years": tuple(use.money),
                "source": use.takers[0],
                "amount": Money.total(use.money.values()),
            }
            yield Finding(strategy.span(use.line, *use.way, use.takers[0]), facts)
