from collections.abc import Iterator

from stratbuild.checks.money import amount_field
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB426",
    severity=Severity.NOTE,
    en=("{line} has an amount of zero in {year}", "write the amount, or delete the year"),
    uk=("{line} має нульову суму у {year} році", "впишіть суму або видаліть рік"),
)
def amount_of_zero(plan: Plan) -> Iterator[Finding]:
    """A budget line names a year and gives it no money.

    ## Why this matters
    A zero in a table is read as a decision; often it is an amount that was still to be found.

    ## What to do
    Write the amount when it is known, and until then leave the year out.
    ---
    Рядок бюджету називає рік, але не дає на нього коштів.

    ## Чому це важливо
    Нуль у таблиці читають як рішення, а часто це сума, яку ще мали знайти.

    ## Що робити
    Впишіть суму, коли вона відома, а доти не вказуйте року.
    """
    for line in plan.strategy.budget_lines.values():
        for year, amount in plan.budget.of_line(line.id).items():
            if not amount:
                yield Finding(plan.strategy.span(line, amount_field(line), str(year)), {"line": line.id, "year": year})
