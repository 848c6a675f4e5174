from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.proposals import considered


@rule(
    "SB637",
    en=("{proposal} was answered on {answered}, before {before} when it was received and settled", "correct one of the days"),
    uk=("на {proposal} відповіли {answered}, раніше за {before}, коли її отримано й розглянуто", "виправте одну з дат"),
)
def proposal_answered_too_early(plan: Plan) -> Iterator[Finding]:
    """The author was answered before the proposal came, or before it was decided on.

    ## Why this matters
    An answer tells what was decided; nobody could have known it by then.

    ## What to do
    Correct `answered`, `received`, or the meeting that decided.
    ---
    Авторові відповіли раніше, ніж пропозиція надійшла або була розглянута.

    ## Чому це важливо
    Відповідь повідомляє про рішення, а його на той день ще не було.

    ## Що робити
    Виправте `answered`, `received` або засідання, на якому ухвалено рішення.
    """
    strategy = plan.strategy
    for one in considered(plan).values():
        proposal = one.proposal
        if proposal.answered is None:
            continue
        days = [proposal.received]
        if one.decided_by is not None:
            days.append(strategy.meetings[strategy.decisions[one.decided_by].meeting].starts.date())
        if proposal.answered < max(days):
            facts = {"proposal": proposal.id, "answered": proposal.answered, "before": max(days)}
            yield Finding(strategy.span(proposal, "answered"), facts)
