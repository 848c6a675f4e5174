from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB744",
    en=("the notice of {meeting} was sent on {called}, after it had begun on {starts}", "correct the day"),
    uk=("повідомлення про {meeting} надіслано {called}, після його початку {starts}", "виправте день"),
)
def notice_after_the_meeting(plan: Plan) -> Iterator[Finding]:
    """Members were called to a meeting after it had begun.

    ## Why this matters
    Who did not know of a meeting may contest what was decided there.

    ## What to do
    Correct the day on which the notice was sent.
    ---
    Членів групи скликано на засідання вже після його початку.

    ## Чому це важливо
    Хто не знав про засідання, може оскаржити ухвалене на ньому.

    ## Що робити
    Виправте день надсилання повідомлення.
    """
    for meeting in plan.strategy.meetings.values():
        if meeting.called is not None and meeting.called > meeting.starts.date():
            facts = {"meeting": meeting.id, "called": meeting.called, "starts": meeting.starts.date()}
            yield Finding(plan.strategy.span(meeting, "called"), facts)
