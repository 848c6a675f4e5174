from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.sameness import as_read
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.budget_line import BudgetLine


@rule(
    "SB433",
    severity=Severity.NOTE,
    en=(
        "in {year} {line} buys «{title}» at {price} each, but {other} at {other_price}",
        "take one price for both, or say in the titles how they differ",
    ),
    uk=(
        "у {year} році {line} купує «{title}» по {price}, а {other} — по {other_price}",
        "візьміть для обох одну ціну або поясніть у назвах, чим вони різняться",
    ),
)
def same_purchase_at_two_prices(plan: Plan) -> Iterator[Finding]:
    """Two budget lines buy the same thing in the same year at different unit prices.

    The same are lines with the same title, procurement code and measurement unit.

    ## Why this matters
    Whoever reads the workbook sorts it by title and sees two prices for one thing. Either one of them is
    old, or the things differ and the titles hide it.

    ## What to do
    Take the newer price for both, or name the model or the purpose in the title.
    ---
    Два рядки бюджету купують у тому самому році те саме за різною ціною.

    Тим самим вважається закупівля з однаковою назвою, кодом і одиницею виміру.

    ## Чому це важливо
    Хто читає таблицю, той упорядкує її за назвою і побачить дві ціни на одну річ. Або одна з них
    застаріла, або речі різні, а назви цього не показують.

    ## Що робити
    Візьміть для обох рядків новішу ціну або додайте в назву модель чи призначення.
    """
    strategy = plan.strategy
    firsts: dict[tuple[object, ...], BudgetLine] = {}
    for line in strategy.budget_lines.values():
        if line.unit_price is None:
            continue
        title = strategy.text(line.title)
        unit = "" if line.measurement_unit is None else as_read(strategy.text(line.measurement_unit))
        for year in sorted(line.quantity):
            first = firsts.setdefault((as_read(title), line.cpv, unit, year), line)
            if first.unit_price != line.unit_price:
                related = Related(strategy.span(first, "unit_price"), {"en": "the other price", "uk": "інша ціна"})
                facts = {
                    "line": line.id,
                    "other": first.id,
                    "title": title,
                    "year": year,
                    "price": line.unit_price,
                    "other_price": first.unit_price,
                }
                yield Finding(strategy.span(line, "unit_price"), facts, (related,))
                break
