from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB636",
    en=(
        "{proposal} came on {received}, and {decision} settled it on {decided}",
        "correct the day or the decision; one that repeats a settled proposal needs no `decided_by`",
    ),
    uk=(
        "{proposal} надійшла {received}, а рішення {decision} щодо неї датовано {decided}",
        "виправте дату або рішення; якщо пропозиція повторює вже розглянуту, `decided_by` не потрібне",
    ),
)
def proposal_decided_before_received(plan: Plan) -> Iterator[Finding]:
    """A proposal was decided on before it came.

    ## Why this matters
    Nobody can vote on what has not been proposed yet, so that one of the two days is wrong.

    ## What to do
    Correct `received` or `decided_by`. A proposal that repeats one settled before names it in `duplicate_of` and
    has no decision of its own.
    ---
    Рішення щодо пропозиції ухвалено раніше, ніж вона надійшла.

    ## Чому це важливо
    Не можна голосувати за те, чого ще не запропоновано, тож одна з дат хибна.

    ## Що робити
    Виправте `received` або `decided_by`. Пропозиція, що повторює вже розглянуту, називає ту в `duplicate_of` і
    власного рішення не має.
    """
    strategy = plan.strategy
    for proposal in strategy.proposals.values():
        if proposal.decided_by is not None:
            decided = strategy.meetings[strategy.decisions[proposal.decided_by].meeting].starts.date()
            if decided < proposal.received:
                facts = {"proposal": proposal.id, "received": proposal.received}
                facts |= {"decision": proposal.decided_by, "decided": decided}
                yield Finding(strategy.span(proposal, "decided_by"), facts)
