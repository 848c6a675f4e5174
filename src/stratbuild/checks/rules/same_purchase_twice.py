from collections.abc import Iterator

from stratbuild.checks.money import amount_field
from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.sameness import as_read
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.budget_line import BudgetLine


@rule(
    "SB420",
    severity=Severity.WARNING,
    en=("{line} buys in {year} what {other} buys: “{title}”", "delete one of the two, or say in the titles how they differ"),
    uk=(
        "{line} купує у {year} році те саме, що й {other}: «{title}»",
        "видаліть один із двох або скажіть у назвах, чим вони різняться",
    ),
)
def same_purchase_twice(plan: Plan) -> Iterator[Finding]:
    """Two budget lines buy the same thing in the same year.

    ## Why this matters
    The same purchase stands easily in two measures, or in the strategy and once more from another file; the
    money is then planned twice.

    ## What to do
    Compare the two. If both are meant, name the place or the purpose in their titles.
    ---
    Два рядки бюджету купують те саме в тому самому році.

    ## Чому це важливо
    Одна закупівля легко потрапляє до двох заходів; кошти тоді заплановано двічі.

    ## Що робити
    Порівняйте обидва. Якщо потрібні обидва, назвіть у них місце або призначення.
    """
    strategy = plan.strategy
    firsts: dict[tuple[str, str | None, int], BudgetLine] = {}
    for line in strategy.budget_lines.values():
        title = as_read(strategy.text(line.title))
        for year, amount in plan.budget.of_line(line.id).items():
            other = firsts.setdefault((title, line.cpv or line.economic_code, year), line)
            if other is not line and amount:
                related = Related(
                    strategy.span(other, amount_field(other), str(year), key=True), {"en": "the other line", "uk": "інший рядок"}
                )
                facts = {"line": line.id, "year": year, "other": other.id, "title": strategy.text(line.title)}
                yield Finding(strategy.span(line, "title"), facts, (related,))
                break
