from collections.abc import Iterator

from stratbuild.checks.evidence import taken_up
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.schema.evidence import EVIDENCE


@rule(
    "SB612",
    severity=Severity.NOTE,
    en=("no goal rests on {evidence}", "name it under `because` of a goal, or say in the text why nothing follows from it"),
    uk=(
        "жодна ціль не спирається на {evidence}",
        "назвіть його в `because` цілі або поясніть у тексті, чому з нього нічого не випливає",
    ),
)
def evidence_that_no_goal_takes_up(plan: Plan) -> Iterator[Finding]:
    """Something was found out, and no goal takes it up.

    ## Why this matters
    Either a need is left without a goal, or the evidence is not needed.

    ## What to do
    Name it under the goal that answers it. A survey counts as taken up when one of its questions is; a
    question when its survey is, or when an indicator begins with it.
    ---
    Щось з’ясовано, але жодна ціль цього не враховує.

    ## Чому це важливо
    Або потреба лишилася без цілі, або ці дані зайві.

    ## Що робити
    Назвіть їх у цілі, яка на них відповідає. Опитування враховано, якщо враховано хоч одне його запитання;
    запитання – якщо враховано опитування або з нього починається показник.
    """
    if not any(goal.because for goal in plan.strategy.goals.values()):
        return
    taken = taken_up(plan)
    for collection in EVIDENCE:
        for item in plan.strategy.items[collection].values():
            if item.id not in taken:
                yield Finding(plan.strategy.span(item, "id"), {"evidence": item.id})
