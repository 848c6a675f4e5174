from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.governance.attendance import attendance, needed
from stratbuild.model.governance.votes import verdicts
from stratbuild.model.governance.voting import Ground


@rule(
    "SB723",
    severity=Severity.WARNING,
    en=(
        "{decision} was voted on without a quorum: {came} had come, {needed} were needed",
        "put it to the vote again at a meeting with a quorum",
    ),
    uk=(
        "{decision} поставлено на голосування без кворуму: прийшло {came}, потрібно {needed}",
        "поставте питання на голосування ще раз, коли буде кворум",
    ),
)
def decision_without_quorum(plan: Plan) -> Iterator[Finding]:
    """Something was put to the vote although fewer members had come than the regulation asks for.

    ## Why this matters
    Such a vote adopts nothing. A quorum counts only where the regulation of the group sets one.

    ## What to do
    Put it to the vote again. Where the regulation sets no quorum, take it out of the settings.
    ---
    Питання поставлено на голосування, хоча членів групи прийшло менше, ніж вимагає Положення.

    ## Чому це важливо
    Таке голосування нічого не ухвалює. Кворум діє лише тоді, коли його встановлює Положення групи.

    ## Що робити
    Поставте питання на голосування ще раз. Якщо Положення кворуму не встановлює, приберіть його з
    налаштувань.
    """
    regulation = plan.strategy.settings.regulation
    for decision, found in verdicts(plan):
        if found.why is Ground.NO_QUORUM and regulation is not None and regulation.quorum is not None:
            roll = attendance(plan.strategy, plan.strategy.meetings[decision.meeting])
            least = needed(regulation.quorum, len(roll.members))
            yield Finding(
                plan.strategy.span(decision, "id"), {"decision": decision.id, "came": len(roll.voters), "needed": least}
            )
