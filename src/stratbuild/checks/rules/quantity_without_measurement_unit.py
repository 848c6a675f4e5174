from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB422",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("budget_lines.measurement_unit",),
    en=("{line} has quantities but does not say of what", "add `measurement_unit:` — pieces, months, metres"),
    uk=("{line} має кількість, але не сказано, чого саме", "додайте `measurement_unit:` — шт., міс., м"),
)
def quantity_without_measurement_unit(plan: Plan) -> Iterator[Finding]:
    """A budget line gives a quantity without a unit.

    ## Why this matters
    Twelve may be twelve months or twelve licences; the price is for one of them.

    ## What to do
    Write the unit that the price is for.
    ---
    Рядок бюджету подає кількість без одиниці виміру.

    ## Чому це важливо
    Дванадцять може бути дванадцятьма місяцями або дванадцятьма ліцензіями; ціна — за щось одне.

    ## Що робити
    Запишіть одиницю, за яку подано ціну.
    """
    for line in plan.strategy.budget_lines.values():
        if line.quantity and line.measurement_unit is None:
            yield Finding(plan.strategy.span(line, "quantity", key=True), {"line": line.id})
