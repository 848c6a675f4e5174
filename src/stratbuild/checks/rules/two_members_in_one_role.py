from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.member import Member, Role, RolePeriod


@rule(
    "SB729",
    en=("{member} and {other} are both {role} on {day}", "end the one period before the other begins"),
    uk=("{member} і {other} мають ту саму роль {role} на {day}", "завершіть один період до того, як почнеться другий"),
)
def two_members_in_one_role(plan: Plan) -> Iterator[Finding]:
    """Two members are head, or two are secretary, on the same day.

    ## Why this matters
    The vote of the head decides at a tie; with two heads nobody can tell whose.

    ## What to do
    Write `until` at the period of the one who no longer has the role.
    ---
    Дві особи того самого дня є головою або секретарем.

    ## Чому це важливо
    За рівності голосів вирішує голос голови; якщо голів двоє, не сказати чий.

    ## Що робити
    Допишіть `until` до періоду того, хто цієї ролі вже не має.
    """
    held: dict[Role, list[tuple[Member, RolePeriod]]] = {}
    for member in plan.strategy.members.values():
        for place, period in enumerate(member.roles):
            for other, before in held.setdefault(period.role, []):
                day = max(period.since, before.since)
                if period.role is not Role.DEPUTY_HEAD and period.holds_on(day) and before.holds_on(day):
                    facts = {"member": member.id, "other": other.id, "role": period.role.value, "day": day}
                    yield Finding(plan.strategy.span(member, "roles", place), facts)
            held[period.role].append((member, period))
