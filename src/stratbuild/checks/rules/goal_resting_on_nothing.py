from collections.abc import Iterator

from stratbuild.checks.evidence import goals_resting_on_nothing, has_evidence
from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB610",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("goals.because",),
    en=("no evidence speaks for {goal}", "name findings, questions or programmes: `because: [EV-NET-SPEED]`"),
    uk=("за ціллю {goal} не стоять жодні дані", "назвіть висновки аналізу, запитання чи програми: `because: [EV-NET-SPEED]`"),
)
def goal_resting_on_nothing(plan: Plan) -> Iterator[Finding]:
    """Neither a goal nor a goal above it says which evidence it rests on.

    ## Why this matters
    The council and the residents may ask why just this goal was chosen. The regulation (2.1) wants needs,
    programmes and experience to be taken into account.

    ## What to do
    Name the findings, the questions of a survey or the programmes that speak for the goal. What speaks for
    a goal speaks for the goals below it; and where something speaks for each goal below, it speaks for
    the goal above.
    ---
    Ні ціль, ні ціль над нею не каже, на які дані спирається.

    ## Чому це важливо
    Рада й мешканці можуть запитати, чому обрано саме цю ціль. Положення (2.1) вимагає враховувати потреби,
    програми та досвід.

    ## Що робити
    Назвіть висновки аналізу, запитання опитування чи програми, з яких випливає ціль. Що обґрунтовує ціль,
    те обґрунтовує й цілі під нею; а коли обґрунтовано кожну ціль нижче, обґрунтовано й ту, що над ними.
    """
    if not has_evidence(plan):
        return
    for goal in goals_resting_on_nothing(plan):
        yield Finding(plan.strategy.span(goal, "id"), {"goal": goal.id})
