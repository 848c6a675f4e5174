from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.composition import head_of
from stratbuild.model.governance.votes import verdicts
from stratbuild.model.governance.voting import Count, Verdict
from stratbuild.schema.decision import GroupDecision, Vote


@rule(
    "SB752",
    en=(
        "the vote of the head in {decision} does not fit the rest of the record",
        "correct `head_vote`, the votes, or the roll of the meeting",
    ),
    uk=("голос голови в {decision} не узгоджено з рештою запису", "виправте `head_vote`, голоси або список присутніх"),
)
def vote_of_head_against_record(plan: Plan) -> Iterator[Finding]:
    """The head voted in a way in which nobody did, voted otherwise by name, or had no vote.

    ## Why this matters
    The vote of the head decides a tie (regulation, 3.3). It is one of the votes that were counted.

    ## What to do
    Compare `head_vote` with the count, the votes by name, the declared interests and the roll.
    ---
    Голова голосував так, як ніхто, поіменно – інакше, або не мав права голосу.

    ## Чому це важливо
    Голос голови вирішує за рівності голосів (Положення, 3.3). Це один із полічених голосів.

    ## Що робити
    Звірте `head_vote` з підсумком, поіменними голосами, заявами про конфлікт інтересів і списком присутніх.
    """
    for decision, found in verdicts(plan):
        head = head_of(plan.strategy, plan.strategy.meetings[decision.meeting])
        if (
            decision.head_vote is not None
            and head is not None
            and found.count is not None
            and not _fits(decision, found, found.count, head)
        ):
            yield Finding(plan.strategy.span(decision, "head_vote"), {"decision": decision.id})


def _fits(decision: GroupDecision, found: Verdict, count: Count, head: str) -> bool:
    vote = decision.head_vote
    of_that_kind = {Vote.FOR: count.in_favour, Vote.AGAINST: count.against, Vote.ABSTAINED: count.abstained}
    if head not in found.voters or decision.by_name.get(head, vote) is not vote:
        return False
    others_by_name = sum(1 for member, voted in decision.by_name.items() if voted is vote and member != head)
    return vote is not None and of_that_kind[vote] > others_by_name
