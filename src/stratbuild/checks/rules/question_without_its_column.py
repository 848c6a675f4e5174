from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.survey.tabulation import column_of


@rule(
    "SB621",
    en=(
        "the file of answers has no column {column} for {question}",
        "write `column:` as the heading in the file; it has {known}",
    ),
    uk=("у файлі відповідей немає стовпця {column} для {question}", "запишіть у `column:` заголовок із файлу; у ньому є {known}"),
)
def question_without_its_column(plan: Plan) -> Iterator[Finding]:
    """A question has no column in the file of answers of its survey.

    ## Why this matters
    Its answers are not counted.

    ## What to do
    Write the heading of its column, to the letter.
    ---
    У файлі відповідей опитування немає стовпця запитання.

    ## Чому це важливо
    Його відповідей не пораховано.

    ## Що робити
    Запишіть заголовок його стовпця літера в літеру.
    """
    for question in plan.strategy.questions.values():
        table = plan.answers.get(question.survey)
        if table is not None and column_of(question) not in table.columns:
            facts = {"column": column_of(question), "question": question.id, "known": ", ".join(table.columns)}
            yield Finding(plan.strategy.span(question, "column" if question.column else "id"), facts)
