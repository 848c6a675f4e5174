from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan


@rule(
    "SB346",
    severity=SeverityByStage(Stage.CONSULTATION, before=Severity.WARNING),
    demands=("milestones.on | milestones.after",),
    en=(
        "{milestone} has no date and comes after nothing",
        "write `on:` as coarsely as it is known, or what it comes after: `after: [M-FIBRE]`",
    ),
    uk=(
        "віха {milestone} не має дати й ні на що не чекає",
        "впишіть `on:` так грубо, як відомо, або те, після чого вона настає: `after: [M-FIBRE]`",
    ),
)
def milestone_without_date(plan: Plan) -> Iterator[Finding]:
    """A milestone says neither when it is nor what it comes after.

    ## Why this matters
    It is on no day of the chart and of the calendar, and what waits for it has no dates either.

    ## What to do
    Write its date, if only the year, or the measures after which it has happened.
    ---
    Не сказано ні коли настає віха, ні після чого.

    ## Чому це важливо
    Її немає ні на графіку, ні в календарі, і те, що на неї чекає, теж не має дат.

    ## Що робити
    Впишіть дату, хоча б рік, або заходи, після яких вона настає.
    """
    for milestone in plan.strategy.milestones.values():
        if milestone.on is None and not milestone.after:
            yield Finding(plan.strategy.span(milestone, "id"), {"milestone": milestone.id})
