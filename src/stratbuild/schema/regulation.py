"""The regulation of the working group as data: how it votes, how often it meets, who may act for whom."""

from enum import StrEnum

from pydantic import Field

from stratbuild.schema.base import Part
from stratbuild.schema.member import AbsenceReason, Seat
from stratbuild.schema.passport import Act
from stratbuild.schema.scalars import Day, Order, Share, YesNo
from stratbuild.schema.text import Text


class Majority(StrEnum):
    """Of what a majority is counted."""

    OF_VOTES = "of_votes"
    OF_PRESENT = "of_present"
    OF_MEMBERS = "of_members"


class TieBreak(StrEnum):
    """What happens when exactly half of what a majority is counted of is for it."""

    HEAD = "head"
    CHAIR = "chair"
    REJECTED = "rejected"


class Frequency(StrEnum):
    """In which span of time there must be a meeting."""

    MONTH = "month"
    QUARTER = "quarter"


class Quorum(Part):
    """How many members must have come for a vote to count, as a number or as a share of all."""

    members: Order | None = Field(None, title="Members", description="How many members: `12`.")
    share: Share | None = Field(None, title="Share", description="Which share of the members: `50%`.")
    more_than: YesNo = Field(
        False,
        title="More than",
        description="Whether there must be more than that: `true` or `false`; so many suffice where nothing is said.",
    )


class Regulation(Part):
    """What the regulation of the group sets. What it does not set is left out, and no rule is made of it."""

    title: Text | None = Field(None, title="Title", description="Full title of the regulation.")
    group: Text | None = Field(None, title="Group", description="Full name of the group, as its papers have it at the top.")
    approved_by: Act | None = Field(None, title="Approved by", description="Act that approved it.")
    since: Day | None = Field(None, title="In force since", description="First day of the group's work: `2025-01-20`.")
    majority: Majority = Field(
        Majority.OF_VOTES,
        title="Majority",
        description="Of what more than half decides; of the votes for and against where nothing is said.",
    )
    tie: TieBreak = Field(
        TieBreak.REJECTED,
        title="Tie",
        description="What happens at exactly half: the vote of the head or of the chair decides, or nothing is adopted, which holds where nothing is said.",
    )
    quorum: Quorum | None = Field(
        None, title="Quorum", description="How many must have come; none where nothing is said: `{share: 50%, more_than: true}`."
    )
    meets_every: Frequency | None = Field(
        None, title="Meets every", description="In which span of time there must be a meeting: `month`."
    )
    substitutes_for: tuple[AbsenceReason, ...] = Field(
        (), title="Substitutes for", description="Reasons of absence for which an official may vote in the place of a member."
    )
    seats: tuple[Seat, ...] = Field((), title="Capacities", description="Capacities that must be present among the members.")
    changes_need_order: YesNo = Field(
        False,
        title="Changes need an order",
        description="Whether a change of the regulation is to be confirmed by an act: `true` or `false`; false where nothing is said.",
    )
