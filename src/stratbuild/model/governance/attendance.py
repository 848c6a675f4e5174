"""Who came to a meeting, who came for somebody, who may vote there, whether they are enough."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from stratbuild.model.governance.composition import called
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Member
from stratbuild.schema.regulation import Quorum, Regulation
from stratbuild.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Attendance:
    """The roll of a meeting, as it is written down, against the members who make it up."""

    members: tuple[str, ...]
    """Who makes it up, in the order of the strategy."""
    voters: frozenset[str]
    """Members who have a vote there: they came themselves, or an official came who may vote for them."""
    unlisted: tuple[str, ...]
    """Members of whom nothing is written down."""
    strangers: tuple[str, ...]
    """Written down as present, substituted or absent, and no members of this meeting."""
    twice: tuple[str, ...]
    """Written down more than once."""
    wrongly_substituted: tuple[str, ...]
    """Members for whom somebody came who has no right to."""

    @property
    def is_sound(self) -> bool:
        """Whether everybody is written down once, and nobody else."""
        return not (self.unlisted or self.strangers or self.twice or self.wrongly_substituted)


def attendance(strategy: Strategy, meeting: Meeting) -> Attendance:
    """The roll of a meeting; of one that has not been held, or a public event, there is nothing to say."""
    members = tuple(one.id for one in called(strategy, meeting))
    listed = Counter((*meeting.present, *meeting.substituted, *meeting.absent))
    known, day = frozenset(members), meeting.starts.date()
    wrongly = tuple(id_ for id_ in meeting.substituted if not may_be_substituted(strategy, strategy.members[id_], meeting))
    came = frozenset(meeting.present) | (frozenset(meeting.substituted) - frozenset(wrongly))
    strangers = tuple(id_ for id_ in listed if id_ not in known)
    return Attendance(
        members,
        came & known,
        tuple(id_ for id_ in members if id_ not in listed),
        strangers if meeting.kind is not MeetingKind.PUBLIC else (),
        tuple(id_ for id_, count in listed.items() if count > 1),
        tuple(id_ for id_ in wrongly if strategy.members[id_].sits_on(day)),
    )


def may_be_substituted(strategy: Strategy, member: Member, meeting: Meeting) -> bool:
    """Whether an official may vote for a member at a meeting: away for a reason that the regulation names, with a substitute.

    A reason that is not written down does not stand in the way: the public edition has none, and its
    votes must come out as in every other.
    """
    regulation = strategy.settings.regulation or Regulation()
    day = meeting.starts.date()
    return bool(regulation.substitutes_for) and any(
        one.substitute is not None and (one.reason is None or one.reason in regulation.substitutes_for)
        for one in member.absences
        if one.covers(day)
    )


def needed(quorum: Quorum, members: int) -> int:
    """How many must have come, of so many members."""
    if quorum.members is not None:
        return quorum.members + (1 if quorum.more_than else 0)
    exact = Fraction(quorum.share or 0) * members / 100  # shares are held in per cent
    least = -(-exact.numerator // exact.denominator)
    return least + 1 if quorum.more_than and least == exact else least


def has_quorum(strategy: Strategy, meeting: Meeting, roll: Attendance) -> bool:
    """Whether as many came as the regulation asks for; so it is where it asks for nothing, and at a meeting of a subgroup."""
    quorum = (strategy.settings.regulation or Regulation()).quorum
    return quorum is None or meeting.kind is not MeetingKind.MEETING or len(roll.voters) >= needed(quorum, len(roll.members))
