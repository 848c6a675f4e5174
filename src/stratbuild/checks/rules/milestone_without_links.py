from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB348",
    severity=Severity.NOTE,
    en=(
        "nothing waits for {milestone}, and it waits for nothing",
        "name it in `after` of what needs it, or write in its own `after` what it comes after",
    ),
    uk=(
        "ніщо не чекає на віху {milestone}, і вона ні на що не чекає",
        "назвіть її в `after` того, що її потребує, або впишіть у її `after`, після чого вона настає",
    ),
)
def milestone_without_links(plan: Plan) -> Iterator[Finding]:
    """A milestone stands alone in the plan.

    ## Why this matters
    If its day moves, nothing moves with it, and no delay of a measure shows in it: it is a date in
    the calendar and no more.

    ## What to do
    Nothing, if a date is all that is meant. Otherwise write what has to be over before it, or let
    the measures that need it wait for it.
    ---
    Віха стоїть у плані окремо.

    ## Чому це важливо
    Якщо її день зміниться, з нею не зміниться ніщо, і затримка заходу на ній не позначиться: це
    лише дата в календарі.

    ## Що робити
    Нічого, якщо потрібна сама дата. Інакше впишіть, що має завершитися до неї, або дайте заходам,
    які її потребують, чекати на неї.
    """
    waited_for = {link.before for link in plan.links}
    for milestone in plan.strategy.milestones.values():
        if milestone.on is not None and milestone.actual is None and not milestone.after and milestone.id not in waited_for:
            yield Finding(plan.strategy.span(milestone, "id"), {"milestone": milestone.id})
