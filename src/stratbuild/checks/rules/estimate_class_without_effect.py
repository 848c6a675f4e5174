from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB376",
    severity=Severity.NOTE,
    en=(
        "{line} names the class {estimate_class}, but its own `cost_range` counts, and nothing else comes from the class",
        "keep one of the two",
    ),
    uk=(
        "рядок {line} називає клас {estimate_class}, але діють його власні межі `cost_range`, і більше нічого з класу не береться",
        "залиште одне з двох",
    ),
)
def estimate_class_without_effect(plan: Plan) -> Iterator[Finding]:
    """A budget line names an estimate class and has a range of its own.

    ## Why this matters
    Whoever changes the class later believes that the line follows it.

    ## What to do
    Delete the range if the class is right, or the class if the range is better known.
    ---
    Рядок бюджету називає клас оцінки й має власні межі.

    ## Чому це важливо
    Той, хто згодом змінить клас, вважатиме, що рядок зміниться разом із ним.

    ## Що робити
    Видаліть межі, якщо клас правильний, або клас, якщо межі відомі краще.
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        if line.cost_range is None or line.estimate_class is None:
            continue
        named = strategy.estimate_classes[line.estimate_class]
        if named.driver is None or line.driver is not None:
            related = Related(strategy.span(line, "cost_range"), {"en": "its own range", "uk": "власні межі"})
            facts = {"line": line.id, "estimate_class": named.id}
            yield Finding(strategy.span(line, "estimate_class"), facts, (related,))
