from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB456",
    severity=Severity.NOTE,
    en=(
        "no budget line has the code {code} of {programme}",
        "write the code into the lines of the programme, or delete it from the list",
    ),
    uk=("жоден рядок бюджету не має коду {code} програми {programme}", "впишіть код у рядки програми або видаліть її зі списку"),
)
def programme_that_no_line_uses(plan: Plan) -> Iterator[Finding]:
    """A budget programme is in the list, and no budget line has its code.

    ## Why this matters
    Either the code is a slip, here or in the lines, or the programme is left over.

    ## What to do
    Write the code into the lines that belong to it, or delete the programme.
    ---
    Бюджетна програма є в списку, але жоден рядок бюджету не має її коду.

    ## Чому це важливо
    Або код записано з опискою тут чи в рядках, або програма лишилася від попередньої версії.

    ## Що робити
    Впишіть код у рядки, що до неї належать, або видаліть програму.
    """
    if plan.scenario is not None:
        return
    used = {line.programme for line in plan.strategy.budget_lines.values()}
    for programme in plan.strategy.programmes.values():
        if programme.code not in used:
            yield Finding(plan.strategy.span(programme, "code"), {"programme": programme.id, "code": programme.code})
