from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.model.proposals import considered


@rule(
    "SB632",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.WARNING),
    demands=("proposals.places",),
    en=(
        "{proposal} was accepted, but nothing in the strategy takes it up",
        "write `places: [M-WIFI]`, or `answers` in the measure",
    ),
    uk=("{proposal} враховано, але місця у стратегії їй не названо", "допишіть `places: [M-WIFI]` або `answers` у заході"),
)
def accepted_proposal_without_place(plan: Plan) -> Iterator[Finding]:
    """A proposal was accepted, wholly or in part, but no goal, measure or indicator takes it up.

    ## Why this matters
    That a proposal was accepted can be seen only by what it has changed; without a place it is a word.

    ## What to do
    Name the goals, measures or indicators under `places`, or the proposal under `answers` of a measure. If
    nothing takes it up, it was not accepted.
    ---
    Пропозицію враховано, повністю або частково, але жодна ціль, захід чи показник її не містить.

    ## Чому це важливо
    Що пропозицію враховано, видно лише з того, що вона змінила; без місця у стратегії це тільки слова.

    ## Що робити
    Назвіть цілі, заходи чи показники в `places` або саму пропозицію в полі `answers` заходу. Якщо такого місця
    немає, пропозицію не враховано.
    """
    for one in considered(plan).values():
        if not one.is_repeated and one.is_taken_up and not one.places:
            yield Finding(plan.strategy.span(one.proposal, "disposition"), {"proposal": one.proposal.id})
