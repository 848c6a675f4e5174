from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.model.governance.voting import Obstacle


@rule(
    "SB717",
    en=(
        "{decision} counts {counted} votes, and {voters} had one",
        "count anew; those who could vote and did not stand under `not_voting`",
    ),
    uk=(
        "у {decision} враховано голосів: {counted}, а право голосу мали: {voters}",
        "перелічіть; хто мав право голосу й не голосував, того записують у `not_voting`",
    ),
)
def votes_against_voters(plan: Plan) -> Iterator[Finding]:
    """The votes of a decision are more or fewer than those who had a vote.

    ## Why this matters
    Those who had a vote are the members present and those who came for members, without those who declared
    an interest. A count that does not agree with them cannot be checked by anybody.

    ## What to do
    Compare the votes with the roll of the meeting and with the declared interests.
    ---
    Голосів у рішенні більше або менше, ніж тих, хто мав право голосу.

    ## Чому це важливо
    Право голосу мають присутні члени групи й ті, хто їх заміщує, крім тих, хто заявив про конфлікт
    інтересів. Підрахунок, який із цим не збігається, перевірити неможливо.

    ## Що робити
    Порівняйте голоси зі списком присутніх і заявами про конфлікт інтересів.
    """
    for decision, found in verdicts(plan):
        if found.why is Obstacle.COUNT_AGAINST_VOTERS and found.count is not None:
            facts = {"decision": decision.id, "counted": found.count.total, "voters": len(found.voters)}
            yield Finding(plan.strategy.span(decision, "votes"), facts)
