from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.meeting import MeetingKind


@rule(
    "SB746",
    en=("{meeting} is a meeting of a subgroup, but none is named", "write `subgroup: SG-CYBER`"),
    uk=("{meeting} – зустріч підгрупи, але підгрупи не названо", "допишіть `subgroup: SG-CYBER`"),
)
def subgroup_meeting_without_subgroup(plan: Plan) -> Iterator[Finding]:
    """A working meeting of a subgroup does not say of which.

    ## Why this matters
    Who may come and vote follows from the members of the subgroup.

    ## What to do
    Name the subgroup, or write what kind of meeting it is.
    ---
    Робоча зустріч підгрупи не каже, якої саме.

    ## Чому це важливо
    Хто має прийти й голосувати, випливає зі складу підгрупи.

    ## Що робити
    Назвіть підгрупу або вкажіть, який це вид засідання.
    """
    for meeting in plan.strategy.meetings.values():
        if (meeting.kind is MeetingKind.SUBGROUP) != (meeting.subgroup is not None):
            yield Finding(plan.strategy.span(meeting, "id"), {"meeting": meeting.id})
