from collections.abc import Iterator

from stratbuild.checks.evidence import answered, has_several
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.survey.tabulation import column_of


@rule(
    "SB624",
    en=("the column {column} holds two answers, and {question} takes one", "write `kind: multiple`, or correct the file"),
    uk=("у стовпці {column} дві відповіді, а {question} допускає одну", "напишіть `kind: multiple` або виправте файл"),
)
def two_answers_where_one_may_be_chosen(plan: Plan) -> Iterator[Finding]:
    """A cell of the file of answers holds several answers to a question that takes one.

    ## Why this matters
    Shares would sum to more than the whole.

    ## What to do
    Say that several answers may be chosen, or leave one.
    ---
    У клітинці файлу відповідей кілька відповідей на запитання, що допускає одну.

    ## Чому це важливо
    Сума часток була б більша за ціле.

    ## Що робити
    Вкажіть, що можна обирати кілька відповідей, або лишіть одну.
    """
    for question, table, cells in answered(plan):
        row = next((row for row, cell in enumerate(cells) if has_several(question, cell)), None)
        if row is not None:
            yield Finding(table.place(row), {"column": column_of(question), "question": question.id})
