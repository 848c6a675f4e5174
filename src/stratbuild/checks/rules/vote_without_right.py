from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.model.governance.voting import Obstacle


@rule(
    "SB718",
    en=(
        "{member} voted on {decision} without having a vote there",
        "correct the name, the roll of {meeting}, or the declared interests",
    ),
    uk=(
        "{member} голосує щодо {decision}, не маючи там права голосу",
        "виправте ім’я, список присутніх {meeting} або заяви про конфлікт інтересів",
    ),
)
def vote_without_right(plan: Plan) -> Iterator[Finding]:
    """Somebody is among the votes by name who had no vote.

    ## Why this matters
    Whoever was not there, is no member, or declared an interest has no vote. Such a vote makes the decision
    void.

    ## What to do
    Correct the name, or what is written down of who came and who declared an interest.
    ---
    Серед поіменних голосів є голос того, хто не мав права голосу.

    ## Чому це важливо
    Не голосує той, кого не було, хто не є членом групи або заявив про конфлікт інтересів. Такий голос
    робить рішення нечинним.

    ## Що робити
    Виправте ім’я або записи про присутніх чи про конфлікт інтересів.
    """
    for decision, found in verdicts(plan):
        for id_ in decision.by_name if found.why is Obstacle.VOTER_WITHOUT_RIGHT else ():
            if id_ not in found.voters:
                facts = {"member": id_, "decision": decision.id, "meeting": decision.meeting}
                yield Finding(plan.strategy.span(decision, "by_name", id_, key=True), facts)
