from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan


@rule(
    "SB432",
    severity=SeverityByStage(Stage.SUBMISSION, after=Severity.WARNING),
    demands=("strategy.price_base",),
    en=(
        "the budget has {amount} over the years {first}–{last}, but of which year the prices are is not said",
        "add `price_base: {first}` under `strategy:`, with the year whose prices were taken",
    ),
    uk=(
        "бюджет становить {amount} за {first}–{last} роки, але в цінах якого року, не сказано",
        "додайте в `strategy:` рядок `price_base: {first}` — рік, ціни якого взято",
    ),
)
def price_base_missing(plan: Plan) -> Iterator[Finding]:
    """The budget spans several years, and the settings do not say of which year the prices are.

    ## Why this matters
    The finance office will index the sums of later years. Without the year of the prices nobody knows
    whether that has been done already.

    ## What to do
    Write the year under `price_base`; the papers print it beside the totals.
    ---
    Бюджет охоплює кілька років, а в налаштуваннях не вказано, у цінах якого року його складено.

    ## Чому це важливо
    Суми наступних років фінансове управління проіндексує. Якщо рік цін невідомий, ніхто не знає, чи цього
    вже не зроблено.

    ## Що робити
    Запишіть рік у `price_base`; документи друкують його поряд із підсумками.
    """
    strategy = plan.strategy
    if strategy.settings.price_base is not None:
        return
    years = {amount.year for amount in plan.budget.amounts if amount.money}
    if len(years) > 1:
        facts = {"amount": plan.budget.total, "first": min(years), "last": max(years)}
        yield Finding(strategy.span(strategy.settings, "currency"), facts)
