from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB747",
    severity=DEMANDED_FROM_CONSULTATION,
    en=(
        "{substitute} acts for {member}, and it is not said why the member is away",
        "write `reason: leave`, `mission` or `illness`",
    ),
    uk=("{member} заміщує {substitute}, але причини відсутності не названо", "допишіть `reason: leave`, `mission` або `illness`"),
)
def absence_with_substitute_but_no_reason(plan: Plan) -> Iterator[Finding]:
    """An official acts for a member, and the reason of the absence is missing.

    ## Why this matters
    Only some reasons give the substitute a vote (regulation, 1.3). No public edition says the reason.

    ## What to do
    Write the reason.
    ---
    Члена групи заміщують, а причини відсутності не названо.

    ## Чому це важливо
    Право голосу дають лише деякі причини (Положення, 1.3). Публічна редакція причини не містить.

    ## Що робити
    Допишіть причину.
    """
    for member in plan.strategy.members.values():
        for place, absence in enumerate(member.absences):
            if absence.substitute is not None and absence.reason is None:
                facts = {"member": member.id, "substitute": plan.strategy.text(absence.substitute)}
                yield Finding(plan.strategy.span(member, "absences", place), facts)
