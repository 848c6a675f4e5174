from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.proposals import considered
from stratbuild.schema.proposal import Disposition


@rule(
    "SB633",
    en=("{measure} claims to take up {proposal}, which was rejected", "take it out of `answers`, or correct what became of it"),
    uk=(
        "{measure} начебто враховує {proposal}, а її відхилено",
        "приберіть її з `answers` або виправте рішення щодо неї",
    ),
)
def measure_answers_rejected_proposal(plan: Plan) -> Iterator[Finding]:
    """A measure says that it takes up a proposal which was rejected, itself or the one that it repeats.

    ## Why this matters
    The measure and the answer to the author would say opposite things.

    ## What to do
    Take the proposal out of `answers`, or correct its `disposition` by what the group decided.
    ---
    Захід називає врахованою пропозицію, яку відхилено – її саму або ту, що вона повторює.

    ## Чому це важливо
    Захід і відповідь авторові казали б протилежне.

    ## Що робити
    Приберіть пропозицію з `answers` або виправте її `disposition` за рішенням групи.
    """
    strategy, proposals = plan.strategy, considered(plan)
    for measure in strategy.measures.values():
        for place, id_ in enumerate(measure.answers):
            one = proposals[id_]
            if one.disposition is Disposition.REJECTED:
                related = Related(strategy.span(one.first, "disposition"), {"en": "rejected here", "uk": "відхилено тут"})
                facts = {"measure": measure.id, "proposal": id_}
                yield Finding(strategy.span(measure, "answers", place), facts, (related,))
