"""Who belongs to the group and to its subgroups on a day, and who leads them."""

from datetime import date

from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Member, Role
from stratbuild.strategy import Strategy


def composition(strategy: Strategy, day: date) -> tuple[Member, ...]:
    """The members of the group on a day, in the order of the strategy."""
    return tuple(one for one in strategy.members.values() if one.sits_on(day))


def bearers(strategy: Strategy, role: Role, day: date) -> tuple[Member, ...]:
    """The members who have a role on a day: there should be one head, and at most one secretary."""
    return tuple(one for one in strategy.members.values() if one.has_role(role, day))


def bearer(strategy: Strategy, role: Role, day: date) -> Member | None:
    """The first member who has a role on a day."""
    return next(iter(bearers(strategy, role, day)), None)


def called(strategy: Strategy, meeting: Meeting) -> tuple[Member, ...]:
    """The members who make up a meeting: all, or those of its subgroup; nobody in particular makes up a public event."""
    day = meeting.starts.date()
    if meeting.kind is MeetingKind.MEETING:
        return composition(strategy, day)
    if meeting.kind is MeetingKind.SUBGROUP and meeting.subgroup is not None:
        named = strategy.subgroups[meeting.subgroup].members
        return tuple(one for one in composition(strategy, day) if one.id in named)
    return ()


def head_of(strategy: Strategy, meeting: Meeting) -> str | None:
    """Who is the head at a meeting: that of the group, or of the subgroup that meets."""
    if meeting.kind is MeetingKind.SUBGROUP and meeting.subgroup is not None:
        return strategy.subgroups[meeting.subgroup].head
    found = bearer(strategy, Role.HEAD, meeting.starts.date())
    return None if found is None else found.id


def meetings_in_order(strategy: Strategy, *kinds: MeetingKind) -> tuple[Meeting, ...]:
    """The meetings of some kinds, or all, by their beginnings."""
    chosen = (one for one in strategy.meetings.values() if not kinds or one.kind in kinds)
    return tuple(sorted(chosen, key=lambda one: (one.starts, one.id)))
