from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB401",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("budget_lines.amounts | budget_lines.quantity | budget_lines.total",),
    en=(
        "{line} says what is paid for in {measure}, but not how much",
        "add `amounts: {{{year}: …}}`, a quantity by year and a unit price, or a total with its years",
    ),
    uk=(
        "{line} каже, за що платити в межах {measure}, але не каже скільки",
        "додайте `amounts: {{{year}: …}}`, кількість за роками та ціну за одиницю або загальну суму з роками",
    ),
)
def budget_line_without_amount(plan: Plan) -> Iterator[Finding]:
    """A budget line has no amounts, no quantity with a unit price, and no total.

    ## Why this matters
    The line counts as nothing in every total: the strategy looks cheaper than it is, and the money will
    be missed when the budget request is written.

    ## What to do
    Write the amount of every year, or the quantity of every year and the price of one unit. Where the
    price is not known yet, take an estimate and say in `basis` where it comes from.

    ## Example
        budget_lines:
          - {id: B-WIFI-AP, measure: M-WIFI, …, amounts: {2026: 111000.00}}
          - {id: B-WIFI-AP, measure: M-WIFI, …, quantity: {2026: 6}, measurement_unit: pcs., unit_price: 18500.00}
    ---
    Рядок бюджету не має ні сум за роками, ні кількості з ціною за одиницю, ні загальної суми.

    ## Чому це важливо
    У кожному підсумку такий рядок важить нуль: стратегія здається дешевшою, ніж є, а коштів забракне,
    коли складатимуть бюджетний запит.

    ## Що робити
    Запишіть суму на кожен рік або кількість на кожен рік і ціну за одиницю. Якщо ціни ще не знаєте,
    візьміть оцінку й поясніть у `basis`, звідки вона.

    ## Приклад
        budget_lines:
          - {id: B-WIFI-AP, measure: M-WIFI, …, amounts: {2026: 111000.00}}
          - {id: B-WIFI-AP, measure: M-WIFI, …, quantity: {2026: 6}, measurement_unit: шт., unit_price: 18500.00}
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        if not line.has_amount and not line.recurring:
            window = plan.windows.get(line.measure, plan.period)
            facts = {"line": line.id, "measure": line.measure, "year": window.first.year}
            yield Finding(strategy.span(line, "title"), facts)
