from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_FEWEST = 2


@rule(
    "SB617",
    severity=Severity.WARNING,
    en=("{item} has no {missing}", "write them down, or take it out"),
    uk=("{item} не має {missing}", "запишіть їх або приберіть це"),
)
def survey_without_questions_or_options(plan: Plan) -> Iterator[Finding]:
    """A survey has no questions, or a question has fewer than two options.

    ## Why this matters
    Nothing can be counted.

    ## What to do
    Write the questions with the answers that could be chosen.
    ---
    В опитуванні немає запитань або в запитанні менше двох варіантів.

    ## Чому це важливо
    Рахувати нічого.

    ## Що робити
    Запишіть запитання й варіанти, з яких можна було обрати.
    """
    asked = {one.survey for one in plan.strategy.questions.values()}
    for survey in plan.strategy.surveys.values():
        if survey.id not in asked:
            yield Finding(plan.strategy.span(survey, "id"), {"item": survey.id, "missing": "questions"})
    for question in plan.strategy.questions.values():
        if len(question.options) < _FEWEST:
            yield Finding(plan.strategy.span(question, "id"), {"item": question.id, "missing": "options"})
