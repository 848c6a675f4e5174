from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.composition import meetings_in_order
from stratbuild.schema.meeting import Meeting


@rule(
    "SB727",
    en=(
        "{meeting} has number {number}, and {other}, which came before it, has {before}",
        "number the meetings of one body in the order in which they were held",
    ),
    uk=(
        "{meeting} має номер {number}, а {other}, що відбулося раніше, – {before}",
        "нумеруйте засідання одного органу в порядку, у якому вони відбулися",
    ),
)
def meeting_number_out_of_order(plan: Plan) -> Iterator[Finding]:
    """Meetings are not numbered in the order in which they were held, or two have one number.

    ## Why this matters
    Minutes are found by their number; two minutes with one number cannot be told apart in a decision that
    cites them.

    ## What to do
    Number the meetings of the group, and those of each subgroup, one after the other.
    ---
    Засідання пронумеровано не в тому порядку, у якому вони відбулися, або два мають один номер.

    ## Чому це важливо
    Протокол шукають за номером; два протоколи з одним номером у посиланні не розрізнити.

    ## Що робити
    Нумеруйте засідання групи й кожної підгрупи послідовно.
    """
    last: dict[object, Meeting] = {}
    for meeting in meetings_in_order(plan.strategy):
        body = (meeting.kind, meeting.subgroup)
        if meeting.number is None:
            continue
        before = last.get(body)
        if before is not None and before.number is not None and before.number >= meeting.number:
            facts = {"meeting": meeting.id, "number": meeting.number, "other": before.id, "before": before.number}
            yield Finding(plan.strategy.span(meeting, "number"), facts)
        last[body] = meeting
