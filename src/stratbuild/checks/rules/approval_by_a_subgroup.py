from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.covered import approves
from stratbuild.schema.meeting import MeetingKind


@rule(
    "SB751",
    en=(
        "{decision} approves something, and {meeting} is no meeting of the whole group",
        "let the group vote on it; a subgroup recommends",
    ),
    uk=(
        "{decision} щось схвалює, а {meeting} – не засідання всієї групи",
        "поставте це на голосування групи; підгрупа лише рекомендує",
    ),
)
def approval_by_a_subgroup(plan: Plan) -> Iterator[Finding]:
    """A subgroup, or a public event, approves a text, the strategy or a change of the regulation.

    ## Why this matters
    By the regulation (2.4, 3.3, 5.2) the group decides. What two of its members agree on is a proposal.

    ## What to do
    Put it to the vote at a meeting of the group, and write the approval under that decision.
    ---
    Підгрупа або публічний захід схвалює текст, Стратегію чи зміну Положення.

    ## Чому це важливо
    За Положенням (2.4, 3.3, 5.2) вирішує група. Те, про що домовилися двоє її членів, – пропозиція.

    ## Що робити
    Поставте це на голосування на засіданні групи й запишіть схвалення в тому рішенні.
    """
    for decision in plan.strategy.decisions.values():
        if approves(decision) and plan.strategy.meetings[decision.meeting].kind is not MeetingKind.MEETING:
            name = (
                "approves_strategy" if decision.approves_strategy else "approves" if decision.approves else "changes_regulation"
            )
            yield Finding(plan.strategy.span(decision, name), {"decision": decision.id, "meeting": decision.meeting})
