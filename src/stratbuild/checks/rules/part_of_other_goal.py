from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB337",
    severity=Severity.WARNING,
    en=(
        "{part} serves {goal}, but {whole}, which it is a part of, serves {whole_goal}",
        "give both the same goal, or take `part_of` out",
    ),
    uk=(
        "захід {part} служить цілі {goal}, а {whole}, частиною якого він є, — цілі {whole_goal}",
        "вкажіть для обох ту саму ціль або приберіть `part_of`",
    ),
)
def part_of_other_goal(plan: Plan) -> Iterator[Finding]:
    """A part serves another goal than the larger measure that it belongs to.

    ## Why this matters
    The whole is printed in one chapter and its part in another; the money of the part is counted for
    the other goal.

    ## What to do
    Give the part the goal of the whole. If it really serves another goal, it is a measure of its own.
    ---
    Частина служить іншій цілі, ніж більший захід, до якого вона належить.

    ## Чому це важливо
    Ціле друкується в одному розділі, а його частина — в іншому; кошти частини зараховуються іншій цілі.

    ## Що робити
    Вкажіть для частини ціль цілого. Якщо вона справді служить іншій цілі, це окремий захід.
    """
    strategy = plan.strategy
    for part in strategy.measures.values():
        if part.part_of is None:
            continue
        whole = strategy.measures[part.part_of]
        if whole.goal != part.goal:
            related = Related(strategy.span(whole, "goal"), {"en": "the goal of the whole", "uk": "ціль цілого"})
            facts = {"part": part.id, "goal": part.goal, "whole": whole.id, "whole_goal": whole.goal}
            yield Finding(strategy.span(part, "goal"), facts, (related,))
