from collections.abc import Iterator

from stratbuild.checks.dates import field_of_end
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB347",
    severity=Severity.WARNING,
    en=("{milestone} is on {day}, more than a year outside the strategy ({first} to {last})", "check the year of the milestone"),
    uk=("віха {milestone} настає {day}, більш ніж за рік від меж стратегії ({first}–{last})", "перевірте рік віхи"),
)
def milestone_far_outside_strategy(plan: Plan) -> Iterator[Finding]:
    """A milestone is more than a year before the strategy begins or after it ends.

    ## Why this matters
    Most often a digit of the year is wrong, and the chart would be stretched by years in which
    nothing happens.

    ## What to do
    Correct the date. The adoption in the year before and the closing report in the year after are
    usual and not reported.
    ---
    Віха настає більш ніж за рік до початку стратегії або після її завершення.

    ## Чому це важливо
    Найчастіше помилилися в цифрі року, а графік розтягнувся б на роки, у які нічого не
    відбувається.

    ## Що робити
    Виправте дату. Ухвалення за рік до початку та підсумковий звіт за рік після завершення звичайні,
    про них не повідомляється.
    """
    strategy, period = plan.strategy, plan.period
    for milestone in strategy.milestones.values():
        day = plan.milestones.get(milestone.id)
        if day is not None and not period.first.year - 1 <= day.year <= period.last.year + 1:
            facts = {"milestone": milestone.id, "day": day, "first": period.first, "last": period.last}
            yield Finding(strategy.span(milestone, field_of_end(milestone)), facts)
