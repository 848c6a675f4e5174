from collections.abc import Iterator

from stratbuild.checks.money import costing
from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB421",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("budget_lines.basis | budget_lines.quotes",),
    en=("{line} does not say where its {amount} come from", "add `basis:` — quotes, a past contract, a tariff"),
    uk=("не сказано, звідки взято {amount} у рядку {line}", "додайте `basis:` — пропозиції, минулий договір, тариф"),
)
def price_without_basis(plan: Plan) -> Iterator[Finding]:
    """A budget line has no basis for its price.

    ## Why this matters
    The expected value has to be justified when the purchase is announced; whoever writes it down now need
    not search later.

    ## What to do
    Write in a few words what the price rests on.
    ---
    Рядок бюджету не має підстави ціни.

    ## Чому це важливо
    Очікувану вартість доведеться обґрунтувати, коли оголошують закупівлю; записана зараз, вона не потребує
    пошуків потім.

    ## Що робити
    Кількома словами запишіть, на що спирається ціна.
    """
    for line, amount in costing(plan):
        if line.basis is None and not line.quotes:
            yield Finding(plan.strategy.span(line, "id"), {"line": line.id, "amount": amount})
