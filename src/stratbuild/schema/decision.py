"""Decisions of the group: about what, the votes, declared interests, what they approve."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Reference
from stratbuild.schema.meeting import MeetingId
from stratbuild.schema.member import MemberId
from stratbuild.schema.scalars import EntityId, Order, PlainText, YesNo
from stratbuild.schema.text import LongText, Text

DecisionId = Annotated[EntityId, Reference("decisions")]
ApprovedId = Annotated[EntityId, Reference("goals", "measures", "kpis", "budget_lines", "specifications", "risks", "sources")]


class Vote(StrEnum):
    """How somebody voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Outcome(StrEnum):
    """What became of what was put to the vote."""

    ADOPTED = "adopted"
    REJECTED = "rejected"


class VoteCount(Part):
    """How many voted how."""

    in_favour: Order = Field(title="For", description="Votes for: `17`.")
    against: Order = Field(title="Against", description="Votes against: `2`.")
    abstained: Order = Field(title="Abstained", description="Those who abstained: `1`.")
    not_voting: Order = Field(
        0, title="Not voting", description="Those who could vote and did not; none where nothing is said: `1`."
    )


class Interest(Part):
    """An interest that a member has declared."""

    member: MemberId = Field(title="Member", description="Who declared it: `MB-KOVAL`.")
    about: Text | None = Field(None, title="About", description="What the interest is.")
    votes: YesNo = Field(
        False, title="Votes", description="Whether the member votes all the same: `true` or `false`; false where nothing is said."
    )


class GroupDecision(Entity):
    """Something put to the vote at a meeting. Whether it is adopted follows from the votes and the regulation."""

    collection: ClassVar[str] = "decisions"
    kind_order: ClassVar[int] = 113
    example_id: ClassVar[str] = "DC-07-2"

    meeting: MeetingId = Field(title="Meeting", description="Meeting that voted: `MT-07`.")
    item: Order | None = Field(None, title="Point", description="Point of the agenda, counted from one: `2`.")
    text: LongText = Field(title="Text", description="What was put to the vote, as it stands in the minutes.")
    votes: VoteCount | None = Field(
        None, title="Votes", description="How many for, against and abstaining: `{in_favour: 17, against: 2, abstained: 1}`."
    )
    by_name: Mapping[MemberId, Vote] = Field(
        default_factory=dict, title="Votes by name", description="Who voted how, where it was recorded: `{MB-KOVAL: for}`."
    )
    head_vote: Vote | None = Field(
        None, title="Vote of the head", description="How the head voted, where votes are not recorded by name: `for`."
    )
    interests: tuple[Interest, ...] = Field(
        (), title="Declared interests", description="Members who declared an interest in the matter."
    )
    outcome: Outcome | None = Field(
        None, title="Outcome", description="As the minutes say it; it is compared with what follows from the votes."
    )
    approves: tuple[ApprovedId, ...] = Field((), title="Approves", description="Items whose text it approves: `[M-WIFI]`.")
    approves_strategy: YesNo = Field(
        False,
        title="Approves the strategy",
        description="Whether it approves the whole strategy: `true` or `false`; false where nothing is said.",
    )
    changes_regulation: LongText | None = Field(
        None, title="Changes the regulation", description="What it agrees to change in the regulation of the group."
    )
    confirmed_by: Text | None = Field(
        None, title="Confirmed by", description="Act that confirmed it, where the regulation asks for one: order, date, number."
    )


class Approval(Entity):
    """The marks of what a decision approved. `stratbuild approve` writes them; nobody needs to by hand."""

    collection: ClassVar[str] = "approvals"
    kind_order: ClassVar[int] = 115
    example_id: ClassVar[str] = "AP-07-2"

    decision: DecisionId = Field(title="Decision", description="Decision that approved: `DC-07-2`.")
    marks: Mapping[PlainText, PlainText] = Field(
        title="Marks",
        description="By item: the marks of its fields at the time of the vote, `{M-WIFI: title 3f2a9c01 7be0}`.",
    )
