from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.schema.assignment import AssignmentKind


@rule(
    "SB734",
    severity=Severity.WARNING,
    demands=("assignments.due",),
    en=("{assignment} does not say {missing}", "write `members`, `units` or `subgroups`, and `due`"),
    uk=("{assignment} не каже, {missing}", "допишіть `members`, `units` або `subgroups` та `due`"),
)
def assignment_without_assignee_or_day(plan: Plan) -> Iterator[Finding]:
    """An assignment does not say who is to do it, or by when.

    ## Why this matters
    Members must carry out assignments in time (regulation, 4.1); without a name and a day nobody can be
    reminded.

    ## What to do
    Name members, units or subgroups, and the last day. A request for information goes to units.
    ---
    Доручення не каже, хто його виконує або до якого дня.

    ## Чому це важливо
    Члени групи мають своєчасно виконувати доручення (Положення, 4.1); без імені й дня нікому нагадати.

    ## Що робити
    Назвіть членів групи, підрозділи чи підгрупи та останній день. Запит на інформацію надсилають
    підрозділам.
    """
    for one in plan.strategy.assignments.values():
        nobody = not (one.members or one.units or one.subgroups)
        if one.kind is AssignmentKind.INFORMATION_REQUEST:
            nobody = not one.units
        missing = tuple(
            name
            for name, is_missing in (
                ("units" if one.kind is AssignmentKind.INFORMATION_REQUEST else "members", nobody),
                ("due", one.due is None),
            )
            if is_missing
        )
        if missing:
            yield Finding(plan.strategy.span(one, "id"), {"assignment": one.id, "missing": missing})
