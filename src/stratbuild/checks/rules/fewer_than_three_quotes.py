from collections.abc import Iterator

from stratbuild.checks.money import costing
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, Stage
from stratbuild.model import Plan

_ENOUGH = 3


@rule(
    "SB458",
    severity=Severity.NOTE,
    en=(
        "the price of {line} ({amount}) rests on quotes alone, and there are {count} of them, not {enough}",
        "add the missing quotes, or say in `basis:` what else the price rests on",
    ),
    uk=(
        "ціна рядка {line} ({amount}) спирається лише на цінові пропозиції, а їх {count}, а не {enough}",
        "додайте пропозиції, яких бракує, або скажіть у `basis:`, на що ще спирається ціна",
    ),
)
def fewer_than_three_quotes(plan: Plan) -> Iterator[Finding]:
    """The price of a line rests on fewer than three quotes and on nothing else.

    A draft is not told so.

    ## Why this matters
    The expected value of a purchase is usually justified by three offers or more; one alone is whatever
    the first supplier asks for.

    ## What to do
    Ask for more quotes, or name another ground in `basis`: a past contract, a tariff, prices of the
    electronic catalogue.
    ---
    Ціна рядка спирається менш ніж на три цінові пропозиції й більше ні на що.

    Чернетці про це не кажуть.

    ## Чому це важливо
    Очікувану вартість закупівлі зазвичай обґрунтовують трьома або більше пропозиціями; одна — це лише те,
    що назвав перший постачальник.

    ## Що робити
    Попросіть ще пропозицій або назвіть у `basis` іншу підставу: минулий договір, тариф, ціни електронного
    каталогу.
    """
    if plan.strategy.stage is Stage.DRAFT:
        return
    for line, amount in costing(plan):
        if line.basis is None and 0 < len(line.quotes) < _ENOUGH:
            facts = {"line": line.id, "amount": amount, "count": len(line.quotes), "enough": _ENOUGH}
            yield Finding(plan.strategy.span(line, "quotes", key=True), facts)
