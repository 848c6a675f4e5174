from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.model.proposals import considered
from stratbuild.schema.proposal import Disposition


@rule(
    "SB631",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.WARNING),
    demands=("proposals.reason",),
    en=("{proposal} was rejected, wholly or in part, and it is not said why", "write `reason` as its author will read it"),
    uk=("{proposal} відхилено, повністю або частково, а підстави не наведено", "допишіть `reason` так, як прочитає її автор"),
)
def proposal_not_accepted_without_reason(plan: Plan) -> Iterator[Finding]:
    """A proposal was rejected or taken up in part, and no reason is given.

    ## Why this matters
    A refusal without a reason is what discussions are complained about most. The report and the reply to the
    author both print it.

    ## What to do
    Say what stands against the proposal, and of one taken up in part what was left out.
    ---
    Пропозицію відхилено або враховано частково, а підстави не наведено.

    ## Чому це важливо
    Відмова без пояснення – найчастіша причина скарг на обговорення. Підставу друкують і звіт, і відповідь
    авторові.

    ## Що робити
    Напишіть, що заважає врахувати пропозицію, а якщо її враховано частково – чого саме не враховано.
    """
    for one in considered(plan).values():
        is_refused = one.disposition in {Disposition.REJECTED, Disposition.PARTLY}
        if not one.is_repeated and is_refused and one.reason is None:
            yield Finding(plan.strategy.span(one.proposal, "disposition"), {"proposal": one.proposal.id})
