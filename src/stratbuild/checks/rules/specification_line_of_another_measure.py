from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB361",
    en=(
        "{specification} is written for {measure}, but is paid from {line}, which belongs to {other}",
        "name a line of {measure}, or write the specification for {other}",
    ),
    uk=(
        "технічне завдання {specification} написано для {measure}, а оплачується з {line}, що належить до {other}",
        "назвіть рядок заходу {measure} або віднесіть технічне завдання до {other}",
    ),
)
def specification_line_of_another_measure(plan: Plan) -> Iterator[Finding]:
    """A technical specification is paid from a budget line of another measure.

    ## Why this matters
    The purchase would be done for one measure with the money of another, and both would be reported
    wrongly.

    ## What to do
    Name the right line. If one purchase serves two measures, write a line and a specification for each
    or join the measures.
    ---
    Технічне завдання оплачується з рядка бюджету іншого заходу.

    ## Чому це важливо
    Закупівлю зробили б для одного заходу коштами іншого, і обидва потрапили б у звіт хибно.

    ## Що робити
    Назвіть правильний рядок. Якщо одна закупівля служить двом заходам, запишіть для кожного рядок і
    технічне завдання або об’єднайте заходи.
    """
    strategy = plan.strategy
    for specification in strategy.specifications.values():
        for position, id_ in enumerate(specification.budget_lines):
            line = strategy.budget_lines[id_]
            if line.measure != specification.measure:
                related = Related(strategy.span(line, "measure"), {"en": "the line's measure", "uk": "захід рядка"})
                facts = {
                    "specification": specification.id,
                    "measure": specification.measure,
                    "line": line.id,
                    "other": line.measure,
                }
                yield Finding(strategy.span(specification, "budget_lines", position), facts, (related,))
