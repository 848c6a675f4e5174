from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB626",
    severity=Severity.WARNING,
    en=("{programme} ended on {until}, before the strategy begins", "look for the programme that has taken its place"),
    uk=("{programme} завершилася {until}, до початку стратегії", "знайдіть програму, яка її замінила"),
)
def related_programme_over(plan: Plan) -> Iterator[Finding]:
    """A programme that the strategy follows had ended before it begins.

    ## Why this matters
    What was taken from it may not hold any more.

    ## What to do
    Name the programme that is in force, or say in the text that it is about experience.
    ---
    Програма, на яку спирається стратегія, завершилася до її початку.

    ## Чому це важливо
    Узяте з неї може бути вже не чинним.

    ## Що робити
    Назвіть чинну програму або поясніть у тексті, що йдеться про досвід.
    """
    for one in plan.strategy.related_programmes.values():
        if one.until is not None and one.until.last < plan.period.first:
            yield Finding(plan.strategy.span(one, "until"), {"programme": one.id, "until": one.until})
