from collections.abc import Iterator
from datetime import date

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.model.proposals import considered
from stratbuild.schema.proposal import Disposition


@rule(
    "SB638",
    severity=SeverityByStage(Stage.SUBMISSION, after=Severity.WARNING),
    demands=("proposals.answered",),
    en=("{proposal} has been settled, and its author has not been answered", "send the reply and write `answered`"),
    uk=("{proposal} розглянуто, а авторові ще не відповіли", "надішліть відповідь і допишіть `answered`"),
)
def proposal_settled_but_not_answered(plan: Plan) -> Iterator[Finding]:
    """The consultation is over, a proposal has been settled, and nobody has answered its author.

    ## Why this matters
    Who gets no answer will not propose anything the next time.

    ## What to do
    Send the reply; the build makes a letter for every author in the internal edition. Then write `answered`.
    ---
    Обговорення завершилося, пропозицію розглянуто, а відповіді автор ще не отримав.

    ## Чому це важливо
    Хто не дочекався відповіді, наступного разу нічого не запропонує.

    ## Що робити
    Надішліть відповідь: лист кожному авторові складає збирання внутрішньої редакції. Тоді допишіть `answered`.
    """
    if not _is_over(plan):
        return
    for one in considered(plan).values():
        if one.disposition is not Disposition.PENDING and one.proposal.answered is None:
            yield Finding(plan.strategy.span(one.proposal, "id"), {"proposal": one.proposal.id})


def _is_over(plan: Plan) -> bool:
    """Whether the consultation has ended, as far as the days in the record tell: a check knows no day of its own."""
    strategy = plan.strategy
    if strategy.stage.has_reached(Stage.SUBMISSION):
        return True
    consultation = strategy.settings.consultation
    if consultation is None or consultation.finish is None:
        return False
    held = [one.starts.date() for one in strategy.meetings.values() if one.is_held]
    return consultation.finish < max(held, default=date.min)
