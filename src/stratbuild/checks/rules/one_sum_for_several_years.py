from collections.abc import Iterator, Mapping

from stratbuild.checks.portions import FundingInUse, fundings_in_use, written
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import Money, Portion


@rule(
    "SB435",
    in_scenarios=True,
    en=(
        "{line} spends in {years}, but its `funding:` gives one sum for all of them",
        "say what each year has: `funding_by_year: {mended}`",
    ),
    uk=(
        "{line} витрачає кошти в роках {years}, а в `funding:` для всіх них одна сума",
        "скажіть, скільки в кожному році: `funding_by_year: {mended}`",
    ),
)
def one_sum_for_several_years(plan: Plan) -> Iterator[Finding]:
    """A line that spends in several years names a sum in `funding:`, which is that of every year.

    ## Why this matters
    A sum of 100,000.00 can be meant for each year or for all together, and nobody would notice which of
    the two was reckoned with.

    ## What to do
    Write the sums under `funding_by_year:`, each year with its own. A share, and `rest`, may stay in
    `funding:`, because they mean the same in every year.

    ## Example
        amounts: {2026: 150000.00, 2027: 50000.00}
        funding_by_year: {2026: {S-EGAP: 75000.00, S-LOCAL: rest}, 2027: {S-EGAP: 25000.00, S-LOCAL: rest}}
    ---
    Рядок витрачає кошти в кількох роках, а в `funding:` стоїть сума, тобто та сама для кожного року.

    ## Чому це важливо
    Сума 100 000,00 може означати кожен рік або всі разом, і ніхто не помітить, як саме її пораховано.

    ## Що робити
    Запишіть суми під `funding_by_year:`, кожного року свою. Частка і `rest` (`решта`) можуть лишатися у
    `funding:`, бо в кожному році означають те саме.

    ## Приклад
        amounts: {2026: 150000.00, 2027: 50000.00}
        funding_by_year: {2026: {S-EGAP: 75000.00, S-LOCAL: rest}, 2027: {S-EGAP: 25000.00, S-LOCAL: rest}}
    """
    for use in fundings_in_use(plan):
        if use.has_one_sum_for_several_years:
            mended = ", ".join(f"{year}: {written(funding)}" for year, funding in _by_year(use).items())
            facts = {"line": use.line.id, "years": tuple(use.money), "mended": f"{{{mended}}}"}
            yield Finding(plan.strategy.span(use.line, *use.way, key=True), facts)


def _by_year(use: FundingInUse) -> Mapping[int, Mapping[str, Portion]]:
    """The funding of every year, each sum divided in proportion to what the years cost."""
    years = list(use.money)
    weights = [use.money[year].decimal for year in years]
    divided = {source: portion.split(weights) for source, portion in use.funding.items() if isinstance(portion, Money)}
    return {
        year: {source: divided[source][place] if source in divided else portion for source, portion in use.funding.items()}
        for place, year in enumerate(years)
    }
