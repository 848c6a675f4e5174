from collections.abc import Iterator

from stratbuild.checks.money import costing
from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB421",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("budget_lines.basis | budget_lines.quotes",),
    en=(
        "{line} does not say where its {amount} come from",
        "add `basis:` — a past contract, a tariff — or `quotes:` with the prices that were offered",
    ),
    uk=(
        "не сказано, звідки взято {amount} у рядку {line}",
        "додайте `basis:` — минулий договір, тариф — або `quotes:` із запропонованими цінами",
    ),
)
def price_without_basis(plan: Plan) -> Iterator[Finding]:
    """A budget line has neither a basis for its price nor quotes.

    ## Why this matters
    The expected value has to be justified when the purchase is announced; whoever writes it down now need
    not search later.

    ## What to do
    Write in a few words what the price rests on, or the quotes, each with who offers, the price and the day.
    ---
    Рядок бюджету не має ні підстави ціни, ні цінових пропозицій.

    ## Чому це важливо
    Очікувану вартість доведеться обґрунтувати, коли оголошують закупівлю; записана зараз, вона не потребує
    пошуків потім.

    ## Що робити
    Кількома словами запишіть, на що спирається ціна, або подайте цінові пропозиції: хто, скільки й коли.
    """
    for line, amount in costing(plan):
        if line.basis is None and not line.quotes:
            yield Finding(plan.strategy.span(line, "id"), {"line": line.id, "amount": amount})
