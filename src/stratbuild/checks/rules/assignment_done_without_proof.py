from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB736",
    severity=Severity.WARNING,
    demands=("assignments.shown_by",),
    en=("{assignment} is done, but it is not said what shows it", "write `shown_by`: a letter, a file, a minute"),
    uk=("{assignment} виконано, але не сказано, чим це підтверджено", "допишіть `shown_by`: лист, файл, протокол"),
)
def assignment_done_without_proof(plan: Plan) -> Iterator[Finding]:
    """An assignment counts as done and nothing shows it.

    ## Why this matters
    In a report on assignments anybody may ask how it is known.

    ## What to do
    Name what shows it: the letter with its number, the file, the page.
    ---
    Доручення вважають виконаним, але нічим це не підтверджено.

    ## Чому це важливо
    Звітуючи про доручення, треба вміти показати, звідки це відомо.

    ## Що робити
    Назвіть підтвердження: лист із номером, файл, сторінку.
    """
    for one in plan.strategy.assignments.values():
        if one.done is not None and one.shown_by is None:
            yield Finding(plan.strategy.span(one, "done"), {"assignment": one.id})
