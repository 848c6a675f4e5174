from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.proposals import considered


@rule(
    "SB639",
    en=(
        "{proposal} repeats {first}, but what is said to have become of the two differs",
        "take `disposition` out of {proposal}, or `duplicate_of` if it says something else",
    ),
    uk=(
        "{proposal} повторює {first}, але рішення щодо них різні",
        "приберіть `disposition` у {proposal} або `duplicate_of`, якщо вона про інше",
    ),
)
def repeated_proposal_with_other_disposition(plan: Plan) -> Iterator[Finding]:
    """A proposal repeats another one, and its own disposition is not the other's.

    ## Why this matters
    Two people who asked for the same would be answered differently.

    ## What to do
    Take out the `disposition` of the one that repeats: it shares that of the first. If the two are not the same,
    take out `duplicate_of`.
    ---
    Пропозиція повторює іншу, а рішення щодо неї інше.

    ## Чому це важливо
    Двом людям, що просили про те саме, відповіли б по-різному.

    ## Що робити
    Приберіть `disposition` у тієї, що повторює: рішення буде спільним із першою. Якщо пропозиції різні,
    приберіть `duplicate_of`.
    """
    for one in considered(plan).values():
        proposal = one.proposal
        is_said = "disposition" in proposal.model_fields_set
        if one.is_repeated and is_said and proposal.disposition is not one.disposition:
            related = Related(plan.strategy.span(one.first, "id"), {"en": "the first", "uk": "перша"})
            facts = {"proposal": proposal.id, "first": one.first.id}
            yield Finding(plan.strategy.span(proposal, "disposition"), facts, (related,))
