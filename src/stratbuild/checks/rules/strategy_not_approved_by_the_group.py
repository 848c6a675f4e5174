from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.schema.decision import Outcome
from stratbuild.schema.meeting import MeetingKind


@rule(
    "SB743",
    severity=DEMANDED_FROM_SUBMISSION,
    en=("no decision of the group approves the strategy", "vote on it, and write `approves_strategy: true` under the decision"),
    uk=("жодне рішення групи не схвалює стратегії", "проголосуйте й допишіть у рішенні `approves_strategy: true`"),
)
def strategy_not_approved_by_the_group(plan: Plan) -> Iterator[Finding]:
    """The strategy goes to the council, and no vote of the group stands behind it.

    ## Why this matters
    The group submits the draft to the session (regulation, 2.5), and decides by a majority (3.3).

    ## What to do
    Put the whole draft to the vote before it is submitted.
    ---
    Стратегію подають раді, а голосування групи за нею немає.

    ## Чому це важливо
    Проєкт на сесію подає група (Положення, 2.5), а рішення вона ухвалює більшістю голосів (3.3).

    ## Що робити
    Перед поданням поставте весь проєкт на голосування.
    """
    if plan.strategy.decisions and not any(
        decision.approves_strategy
        and found.outcome is Outcome.ADOPTED
        and plan.strategy.meetings[decision.meeting].kind is MeetingKind.MEETING
        for decision, found in verdicts(plan)
    ):
        yield Finding(plan.strategy.span(plan.strategy.settings, "title"))
