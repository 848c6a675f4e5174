from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB445",
    severity=Severity.WARNING,
    en=(
        "{line} is in prices of {own}, the strategy in those of {common}, and nothing raises the one to the other",
        "add `price_index:` with an index of the years after {own}, or write the sums in prices of {common} and delete `price_base: {own}`",
    ),
    uk=(
        "{line} записаний у цінах {own} року, стратегія — {common}, і ніщо не зводить одні до інших",
        "додайте `price_index:` з індексом років після {own} або запишіть суми в цінах {common} року й приберіть `price_base: {own}`",
    ),
)
def price_base_of_its_own_without_index(plan: Plan) -> Iterator[Finding]:
    """A line has a price base other than that of the strategy, and no index that leads from one to the other.

    ## Why this matters
    Its sums are added to sums in other prices as if they were equal, and the papers say of the total that
    it is in prices of the strategy's year.

    ## What to do
    Name an index, so that the sums are raised to the year of spending, or bring the sums into the prices
    of the strategy's year.
    ---
    Рядок має інший рік цін, ніж стратегія, і не має індексу, що веде від одного до іншого.

    ## Чому це важливо
    Його суми додають до сум в інших цінах, ніби вони однакові, а документи кажуть про підсумок, що він у
    цінах року стратегії.

    ## Що робити
    Назвіть індекс, щоб суми було перераховано до року видатків, або зведіть їх до цін року стратегії.
    """
    strategy = plan.strategy
    common = strategy.settings.price_base
    for line in strategy.budget_lines.values():
        if common is not None and line.price_base not in {None, common} and line.price_index is None:
            yield Finding(strategy.span(line, "price_base"), {"line": line.id, "own": line.price_base, "common": common})
