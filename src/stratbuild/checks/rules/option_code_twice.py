from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB618",
    en=("two options of {question} have the code {code}", "give each option a code of its own"),
    uk=("два варіанти {question} мають код {code}", "дайте кожному варіанту свій код"),
)
def option_code_twice(plan: Plan) -> Iterator[Finding]:
    """Two options of a question have one code.

    ## Why this matters
    Their answers would be counted together.

    ## What to do
    Give each option the code that stands in the file of answers.
    ---
    Два варіанти відповіді мають той самий код.

    ## Чому це важливо
    Їхні відповіді порахували б разом.

    ## Що робити
    Дайте кожному варіанту код, який стоїть у файлі відповідей.
    """
    for question in plan.strategy.questions.values():
        seen: set[str] = set()
        for place, option in enumerate(question.options):
            if option.code in seen:
                facts = {"question": question.id, "code": option.code}
                yield Finding(plan.strategy.span(question, "options", place, "code"), facts)
            seen.add(option.code)
