from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.votes import verdicts


@rule(
    "SB721",
    en=(
        "the minutes say that {decision} was {written}; by the votes and the regulation it was {reckoned}",
        "correct the votes, or `outcome`",
    ),
    uk=("у протоколі підсумок {decision} – {written}, а за голосами й Положенням – {reckoned}", "виправте голоси або `outcome`"),
)
def outcome_against_votes(plan: Plan) -> Iterator[Finding]:
    """The outcome in the minutes is not the one that follows from the votes.

    ## Why this matters
    A decision that was not adopted binds nobody, whatever the minutes say; one that was adopted must be
    carried out.

    ## What to do
    Check the votes, the declared interests, the quorum and the vote of the head. `stratbuild group` shows
    how the outcome follows.
    ---
    Підсумок у протоколі не той, що випливає з голосів.

    ## Чому це важливо
    Не ухвалене рішення нікого не зобов’язує, що б не казав протокол, а ухвалене треба виконувати.

    ## Що робити
    Перевірте голоси, заяви про конфлікт інтересів, кворум і голос голови. Як випливає підсумок, показує
    `stratbuild group`.
    """
    for decision, found in verdicts(plan):
        if decision.outcome is not None and found.outcome is not None and decision.outcome is not found.outcome:
            facts = {"decision": decision.id, "written": decision.outcome.value, "reckoned": found.outcome.value}
            yield Finding(plan.strategy.span(decision, "outcome"), facts)
