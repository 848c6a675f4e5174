from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.prices import price_base


@rule(
    "SB443",
    en=(
        "{line} is raised by {index}, but of which year its prices are is not said, neither here nor under `strategy:`",
        "add `price_base: {year}` to the line or under `strategy:`, with the year whose prices were taken",
    ),
    uk=(
        "{line} перераховують за індексом {index}, але в цінах якого року він записаний, не сказано ні тут, ні в `strategy:`",
        "додайте `price_base: {year}` у рядок або в `strategy:` — рік, ціни якого взято",
    ),
)
def price_index_without_price_base(plan: Plan) -> Iterator[Finding]:
    """A line names a price index, and the year of its prices is not known.

    ## Why this matters
    An index raises prices from one year to another. Without the first of the two nothing can be raised,
    and the sums stay as they are written.

    ## What to do
    Write the year under `price_base:` of the strategy, or of the line where it is another one.
    ---
    Рядок називає індекс цін, а рік його цін невідомий.

    ## Чому це важливо
    Індекс перераховує ціни з одного року в інший. Без першого з них перераховувати нічого, і суми
    лишаються такими, як записано.

    ## Що робити
    Запишіть рік у `price_base:` стратегії або самого рядка, якщо в нього він інший.
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        if line.price_index is not None and price_base(strategy, line) is None:
            first = min(plan.budget.of_line(line.id), default=plan.period.first.year)
            facts = {"line": line.id, "index": line.price_index, "year": first}
            yield Finding(strategy.span(line, "price_index"), facts)
