"""How every member stood to every meeting: came, was acted for, stayed away, or did not belong to it then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stratbuild.model.governance.composition import called, meetings_in_order
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.strategy import Strategy


class Presence(StrEnum):
    """How a member stood to a meeting."""

    PRESENT = "present"
    SUBSTITUTED = "substituted"
    ABSENT = "absent"
    UNLISTED = "unlisted"
    NO_MEMBER = "no_member"


@dataclass(frozen=True, slots=True)
class Roll:
    """A meeting and how every member of the strategy stood to it, those who did not belong to it among them."""

    meeting: Meeting
    by_member: Mapping[str, Presence]

    def number_of(self, presence: Presence) -> int:
        """How many members stood to it so."""
        return sum(one is presence for one in self.by_member.values())


class MeetingState(StrEnum):
    """How a meeting or public event stands on a day."""

    HELD = "held"
    CALLED = "called"
    NOT_RECORDED = "not_recorded"


def state_of(meeting: Meeting, day: date) -> MeetingState:
    """Whether it has been held by a day, is still to come, or is over and nobody wrote down who came."""
    if meeting.is_held and meeting.starts.date() <= day:
        return MeetingState.HELD
    return MeetingState.CALLED if meeting.starts.date() >= day else MeetingState.NOT_RECORDED


def rolls(strategy: Strategy, day: date) -> tuple[Roll, ...]:
    """The meetings of the group and its subgroups that had been held by a day, in their order."""
    return tuple(roll(strategy, one) for one in held_by(strategy, day) if one.kind is not MeetingKind.PUBLIC)


def held_by(strategy: Strategy, day: date) -> tuple[Meeting, ...]:
    """The meetings and public events that had been held by a day, in their order."""
    return tuple(one for one in meetings_in_order(strategy) if state_of(one, day) is MeetingState.HELD)


def roll(strategy: Strategy, meeting: Meeting) -> Roll:
    """How every member stood to a meeting, as it is written down."""
    members = {one.id for one in called(strategy, meeting)}
    return Roll(meeting, {id_: _presence(meeting, id_, belongs=id_ in members) for id_ in strategy.members})


def _presence(meeting: Meeting, member: str, *, belongs: bool) -> Presence:
    if not belongs:
        return Presence.NO_MEMBER
    if member in meeting.present:
        return Presence.PRESENT
    if member in meeting.substituted:
        return Presence.SUBSTITUTED
    return Presence.ABSENT if member in meeting.absent else Presence.UNLISTED
