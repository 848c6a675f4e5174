from collections.abc import Iterator

from stratbuild.checks.evidence import answered
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB625",
    en=(
        "the counts of {question} differ from the file of answers: {counted} against {stated} for {code}",
        "take the counts out, or correct the file",
    ),
    uk=(
        "кількості в {question} відрізняються від файлу відповідей: {counted} проти {stated} для {code}",
        "приберіть кількості або виправте файл",
    ),
)
def counts_beside_a_file_of_answers(plan: Plan) -> Iterator[Finding]:
    """A question states counts, and its survey's file says something else.

    ## Why this matters
    One of the two is printed, and nobody knows that the other is different.

    ## What to do
    Leave the file alone to speak, or correct it.
    ---
    У запитанні вказано кількості, а файл відповідей каже інше.

    ## Чому це важливо
    Друкується одне з двох, і ніхто не знає, що друге інше.

    ## Що робити
    Лишіть тільки файл або виправте його.
    """
    for question, _, _ in answered(plan):
        counted = plan.tabulations[question.id].counts
        for code, stated in question.counts.items():
            if counted.get(code, stated) != stated:
                facts = {"question": question.id, "code": code, "counted": counted[code], "stated": stated}
                yield Finding(plan.strategy.span(question, "counts", code), facts)
