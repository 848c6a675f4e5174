from collections.abc import Iterator

from stratbuild.checks.likeness import alike
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.model.proposals import considered


@rule(
    "SB644",
    severity=Severity.NOTE,
    en=("{proposal} may repeat {first}: {share} of the words are the same", "if it does, write `duplicate_of: {first}`"),
    uk=("{proposal}, можливо, повторює {first}: спільних слів {share}", "якщо це так, допишіть `duplicate_of: {first}`"),
)
def proposals_alike(plan: Plan) -> Iterator[Finding]:
    """Two proposals are so alike that one may repeat the other.

    ## Why this matters
    People who ask for the same should get the same answer, and the number of those who ask for it counts.

    ## What to do
    Read both. If the later one says nothing new, name the first in its `duplicate_of`; else leave it as it is.
    ---
    Дві пропозиції такі схожі, що одна може повторювати іншу.

    ## Чому це важливо
    Ті, хто просить про те саме, мають отримати однакову відповідь, а скільки їх – теж важливо.

    ## Що робити
    Прочитайте обидві. Якщо пізніша не каже нічого нового, назвіть першу в її `duplicate_of`, інакше лишіть як є.
    """
    strategy, proposals = plan.strategy, considered(plan)
    listed = sorted(proposals.values(), key=lambda one: one.proposal.received)
    for found in alike([strategy.text(one.proposal.text) for one in listed]):
        later, earlier = listed[found.later], listed[found.earlier]
        if later.first is not earlier.first:
            related = Related(strategy.span(earlier.proposal, "text"), {"en": "the earlier one", "uk": "раніша"})
            facts = {"proposal": later.proposal.id, "first": earlier.proposal.id, "share": f"{100 * found.share // 1} %"}
            yield Finding(strategy.span(later.proposal, "text"), facts, (related,))
