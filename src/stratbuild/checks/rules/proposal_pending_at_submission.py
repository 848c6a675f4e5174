from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.model.proposals import considered
from stratbuild.schema.proposal import Disposition


@rule(
    "SB630",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("proposals.disposition",),
    en=("nothing has been decided about {proposal}", "write `disposition`: accepted, partly or rejected, and the reason"),
    uk=("{proposal} ще не розглянуто", "допишіть `disposition`: accepted, partly або rejected, і підставу"),
)
def proposal_pending_at_submission(plan: Plan) -> Iterator[Finding]:
    """A proposal waits for a decision when the draft goes to the council.

    ## Why this matters
    Whoever took part in the discussion has a right to learn what became of their proposal, and the report on
    the consultation has a row for each.

    ## What to do
    Put it to the group and write down what was decided. One that repeats an earlier proposal shares its fate:
    name that one in `duplicate_of`.
    ---
    Проєкт подають до ради, а пропозицію ще не розглянуто.

    ## Чому це важливо
    Кожен, хто взяв участь в обговоренні, має дізнатися, що сталося з його пропозицією, а у звіті про
    обговорення їй відведено рядок.

    ## Що робити
    Винесіть її на розгляд групи й запишіть рішення. Якщо вона повторює попередню, назвіть ту в `duplicate_of`:
    рішення буде спільним.
    """
    for one in considered(plan).values():
        if not one.is_repeated and one.disposition is Disposition.PENDING:
            way = ("disposition",) if "disposition" in one.proposal.model_fields_set else ("id",)
            yield Finding(plan.strategy.span(one.proposal, *way), {"proposal": one.proposal.id})
