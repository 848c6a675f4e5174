from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB303",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("goals",),
    en=(
        "the strategy has no goals, and its stage is {stage}",
        "begin a list `goals:` in any file: {{id: G-NET, title: …}}",
    ),
    uk=(
        "у стратегії немає жодної цілі, а її стадія — {stage}",
        "почніть у будь-якому файлі список `goals:`: {{id: G-NET, title: …}}",
    ),
)
def strategy_without_goals(plan: Plan) -> Iterator[Finding]:
    """The strategy names no goal.

    ## Why this matters
    Measures, indicators and money are all justified by the goal that they serve; the regulation asks
    for a concept with clear goals.

    ## What to do
    Write at least one goal. Goals may stand in any file, in a list `goals:`.
    ---
    У стратегії не названо жодної цілі.

    ## Чому це важливо
    Заходи, показники й кошти обґрунтовують ціллю, якій вони служать; положення вимагає концепції з
    чіткими цілями.

    ## Що робити
    Запишіть щонайменше одну ціль. Цілі можуть стояти в будь-якому файлі, у списку `goals:`.
    """
    if not plan.strategy.goals:
        yield Finding(plan.strategy.span(plan.strategy.settings), {"stage": plan.strategy.stage.value})
