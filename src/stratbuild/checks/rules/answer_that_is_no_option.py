from collections.abc import Iterator

from stratbuild.checks.evidence import answered, has_several
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.survey.tabulation import chosen, column_of


@rule(
    "SB620",
    en=(
        "the column {column} holds {answer}, which is no option of {question}",
        "add the option to the question, or correct the file; known are {known}",
    ),
    uk=(
        "у стовпці {column} стоїть {answer}, а такого варіанта {question} не має",
        "допишіть варіант до запитання або виправте файл; відомі {known}",
    ),
)
def answer_that_is_no_option(plan: Plan) -> Iterator[Finding]:
    """A file of answers holds an answer that the question does not offer.

    ## Why this matters
    It would be counted nowhere, and the base would be too large.

    ## What to do
    Add the option, with its code as it stands in the file, or correct the answer.
    ---
    У файлі відповідей є відповідь, якої запитання не пропонує.

    ## Чому це важливо
    Її не пораховано б ніде, а база була б завеликою.

    ## Що робити
    Допишіть варіант із тим кодом, який стоїть у файлі, або виправте відповідь.
    """
    for question, table, cells in answered(plan):
        known = {one.code for one in question.options}
        told: set[str] = set()
        for row, cell in enumerate(cells):
            for code in chosen(question, cell):
                if code not in known and code not in told and not has_several(question, cell):
                    told.add(code)
                    facts = {"column": column_of(question), "answer": code[:40], "question": question.id}
                    yield Finding(table.place(row), {**facts, "known": ", ".join(sorted(known))})
