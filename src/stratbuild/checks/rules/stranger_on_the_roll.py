from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.attendance import attendance


@rule(
    "SB715",
    en=(
        "{member} is on the roll of {meeting} and was no member of it on {day}",
        "correct the id, or the days of membership; guests stand under `invited`",
    ),
    uk=(
        "{member} записано в {meeting}, хоча {day} не входить до його складу",
        "виправте ідентифікатор або дні членства; гостей записують у `invited`",
    ),
)
def stranger_on_the_roll(plan: Plan) -> Iterator[Finding]:
    """Somebody is on the roll of a meeting who was no member of the group, or of the subgroup, on that day.

    ## Why this matters
    Only members and those who act for them have a vote.

    ## What to do
    Correct the roll, or the days from when and until when the member belongs to the group. Guests stand
    under `invited`.
    ---
    У складі учасників засідання є той, хто того дня не був членом групи чи підгрупи.

    ## Чому це важливо
    Право голосу мають лише члени групи й ті, хто їх заміщує.

    ## Що робити
    Виправте список або дні, від яких і до яких триває членство. Гостей записують у `invited`.
    """
    for meeting in plan.strategy.meetings.values():
        for id_ in attendance(plan.strategy, meeting).strangers:
            name = next(one for one in ("present", "substituted", "absent") if id_ in getattr(meeting, one))
            facts = {"member": id_, "meeting": meeting.id, "day": meeting.starts.date()}
            yield Finding(plan.strategy.span(meeting, name, getattr(meeting, name).index(id_)), facts)
