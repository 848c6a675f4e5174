from collections import defaultdict
from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.prices import price_base
from stratbuild.schema.budget_line import BudgetLine

_SHOWN = 3


@rule(
    "SB442",
    en=(
        "{index} says nothing of {year}, but lines are raised by it over that year ({count}): {lines}",
        "add `{year}: …%` to its `index:`, prices of {year} in per cent of those of the year before",
    ),
    uk=(
        "{index} нічого не каже про {year} рік, а за ним через цей рік перераховують рядки (усього {count}): {lines}",
        "додайте в його `index:` рядок `{year}: …%` — ціни {year} року у відсотках до цін попереднього",
    ),
)
def price_index_lacks_year(plan: Plan) -> Iterator[Finding]:
    """A price index lacks a year that lies between the price base of a line and the year of its spending.

    ## Why this matters
    The chain of prices is broken there: the sums are reckoned as if nothing became dearer in that year.

    ## What to do
    Write the index of every year after the price base up to the last year of spending; a recurring cost
    needs it up to the last year of the strategy. 100% stands for a year without a rise.

    ## Example
        price_indices:
          - {id: PI-CPI, …, index: {2026: 108.6%, 2028: 105.2%}}    # 2027 is missing
    ---
    В індексі цін бракує року між роком цін рядка й роком видатків.

    ## Чому це важливо
    Ланцюг цін тут розірвано: суми пораховано так, ніби того року нічого не подорожчало.

    ## Що робити
    Запишіть індекс кожного року після року цін і до останнього року видатків; для постійної витрати — до
    останнього року стратегії. 100% означає рік без зростання.

    ## Приклад
        price_indices:
          - {id: PI-CPI, …, index: {2026: 108.6%, 2028: 105.2%}}    # бракує 2027 року
    """
    strategy = plan.strategy
    last = strategy.settings.period.finish.last.year
    lacking: defaultdict[tuple[str, int], list[BudgetLine]] = defaultdict(list)
    for line in strategy.budget_lines.values():
        base = price_base(strategy, line)
        if line.price_index is None or base is None:
            continue
        years = [year for year, money in plan.budget.of_line(line.id).items() if money]
        until = max([*years, *([last] if line.recurring else [])], default=base)
        known = strategy.price_indices[line.price_index].index
        for year in range(base + 1, until + 1):
            if year not in known:
                lacking[line.price_index, year].append(line)
    for (id_, year), lines in sorted(lacking.items()):
        shown = lines[:_SHOWN]
        related = tuple(
            Related(strategy.span(line, "price_index"), dict.fromkeys(("en", "uk"), f"{line.id}: {id_}")) for line in shown
        )
        facts = {"index": id_, "year": year, "count": len(lines), "lines": tuple(line.id for line in shown)}
        yield Finding(strategy.span(strategy.price_indices[id_], "index", key=True), facts, related)
