from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.attendance import attendance


@rule(
    "SB716",
    en=(
        "somebody came to {meeting} for {member}, but no absence with a substitute covers {day} for a reason that the regulation names",
        "write the absence with `substitute` and `reason` under the member, or put the member among the absent",
    ),
    uk=(
        "на {meeting} хтось прийшов замість {member}, але жодна відсутність із заміщенням не охоплює {day} з причини, названої в Положенні",
        "запишіть відсутність із `substitute` і `reason` у члена групи або перенесіть його до відсутніх",
    ),
)
def substitute_without_right(plan: Plan) -> Iterator[Finding]:
    """Somebody came for a member without a right to vote for the member.

    ## Why this matters
    The regulation (1.3) lets an official vote for a member who is on leave, on a mission or ill. A vote
    given without this right makes the decision void.

    ## What to do
    Write under the member when the absence was, why, and who acts for the member. The reasons that count
    are those of `regulation.substitutes_for`.
    ---
    Замість члена групи прийшов той, хто не має права за нього голосувати.

    ## Чому це важливо
    За Положенням (1.3) посадова особа голосує замість того, хто у відпустці, у відрядженні чи хворіє. Голос
    без цього права робить рішення нечинним.

    ## Що робити
    Запишіть у члена групи, коли він відсутній, чому і хто його заміщує. Зараховують причини, названі в
    `regulation.substitutes_for`.
    """
    for meeting in plan.strategy.meetings.values():
        for id_ in attendance(plan.strategy, meeting).wrongly_substituted:
            facts = {"member": id_, "meeting": meeting.id, "day": meeting.starts.date()}
            yield Finding(plan.strategy.span(meeting, "substituted", meeting.substituted.index(id_)), facts)
