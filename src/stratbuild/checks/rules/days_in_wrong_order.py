from collections.abc import Iterator
from datetime import date, datetime

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.base import Entity


@rule(
    "SB731",
    en=("{item} ends on {until} before it begins on {since}", "correct one of the days"),
    uk=("{item} закінчується {until}, раніше, ніж починається {since}", "виправте один із днів"),
)
def days_in_wrong_order(plan: Plan) -> Iterator[Finding]:
    """A membership, a role, an absence, a subgroup or a meeting ends before it begins.

    ## Why this matters
    On no day would it hold: the member would have no vote, the substitute no right.

    ## What to do
    Correct the day that is wrong.
    ---
    Членство, роль, відсутність, підгрупа чи засідання закінчується раніше, ніж починається.

    ## Чому це важливо
    Жодного дня воно не діяло б: член групи не мав би голосу, а той, хто заміщує, – права.

    ## Що робити
    Виправте хибний день.
    """
    for owner, way, since, until in _spans(plan):
        if since is not None and until is not None and until < since:
            facts = {"item": owner.id, "since": _shown(since), "until": _shown(until)}
            yield Finding(plan.strategy.span(owner, *way), facts)


def _spans(plan: Plan) -> Iterator[tuple[Entity, tuple[str | int, ...], date | None, date | None]]:
    for member in plan.strategy.members.values():
        yield member, ("until",), member.since, member.until
        for place, role in enumerate(member.roles):
            yield member, ("roles", place, "until"), role.since, role.until
        for place, absence in enumerate(member.absences):
            yield member, ("absences", place, "until"), absence.since, absence.until
    for subgroup in plan.strategy.subgroups.values():
        yield subgroup, ("until",), subgroup.since, subgroup.until
    for meeting in plan.strategy.meetings.values():
        yield meeting, ("ends",), meeting.starts, meeting.ends


def _shown(day: date) -> object:
    """A day as a fact; of a meeting the time counts, too."""
    return f"{day:%Y-%m-%d %H:%M}" if isinstance(day, datetime) else day
