"""What a vote comes to by the rules of the regulation, and why; or why it cannot be counted."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from stratbuild.model.governance.attendance import Attendance, attendance, has_quorum
from stratbuild.model.governance.composition import head_of
from stratbuild.schema.decision import GroupDecision, Outcome, Vote
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.regulation import Majority, Regulation, TieBreak
from stratbuild.strategy import Strategy


class Ground(StrEnum):
    """Why something is adopted or not."""

    MAJORITY = "majority"
    NO_MAJORITY = "no_majority"
    TIE_DECIDED_FOR = "tie_decided_for"
    TIE_NOT_DECIDED_FOR = "tie_not_decided_for"
    TIE_WITHOUT_DECIDER = "tie_without_decider"
    TIE = "tie"
    NO_QUORUM = "no_quorum"


class Obstacle(StrEnum):
    """Why a vote cannot be counted."""

    NOT_HELD = "not_held"
    NO_VOTE = "no_vote"
    NO_MEETING_THAT_VOTES = "no_meeting_that_votes"
    VOTER_WITHOUT_RIGHT = "voter_without_right"
    NAMES_AGAINST_COUNT = "names_against_count"
    COUNT_AGAINST_VOTERS = "count_against_voters"
    VOTES_OF_DECIDER_DIFFER = "votes_of_decider_differ"
    VOTE_OF_DECIDER_UNKNOWN = "vote_of_decider_unknown"


@dataclass(frozen=True, slots=True)
class Count:
    """How many voted how, of those who had a vote."""

    in_favour: int
    against: int
    abstained: int
    not_voting: int

    @property
    def total(self) -> int:
        """All who had a vote, as the count has it."""
        return self.in_favour + self.against + self.abstained + self.not_voting


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a vote came to."""

    outcome: Outcome | None
    """None where it cannot be counted."""
    why: Ground | Obstacle
    voters: tuple[str, ...]
    """Who had a vote, without those who declared an interest and do not vote."""
    count: Count | None
    base: int = 0
    """Of which number more than half was needed."""
    decider: str | None = None
    """Whose vote decided the tie, or would have."""


def verdict(strategy: Strategy, decision: GroupDecision) -> Verdict:
    """Count a vote by the regulation. A vote that contradicts the roll of the meeting, or itself, is not counted."""
    meeting = strategy.meetings[decision.meeting]
    roll = attendance(strategy, meeting)
    voters = entitled(decision, roll)
    count = counted(decision, voters)
    obstacle = _obstacle(decision, meeting, voters, count)
    if obstacle is not None or count is None:
        return Verdict(None, obstacle or Obstacle.NO_VOTE, voters, count)
    regulation = strategy.settings.regulation or Regulation()
    base = _base(regulation.majority, roll, voters, count)
    if not has_quorum(strategy, meeting, roll):
        return Verdict(Outcome.REJECTED, Ground.NO_QUORUM, voters, count, base)
    if 2 * count.in_favour > base:
        return Verdict(Outcome.ADOPTED, Ground.MAJORITY, voters, count, base)
    if 2 * count.in_favour < base or base == 0:
        return Verdict(Outcome.REJECTED, Ground.NO_MAJORITY, voters, count, base)
    return _tied(strategy, decision, Verdict(Outcome.REJECTED, Ground.TIE, voters, count, base))


def entitled(decision: GroupDecision, roll: Attendance) -> tuple[str, ...]:
    """Who may vote on a decision, in the order of the members."""
    out = {one.member for one in decision.interests if not one.votes}
    return tuple(id_ for id_ in roll.members if id_ in roll.voters and id_ not in out)


def counted(decision: GroupDecision, voters: tuple[str, ...]) -> Count | None:
    """The count as it is written down, or made from the votes by name; none where there was no vote."""
    if decision.votes is not None:
        written = decision.votes
        return Count(written.in_favour, written.against, written.abstained, written.not_voting)
    if not decision.by_name:
        return None
    named = Counter(decision.by_name.values())
    silent = sum(id_ not in decision.by_name for id_ in voters)
    return Count(named[Vote.FOR], named[Vote.AGAINST], named[Vote.ABSTAINED], silent)


def decider_of(strategy: Strategy, decision: GroupDecision) -> str | None:
    """Whose vote decides a tie, as far as the regulation names anybody."""
    meeting = strategy.meetings[decision.meeting]
    match (strategy.settings.regulation or Regulation()).tie:
        case TieBreak.HEAD:
            return head_of(strategy, meeting)
        case TieBreak.CHAIR:
            return meeting.chaired_by
    return None


def _obstacle(decision: GroupDecision, meeting: Meeting, voters: tuple[str, ...], count: Count | None) -> Obstacle | None:
    if meeting.kind is MeetingKind.PUBLIC:
        return Obstacle.NO_MEETING_THAT_VOTES
    if not meeting.is_held:
        return Obstacle.NOT_HELD
    if count is None:
        return Obstacle.NO_VOTE
    if not decision.by_name.keys() <= set(voters):
        return Obstacle.VOTER_WITHOUT_RIGHT
    named = Counter(decision.by_name.values())
    if named[Vote.FOR] > count.in_favour or named[Vote.AGAINST] > count.against or named[Vote.ABSTAINED] > count.abstained:
        return Obstacle.NAMES_AGAINST_COUNT
    if count.total != len(voters):
        return Obstacle.COUNT_AGAINST_VOTERS
    return None


def _base(majority: Majority, roll: Attendance, voters: tuple[str, ...], count: Count) -> int:
    match majority:
        case Majority.OF_VOTES:
            return count.in_favour + count.against
        case Majority.OF_PRESENT:
            return len(voters)
        case Majority.OF_MEMBERS:
            return len(roll.members)


def _tied(strategy: Strategy, decision: GroupDecision, tie: Verdict) -> Verdict:
    """Exactly half of what was needed: as the regulation says, the vote of one member decides, or nothing is adopted."""
    regulation = strategy.settings.regulation or Regulation()
    if regulation.tie is TieBreak.REJECTED:
        return tie
    decider = decider_of(strategy, decision)
    meeting = strategy.meetings[decision.meeting]
    # The right to decide is the person's own: an official who votes for an absent head has the head's vote, not this right.
    if decider is None or decider not in tie.voters or decider not in meeting.present:
        return _why(tie, Outcome.REJECTED, Ground.TIE_WITHOUT_DECIDER, decider)
    by_name, apart = decision.by_name.get(decider), _vote_apart(strategy, decision, decider)
    if by_name is not None and apart is not None and by_name is not apart:
        return _why(tie, None, Obstacle.VOTES_OF_DECIDER_DIFFER, decider)
    vote = by_name or apart
    if vote is None:
        return _why(tie, None, Obstacle.VOTE_OF_DECIDER_UNKNOWN, decider)
    if vote is Vote.FOR:
        return _why(tie, Outcome.ADOPTED, Ground.TIE_DECIDED_FOR, decider)
    return _why(tie, Outcome.REJECTED, Ground.TIE_NOT_DECIDED_FOR, decider)


def _vote_apart(strategy: Strategy, decision: GroupDecision, decider: str) -> Vote | None:
    """The vote of the head where votes are not recorded by name; it says nothing of another member in the chair."""
    return decision.head_vote if decider == head_of(strategy, strategy.meetings[decision.meeting]) else None


def _why(tie: Verdict, outcome: Outcome | None, why: Ground | Obstacle, decider: str | None) -> Verdict:
    return Verdict(outcome, why, tie.voters, tie.count, tie.base, decider)
