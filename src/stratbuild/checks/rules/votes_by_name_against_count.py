from collections import Counter
from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts
from stratbuild.model.governance.voting import Obstacle


@rule(
    "SB719",
    en=("the votes by name of {decision} are more than its count: {named} by name", "compare `by_name` with `votes`"),
    uk=("поіменних голосів у {decision} більше, ніж у підрахунку: поіменно {named}", "порівняйте `by_name` із `votes`"),
)
def votes_by_name_against_count(plan: Plan) -> Iterator[Finding]:
    """More votes of a kind are recorded by name than were counted.

    ## Why this matters
    Both stand in the minutes, and only one can be right.

    ## What to do
    Compare the list of names with the count.
    ---
    Поіменно записано більше голосів, ніж пораховано.

    ## Чому це важливо
    І те, і те стоїть у протоколі, а правильним може бути лише одне.

    ## Що робити
    Порівняйте поіменний список із підрахунком.
    """
    for decision, found in verdicts(plan):
        if found.why is Obstacle.NAMES_AGAINST_COUNT:
            named = Counter(vote.value for vote in decision.by_name.values())
            shown = ", ".join(f"{vote}: {count}" for vote, count in sorted(named.items()))
            yield Finding(plan.strategy.span(decision, "votes"), {"decision": decision.id, "named": shown})
