from collections.abc import Iterator, Mapping

from stratbuild.checks.portions import FundingInUse, fundings_in_use, written
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.funding import division
from stratbuild.quantity import REST, Money, Portion, Proportion


@rule(
    "SB434",
    in_scenarios=True,
    en=(
        "in {year} the sources of {line} pay {paid} together, but it costs {amount}; the difference is {difference}",
        "change a part, for example: `{mended}`",
    ),
    uk=(
        "у {year} році джерела рядка {line} разом платять {paid}, а коштує він {amount}; різниця — {difference}",
        "змініть якусь частину, наприклад: `{mended}`",
    ),
)
def funding_parts_not_whole(plan: Plan) -> Iterator[Finding]:
    """The sums that sources pay for a budget line are not what the line costs in a year.

    ## Why this matters
    With less, a part of the line is paid by nobody; with more, some money is promised twice. The table of
    sources and the table of measures would give different totals.

    ## What to do
    Correct a sum, or let one source pay `rest`: it then always pays what the others leave, also after the
    price changes. Where the line costs otherwise than was thought, look at its price index, its rate of
    exchange and its tax: the sums of the sources are compared with the amount after all of these.

    ## Example
        amounts: {2026: 250000.00}
        funding: {S-EGAP: 100000.00, S-LOCAL: 140000.00}    # 10,000.00 are missing
    ---
    Суми, які джерела платять за рядок бюджету, не збігаються з тим, скільки він коштує в якомусь році.

    ## Чому це важливо
    Якщо сум менше, частину рядка не оплачує ніхто; якщо більше, якісь кошти пообіцяно двічі. Таблиця
    джерел і таблиця заходів дали б різні підсумки.

    ## Що робити
    Виправте суму або дайте одному джерелу `rest` (`решта`): тоді воно завжди платить те, що лишили інші,
    навіть коли ціна зміниться. Якщо рядок коштує не стільки, скільки ви очікували, гляньте на його індекс
    цін, курс валюти й податок: суми джерел порівнюють із сумою після всіх цих перерахунків.

    ## Приклад
        amounts: {2026: 250000.00}
        funding: {S-EGAP: 100000.00, S-LOCAL: 140000.00}    # бракує 10 000,00
    """
    strategy = plan.strategy
    for use in fundings_in_use(plan):
        only_shares = all(isinstance(portion, Proportion) for portion in use.funding.values())
        if only_shares or use.takers or use.has_one_sum_for_several_years:
            continue
        for year, amount in use.money.items():
            paid = use.fixed(year)
            if paid != amount:
                facts = {
                    "line": use.line.id,
                    "year": year,
                    "paid": paid,
                    "amount": amount,
                    "difference": paid - amount,
                    "mended": written(_mended(use, year)),
                }
                yield Finding(strategy.span(use.line, *use.way, key=True), facts)


def _mended(use: FundingInUse, year: int) -> Mapping[str, Portion]:
    """The largest sum gives way to the rest; where the others are too much already, all sums in proportion."""
    sums = {source: portion for source, portion in use.funding.items() if isinstance(portion, Money)}
    largest = max(sums, key=lambda source: sums[source])
    if use.fixed(year) - sums[largest] < use.money[year]:
        return {**use.funding, largest: REST}
    return {source: part for source, part in division(use.funding, use.money[year]) if source is not None}
