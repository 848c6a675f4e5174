from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB732",
    en=("{member} belongs to {subgroup} and was no member of the group on {day}", "correct the id, or the days of membership"),
    uk=("{member} входить до {subgroup}, але {day} не входить до групи", "виправте ідентифікатор або дні членства"),
)
def subgroup_with_stranger(plan: Plan) -> Iterator[Finding]:
    """A subgroup has a stranger among its members, or a head who is not one of them.

    ## Why this matters
    Subgroups are made up of members of the group (regulation, 1.4).

    ## What to do
    Correct the members of the subgroup. Others take part as invited.
    ---
    До підгрупи входить сторонній, або її керівник не є її членом.

    ## Чому це важливо
    Підгрупи складаються з членів групи (Положення, 1.4).

    ## Що робити
    Виправте склад підгрупи. Решта бере участь як запрошені.
    """
    for subgroup in plan.strategy.subgroups.values():
        for place, id_ in enumerate(subgroup.members):
            member = plan.strategy.members[id_]
            day = max(subgroup.since, member.since) if subgroup.since else member.since
            if not member.sits_on(day) or (subgroup.since and member.until and member.until < subgroup.since):
                facts = {"member": id_, "subgroup": subgroup.id, "day": subgroup.since or day}
                yield Finding(plan.strategy.span(subgroup, "members", place), facts)
        if subgroup.head is not None and subgroup.head not in subgroup.members:
            day = subgroup.since or plan.strategy.members[subgroup.head].since
            facts = {"member": subgroup.head, "subgroup": subgroup.id, "day": day}
            yield Finding(plan.strategy.span(subgroup, "head"), facts)
