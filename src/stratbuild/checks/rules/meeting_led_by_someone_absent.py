from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB728",
    en=(
        "{member} is in the chair or takes the minutes of {meeting}, and is not among those present",
        "put the member among the present, or name who did it",
    ),
    uk=(
        "{member} головує чи веде протокол {meeting}, але серед присутніх його немає",
        "запишіть його до присутніх або назвіть того, хто це робив",
    ),
)
def meeting_led_by_someone_absent(plan: Plan) -> Iterator[Finding]:
    """The chair or the secretary of a meeting did not come to it.

    ## Why this matters
    Minutes are signed by the chair and the secretary; who was not there cannot sign.

    ## What to do
    Correct the roll, or name those who really led the meeting and took the minutes.
    ---
    Головуючого чи секретаря на засіданні не було.

    ## Чому це важливо
    Протокол підписують головуючий і секретар; той, кого не було, підписати не може.

    ## Що робити
    Виправте список присутніх або назвіть тих, хто справді головував і вів протокол.
    """
    for meeting in plan.strategy.meetings.values():
        for name in ("chaired_by", "secretary"):
            member = getattr(meeting, name)
            if meeting.present and member is not None and member not in meeting.present:
                yield Finding(plan.strategy.span(meeting, name), {"member": member, "meeting": meeting.id})
