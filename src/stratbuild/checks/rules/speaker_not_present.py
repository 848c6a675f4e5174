from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, Span
from stratbuild.model import Plan
from stratbuild.schema.meeting import Meeting
from stratbuild.strategy import Strategy


@rule(
    "SB750",
    severity=Severity.WARNING,
    en=(
        "{member} reports or speaks at {meeting}, and is not among those present",
        "put the member among the present, or name the post of who spoke under `speaker`",
    ),
    uk=(
        "{member} доповідає чи виступає на {meeting}, але серед присутніх його немає",
        "запишіть його до присутніх або назвіть у `speaker` посаду того, хто виступив",
    ),
)
def speaker_not_present(plan: Plan) -> Iterator[Finding]:
    """Somebody reports or speaks who was not at the meeting.

    ## Why this matters
    Minutes that let an absent member speak are not true. An official who came for a member speaks under
    the own name.

    ## What to do
    Correct the roll, or write the post of the one who spoke under `speaker`.
    ---
    Доповідає чи виступає той, кого на засіданні не було.

    ## Чому це важливо
    Протокол, у якому говорить відсутній, не відповідає дійсності. Посадова особа, яка заміщує члена групи, виступає під своїм
    іменем.

    ## Що робити
    Виправте список присутніх або впишіть у `speaker` посаду того, хто виступив.
    """
    for meeting in plan.strategy.meetings.values():
        if meeting.present:
            for member, place in _speakers(plan.strategy, meeting):
                if member not in meeting.present:
                    yield Finding(place, {"member": member, "meeting": meeting.id})


def _speakers(strategy: Strategy, meeting: Meeting) -> Iterator[tuple[str, Span]]:
    for number, point in enumerate(meeting.agenda):
        if point.reported_by is not None:
            yield point.reported_by, strategy.span(meeting, "agenda", number, "reported_by")
        for place, speech in enumerate(point.spoke):
            if speech.member is not None:
                yield speech.member, strategy.span(meeting, "agenda", number, "spoke", place, "member")
