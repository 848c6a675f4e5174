from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.attendance import attendance


@rule(
    "SB714",
    en=("{member} is on the roll of {meeting} more than once", "leave the name in one of `present`, `substituted` and `absent`"),
    uk=(
        "{member} у {meeting} записано більше ніж один раз",
        "лишіть ім’я в одному з полів: `present`, `substituted` чи `absent`",
    ),
)
def member_on_the_roll_twice(plan: Plan) -> Iterator[Finding]:
    """A member is written down as present and as absent, or as present and as substituted.

    ## Why this matters
    Nobody can be at a meeting and away from it, and a member who came has no substitute. Counted twice, one
    person would have two votes.

    ## What to do
    Leave the member in one of the lists.
    ---
    Члена групи записано і присутнім, і відсутнім або і присутнім, і заміщеним.

    ## Чому це важливо
    Ніхто не може бути на засіданні й не бути на ньому, а того, хто прийшов, не заміщують. Порахована двічі,
    одна людина мала б два голоси.

    ## Що робити
    Лишіть члена групи в одному зі списків.
    """
    for meeting in plan.strategy.meetings.values():
        for id_ in attendance(plan.strategy, meeting).twice:
            lists = [name for name in ("present", "substituted", "absent") if id_ in getattr(meeting, name)]
            place = getattr(meeting, lists[-1]).index(id_)
            yield Finding(plan.strategy.span(meeting, lists[-1], place), {"member": id_, "meeting": meeting.id})
