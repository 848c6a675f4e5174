from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_LISTS = {"vat_rates": "vat_rate", "price_indices": "price_index", "exchange_rates": "exchange_rate"}


@rule(
    "SB469",
    severity=Severity.NOTE,
    en=(
        "no budget line names {assumption} as its {field}",
        "name it in the lines that it is meant for: `{field}: {assumption}`; or delete it",
    ),
    uk=(
        "жоден рядок бюджету не називає {assumption} у полі {field}",
        "назвіть його в рядках, для яких він призначений: `{field}: {assumption}`; або видаліть",
    ),
)
def assumption_that_no_line_uses(plan: Plan) -> Iterator[Finding]:
    """A rate of tax, a price index or a rate of exchange is in the strategy, and no budget line uses it.

    ## Why this matters
    Whoever reads the assumptions believes that the sums are raised by them.

    ## What to do
    Name it in the lines that it is meant for, or delete it.
    ---
    Ставка податку, індекс цін чи курс валюти є в стратегії, але жоден рядок бюджету їх не вживає.

    ## Чому це важливо
    Той, хто читає припущення, вважає, що суми за ними перераховано.

    ## Що робити
    Назвіть припущення в рядках, для яких воно призначене, або видаліть.
    """
    strategy = plan.strategy
    if plan.scenario is not None:
        return
    for name, field in _LISTS.items():
        used = {getattr(line, field) for line in strategy.budget_lines.values()}
        for item in strategy.items[name].values():
            if item.id not in used:
                yield Finding(strategy.span(item, "id"), {"assumption": item.id, "field": field})
