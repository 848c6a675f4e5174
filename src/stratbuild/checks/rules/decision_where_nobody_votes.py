from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.model.governance.voting import Obstacle


@rule(
    "SB725",
    en=(
        "{decision} names {meeting}, a public event or a meeting of which nobody is written down",
        "name the meeting that voted, or write down who came",
    ),
    uk=(
        "{decision} посилається на {meeting} – публічний захід або засідання, присутніх на якому не записано",
        "назвіть засідання, на якому голосували, або запишіть присутніх",
    ),
)
def decision_where_nobody_votes(plan: Plan) -> Iterator[Finding]:
    """A decision is said to come from a meeting that has not been held, or at which nobody votes.

    ## Why this matters
    Only the group and its subgroups vote. A decision written down before the meeting anticipates it.

    ## What to do
    Name the meeting that voted. A draft of a decision belongs to the agenda until the meeting has been
    held.
    ---
    Рішення приписано засіданню, якого не було, або заходу, де не голосують.

    ## Чому це важливо
    Голосують лише група та її підгрупи. Рішення, записане до засідання, випереджає його.

    ## Що робити
    Назвіть засідання, на якому голосували. До засідання проєкт рішення – це питання порядку денного.
    """
    for decision, found in verdicts(plan):
        if found.why in {Obstacle.NOT_HELD, Obstacle.NO_MEETING_THAT_VOTES}:
            facts = {"decision": decision.id, "meeting": decision.meeting}
            yield Finding(plan.strategy.span(decision, "meeting"), facts)
