from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.proposals import considered
from stratbuild.schema.proposal import Disposition


@rule(
    "SB641",
    en=(
        "{proposal} was rejected, but places that take it up are named: {places}",
        "take `places` out, or correct what became of it",
    ),
    uk=("{proposal} відхилено, а місця, де її враховано, названо: {places}", "приберіть `places` або виправте рішення щодо неї"),
)
def rejected_proposal_with_places(plan: Plan) -> Iterator[Finding]:
    """A rejected proposal, or one that repeats it, names places in the strategy that take it up.

    ## Why this matters
    The report would say in one row both that the proposal was rejected and where it was taken up.

    ## What to do
    Take `places` out. If a part was taken up, the disposition is `partly`.
    ---
    Відхилена пропозиція або та, що її повторює, називає місця стратегії, де її враховано.

    ## Чому це важливо
    В одному рядку звіту стояло б і що пропозицію відхилено, і де її враховано.

    ## Що робити
    Приберіть `places`. Якщо враховано частину, рішення – `partly`.
    """
    for one in considered(plan).values():
        if one.disposition is Disposition.REJECTED and one.proposal.places:
            facts = {"proposal": one.proposal.id, "places": one.proposal.places}
            yield Finding(plan.strategy.span(one.proposal, "places"), facts)
