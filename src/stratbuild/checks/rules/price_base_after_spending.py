from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.prices import price_base


@rule(
    "SB444",
    severity=Severity.WARNING,
    en=(
        "{line} spends in {year}, but its prices are those of {base}",
        "write the year whose prices were really taken; an index is never reckoned backwards",
    ),
    uk=(
        "{line} витрачає кошти в {year} році, а записаний у цінах {base} року",
        "напишіть рік, ціни якого справді взято; назад індекс не перераховують",
    ),
)
def price_base_after_spending(plan: Plan) -> Iterator[Finding]:
    """The prices of a line are of a year after that in which it spends.

    ## Why this matters
    Nobody pays prices of a later year. Mostly the year is a slip; the sums of the earlier years are not
    reckoned down.

    ## What to do
    Correct `price_base`, or the year of spending.
    ---
    Ціни рядка належать року, що йде після року видатків.

    ## Чому це важливо
    Ніхто не платить за цінами майбутнього року. Здебільшого це описка; суми раніших років не
    зменшуються.

    ## Що робити
    Виправте `price_base` або рік видатків.
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        base = price_base(strategy, line)
        if base is None or (line.price_index is None and line.price_base is None):
            continue
        year = min((year for year, money in plan.budget.of_line(line.id).items() if money), default=base)
        if year < base:
            place = "price_base" if line.price_base is not None else "price_index"
            yield Finding(strategy.span(line, place), {"line": line.id, "year": year, "base": base})
