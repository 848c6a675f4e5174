from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB622",
    en=("{survey} ended on {finish} before it began on {start}", "correct one of the days"),
    uk=("{survey} закінчилося {finish}, раніше, ніж почалося {start}", "виправте один із днів"),
)
def survey_finish_before_start(plan: Plan) -> Iterator[Finding]:
    """A survey ended before it began.

    ## Why this matters
    When people were asked decides what their answers tell of.

    ## What to do
    Correct the day that is wrong.
    ---
    Опитування закінчилося раніше, ніж почалося.

    ## Чому це важливо
    Від того, коли людей питали, залежить, про що свідчать відповіді.

    ## Що робити
    Виправте хибний день.
    """
    for survey in plan.strategy.surveys.values():
        if survey.start is not None and survey.finish is not None and survey.finish < survey.start:
            facts = {"survey": survey.id, "start": survey.start, "finish": survey.finish}
            yield Finding(plan.strategy.span(survey, "finish"), facts)
