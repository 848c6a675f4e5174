from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.composition import bearer
from stratbuild.schema.meeting import MeetingKind
from stratbuild.schema.member import Role


@rule(
    "SB730",
    en=(
        "nobody is head of the group on {day}, the day of {meeting}",
        "give a member the role: `roles: [{{role: head, since: {day}}}]`",
    ),
    uk=("{day}, у день {meeting}, у групи немає голови", "надайте роль члену групи: `roles: [{{role: head, since: {day}}}]`"),
)
def meeting_without_head(plan: Plan) -> Iterator[Finding]:
    """On the day of a meeting the group has no head.

    ## Why this matters
    The head answers for the work of the group and for handing its papers to the council (regulation, 4.2),
    and decides at a tie.

    ## What to do
    Write the role and its days under the member who is head.
    ---
    У день засідання група не має голови.

    ## Чому це важливо
    Голова відповідає за роботу групи й подання документів до ради (Положення, 4.2) і вирішує за рівності
    голосів.

    ## Що робити
    Запишіть роль і її дні в члена групи, який є головою.
    """
    for meeting in plan.strategy.meetings.values() if plan.strategy.members else ():
        day = meeting.starts.date()
        if meeting.kind is MeetingKind.MEETING and bearer(plan.strategy, Role.HEAD, day) is None:
            yield Finding(plan.strategy.span(meeting, "starts"), {"meeting": meeting.id, "day": day})
