from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.model.governance.voting import Obstacle


@rule(
    "SB724",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("decisions.votes | decisions.by_name",),
    en=("it is not said how {decision} was voted on", "write the votes: `votes: {{in_favour: 17, against: 2, abstained: 1}}`"),
    uk=("не сказано, як голосували щодо {decision}", "запишіть голоси: `votes: {{in_favour: 17, against: 2, abstained: 1}}`"),
)
def decision_without_votes(plan: Plan) -> Iterator[Finding]:
    """The votes of a decision are missing.

    ## Why this matters
    Decisions are taken by a majority of votes (regulation, 3.3); without the count nobody can show that
    this one was.

    ## What to do
    Write the count, or the votes by name.
    ---
    Бракує голосів за рішення.

    ## Чому це важливо
    Рішення ухвалюють більшістю голосів (Положення, 3.3); без підрахунку не довести, що так було.

    ## Що робити
    Запишіть підрахунок або поіменні голоси.
    """
    for decision, found in verdicts(plan):
        if found.why is Obstacle.NO_VOTE:
            yield Finding(plan.strategy.span(decision, "id"), {"decision": decision.id})
