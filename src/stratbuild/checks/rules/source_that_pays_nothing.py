from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB424",
    severity=Severity.NOTE,
    en=(
        "{source} pays for nothing; its ceilings are {ceilings} together",
        "name it in `funding:` of a line, or delete the source",
    ),
    uk=(
        "джерело {source} нічого не оплачує; його межі разом — {ceilings}",
        "назвіть його у `funding:` якогось рядка або видаліть джерело",
    ),
)
def source_that_pays_nothing(plan: Plan) -> Iterator[Finding]:
    """No budget line is paid from a funding source.

    ## Why this matters
    Either money has been left lying, or the source is left over from an earlier version.

    ## What to do
    Use the source or delete it.
    ---
    З джерела не оплачують жодного рядка бюджету.

    ## Чому це важливо
    Або кошти лишилися невикористаними, або джерело залишилося від попередньої версії.

    ## Що робити
    Використайте джерело або видаліть його.
    """
    paying = {amount.source for amount in plan.budget.amounts if amount.money}
    for source in plan.strategy.sources.values():
        if source.id not in paying and source.id not in plan.strategy.payers:
            facts = {"source": source.id, "ceilings": Money.total(source.ceilings.values())}
            yield Finding(plan.strategy.span(source, "id"), facts)
