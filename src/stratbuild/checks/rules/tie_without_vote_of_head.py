from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.model.governance.voting import Obstacle


@rule(
    "SB720",
    en=(
        "the votes of {decision} are equal, and it is not said how {member} voted, whose vote decides",
        "write `head_vote: for`, or the votes by name",
    ),
    uk=(
        "голоси щодо {decision} розділилися порівну, і не сказано, як голосує {member}, чий голос вирішальний",
        "напишіть `head_vote: for` або поіменні голоси",
    ),
)
def tie_without_vote_of_head(plan: Plan) -> Iterator[Finding]:
    """A tie is decided by the head, whose vote is not written down, or is written down differently twice.

    ## Why this matters
    By the regulation (3.3) the vote of the head decides at a tie. Without it nobody can tell whether the
    decision was adopted.

    ## What to do
    Write how the head voted.
    ---
    За рівності голосів вирішує голова, але його голосу не записано або записано двічі й по-різному.

    ## Чому це важливо
    За Положенням (3.3) у разі нічиєї голос голови вирішальний. Без нього не сказати, чи рішення ухвалено.

    ## Що робити
    Запишіть, як голосує голова.
    """
    for decision, found in verdicts(plan):
        if found.why in {Obstacle.VOTE_OF_DECIDER_UNKNOWN, Obstacle.VOTES_OF_DECIDER_DIFFER}:
            facts = {"decision": decision.id, "member": found.decider or ""}
            yield Finding(plan.strategy.span(decision, "votes"), facts)
