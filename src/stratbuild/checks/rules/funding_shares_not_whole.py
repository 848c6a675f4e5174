from collections.abc import Iterator
from decimal import Decimal

from stratbuild.checks.money import fundings
from stratbuild.checks.portions import made_whole, written_shares
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import WHOLE, Proportion


@rule(
    "SB404",
    in_scenarios=True,
    en=(
        "the shares of {line} are {total} % together, not 100 %; the difference is {difference} %",
        "change a share, for example: `funding: {mended}`",
    ),
    uk=(
        "частки джерел у {line} разом дають {total} %, а не 100 %; різниця — {difference} %",
        "змініть частку, наприклад: `funding: {mended}`",
    ),
)
def funding_shares_not_whole(plan: Plan) -> Iterator[Finding]:
    """The shares of the sources that pay a budget line do not add up to 100 %.

    ## Why this matters
    With less than 100 % a part of the line is paid by nobody; with more, some money is promised twice.
    In both cases the table of sources and the table of measures give different totals.

    ## What to do
    Change a share so that all together are exactly 100 %. A third is written with four decimals, and
    one of the shares takes what is left: 33.3333 %, 33.3333 %, 33.3334 %. The money itself is divided
    to the kopeck whatever the shares are.

    ## Example
        funding: {S-LOCAL: 60%, S-EGAP: 30%}    # 10 % are missing
    ---
    Частки джерел, що оплачують рядок бюджету, не дають разом 100 %.

    ## Чому це важливо
    Якщо часток менше ніж 100 %, частину рядка не оплачує ніхто; якщо більше, якісь кошти пообіцяно
    двічі. В обох випадках таблиця джерел і таблиця заходів дають різні підсумки.

    ## Що робити
    Змініть частку так, щоб усі разом становили рівно 100 %. Третину записують із чотирма знаками, а
    одна з часток бере решту: 33.3333 %, 33.3333 %, 33.3334 %. Самі кошти за будь-яких часток ділять
    з точністю до копійки.

    ## Приклад
        funding: {S-LOCAL: 60%, S-EGAP: 30%}    # бракує 10 %
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        for way, funding in fundings(line):
            shares = {source: part.per_cent for source, part in funding.items() if isinstance(part, Proportion)}
            total = sum(shares.values(), Decimal(0))
            if len(shares) == len(funding) and total != WHOLE:
                mended = written_shares(made_whole(shares))
                facts = {"line": line.id, "total": total, "difference": total - WHOLE, "mended": mended}
                yield Finding(strategy.span(line, *way, key=True), facts)
