from collections.abc import Iterator
from decimal import Decimal

from stratbuild.checks.portions import made_whole, written_shares
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import WHOLE


@rule(
    "SB440",
    in_scenarios=True,
    en=(
        "the shares of the years in {line} are {total} % together, not 100 %; the difference is {difference} %",
        "change a share, for example: `year_shares: {mended}`",
    ),
    uk=(
        "частки років у {line} разом дають {total} %, а не 100 %; різниця — {difference} %",
        "змініть частку, наприклад: `year_shares: {mended}`",
    ),
)
def year_shares_not_whole(plan: Plan) -> Iterator[Finding]:
    """The shares by which a total is divided over the years do not add up to 100 %.

    ## Why this matters
    The total is divided in proportion, so that the years would get other parts than those that are
    written, or a part would belong to no year.

    ## What to do
    Change a share so that all together are exactly 100 %. Where the years are to get equal parts, write
    `evenly_over: [2025, 2026, 2027]` instead.

    ## Example
        total: 300000.00
        year_shares: {2026: 40%, 2027: 50%}    # 10 % are missing
    ---
    Частки, за якими загальну суму поділено між роками, не дають разом 100 %.

    ## Чому це важливо
    Суму ділять пропорційно, тож роки отримали б не ті частини, що записано, або якась частина не належала
    б жодному року.

    ## Що робити
    Змініть частку так, щоб усі разом становили рівно 100 %. Якщо роки мають отримати порівну, напишіть
    натомість `evenly_over: [2025, 2026, 2027]`.

    ## Приклад
        total: 300000.00
        year_shares: {2026: 40%, 2027: 50%}    # бракує 10 %
    """
    for line in plan.strategy.budget_lines.values():
        total = sum(line.year_shares.values(), Decimal(0))
        if line.year_shares and total != WHOLE:
            mended = written_shares(made_whole(line.year_shares))
            facts = {"line": line.id, "total": total, "difference": total - WHOLE, "mended": mended}
            yield Finding(plan.strategy.span(line, "year_shares", key=True), facts)
