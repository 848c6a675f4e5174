"""Meetings of the group and its subgroups, and public events: when, where, who came, what was spoken of."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Personal, Reference
from stratbuild.schema.member import MemberId
from stratbuild.schema.moment import Moment
from stratbuild.schema.scalars import Day, EntityId, Order, PlainText, YesNo
from stratbuild.schema.subgroup import SubgroupId
from stratbuild.schema.text import LongText, Text

MeetingId = Annotated[EntityId, Reference("meetings")]
SubjectId = Annotated[
    EntityId,
    Reference(
        "goals", "measures", "kpis", "budget_lines", "specifications", "risks", "proposals", "findings", "surveys", "subgroups"
    ),
]


class MeetingKind(StrEnum):
    """What kind of meeting it is."""

    MEETING = "meeting"
    SUBGROUP = "subgroup"
    PUBLIC = "public"


class Guest(Part):
    """Somebody who was invited, and has no vote."""

    name: Annotated[Text, Personal()] = Field(title="Name", description="Surname and names; no public edition says them.")
    post: Text | None = Field(None, title="Post", description="Post or occupation.")


class Speech(Part):
    """What somebody said."""

    member: MemberId | None = Field(None, title="Member", description="Member who spoke: `MB-KOVAL`.")
    speaker: Text | None = Field(None, title="Speaker", description="Post of who spoke, where it was no member.")
    said: Text = Field(title="Said", description="What was said, in short.")


class AgendaItem(Part):
    """A point of the agenda, and how it went."""

    title: Text = Field(title="Title", description="What is spoken of.")
    reported_by: MemberId | None = Field(None, title="Reported by", description="Member who reports: `MB-KOVAL`.")
    speaker: Text | None = Field(None, title="Speaker", description="Post of who reports, where it is no member.")
    about: tuple[SubjectId, ...] = Field((), title="About", description="What it is about: `[G-NET, M-WIFI]`.")
    heard: LongText | None = Field(None, title="Heard", description="What was reported, in short.")
    spoke: tuple[Speech, ...] = Field((), title="Spoke", description="Who spoke, and what they said.")


class Meeting(Entity):
    """A meeting that was held or is called."""

    collection: ClassVar[str] = "meetings"
    kind_order: ClassVar[int] = 112
    example_id: ClassVar[str] = "MT-07"

    kind: MeetingKind = Field(
        MeetingKind.MEETING, title="Kind", description="A meeting of the group, of a subgroup, or a public event."
    )
    number: Order | None = Field(None, title="Number", description="Number of the meeting and of its minutes: `7`.")
    subgroup: SubgroupId | None = Field(None, title="Subgroup", description="Subgroup that meets: `SG-CYBER`.")
    title: Text | None = Field(None, title="Title", description="What a public event is called.")
    starts: Moment = Field(title="Starts", description="Day and time by the clocks of the community: `2025-03-13 10:00`.")
    ends: Moment | None = Field(None, title="Ends", description="When it ends or ended: `2025-03-13 11:40`.")
    place: Text | None = Field(None, title="Place", description="Where it is held.")
    online: YesNo = Field(
        False, title="Online", description="Whether one can take part from afar: `true` or `false`; false where nothing is said."
    )
    link: Annotated[PlainText | None, Personal()] = Field(
        None, title="Link", description="Address of the online meeting, for those who are called; no public edition says it."
    )
    called: Day | None = Field(None, title="Called", description="Day on which the notice was sent: `2025-03-06`.")
    chaired_by: MemberId | None = Field(None, title="Chaired by", description="Member who is in the chair: `MB-KOVAL`.")
    secretary: MemberId | None = Field(None, title="Secretary", description="Member who takes the minutes: `MB-LYSENKO`.")
    present: tuple[MemberId, ...] = Field((), title="Present", description="Members who came themselves.")
    substituted: tuple[MemberId, ...] = Field(
        (), title="Substituted", description="Members for whom the official came who acts in their place."
    )
    absent: tuple[MemberId, ...] = Field((), title="Absent", description="Members who did not come, nor anybody for them.")
    invited: tuple[Guest, ...] = Field((), title="Invited", description="Who else was there, without a vote.")
    participants: Order | None = Field(None, title="Participants", description="How many people came to a public event: `64`.")
    agenda: tuple[AgendaItem, ...] = Field((), title="Agenda", description="The points of the agenda in their order.")
    summary: LongText | None = Field(None, title="Summary", description="What a public event was about and what people said.")

    @property
    def is_held(self) -> bool:
        """Whether it has taken place, as far as it is written down who came."""
        return bool(self.present or self.substituted or self.participants)
