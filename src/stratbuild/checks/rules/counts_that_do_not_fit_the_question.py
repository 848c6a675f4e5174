from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.survey import QuestionKind


@rule(
    "SB619",
    en=(
        "the counts of {question} name {code}, which is no option, or are more than its base",
        "compare `counts`, `options` and `base`",
    ),
    uk=(
        "кількості в {question} називають {code}, чого немає серед варіантів, або більші за базу",
        "порівняйте `counts`, `options` і `base`",
    ),
)
def counts_that_do_not_fit_the_question(plan: Plan) -> Iterator[Finding]:
    """Counts name an answer that could not be chosen, or are more than those who answered.

    ## Why this matters
    A share of more than the whole shows in every table.

    ## What to do
    Correct the code or the number. Where one answer could be chosen, all counts together are at most the
    base.
    ---
    Кількості називають відповідь, якої не можна було обрати, або їх більше, ніж тих, хто відповів.

    ## Чому це важливо
    Частку, більшу за ціле, видно в кожній таблиці.

    ## Що робити
    Виправте код або число. Якщо можна було обрати одну відповідь, усі кількості разом не більші за базу.
    """
    for question in plan.strategy.questions.values():
        codes = {one.code for one in question.options}
        base = question.base or plan.strategy.surveys[question.survey].respondents
        single = question.kind is not QuestionKind.MULTIPLE
        for code, count in question.counts.items():
            if code not in codes or (base is not None and count > base):
                yield Finding(plan.strategy.span(question, "counts", code, key=True), {"question": question.id, "code": code})
        if single and base is not None and sum(question.counts.values()) > base:
            yield Finding(plan.strategy.span(question, "counts"), {"question": question.id, "code": "Σ"})
