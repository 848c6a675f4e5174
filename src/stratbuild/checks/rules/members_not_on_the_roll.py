from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.attendance import attendance


@rule(
    "SB713",
    en=(
        "of {meeting} it is not said whether {members} came: {listed} are written down, and the members were {all}",
        "add them to `present`, `substituted` or `absent`",
    ),
    uk=(
        "у {meeting} не сказано, чи були {members}: записано {listed}, а членів було {all}",
        "допишіть їх у `present`, `substituted` або `absent`",
    ),
)
def members_not_on_the_roll(plan: Plan) -> Iterator[Finding]:
    """Of some members it is not written down whether they came to a meeting.

    ## Why this matters
    Present and absent together are all members on that day. Else the minutes cannot be signed, and nobody
    can tell who had a vote.

    ## What to do
    Write every member down once, as present, as substituted, or as absent.
    ---
    Про декого з членів групи не записано, чи були вони на засіданні.

    ## Чому це важливо
    Присутні й відсутні разом – це всі члени групи на той день. Інакше протоколу не підписати й не сказати,
    хто мав право голосу.

    ## Що робити
    Запишіть кожного один раз: присутнім, заміщеним або відсутнім.
    """
    for meeting in plan.strategy.meetings.values():
        roll = attendance(plan.strategy, meeting)
        if meeting.is_held and roll.unlisted:
            facts = {
                "meeting": meeting.id,
                "members": roll.unlisted,
                "listed": len(roll.members) - len(roll.unlisted),
                "all": len(roll.members),
            }
            yield Finding(plan.strategy.span(meeting, "present"), facts)
