from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB360",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("specifications.budget_lines",),
    en=(
        "{specification} names no budget line, so it has neither value nor codes; lines of {measure}: {lines}",
        "name in `budget_lines` the lines that pay for it",
    ),
    uk=(
        "технічне завдання {specification} не називає рядка бюджету, тож не має ні вартості, ні кодів; рядків у {measure}: {lines}",
        "назвіть у полі `budget_lines` рядки, з яких його оплатять",
    ),
)
def specification_without_budget_line(plan: Plan) -> Iterator[Finding]:
    """A technical specification names no budget line.

    ## Why this matters
    The expected value, the КЕКВ and the ДК 021 code of the purchase come from its budget lines. Without
    them the draft has empty rows, and nobody sees whether the money is planned at all.

    ## What to do
    Name the lines of the same measure that pay for it. If there is none, write the line first.
    ---
    Технічне завдання не називає жодного рядка бюджету.

    ## Чому це важливо
    Очікувана вартість, КЕКВ і код ДК 021 закупівлі беруться з рядків бюджету. Без них у проєкті
    лишаються порожні графи, і не видно, чи кошти взагалі заплановано.

    ## Що робити
    Назвіть рядки того самого заходу, з яких закупівлю оплатять. Якщо такого рядка немає, спершу
    запишіть його.
    """
    for specification in plan.strategy.specifications.values():
        if not specification.budget_lines:
            lines = len(plan.coverage.lines_of_measure[specification.measure])
            facts = {"specification": specification.id, "measure": specification.measure, "lines": lines}
            yield Finding(plan.strategy.span(specification, "id"), facts)
