"""The members of the working group: in which capacity they sit, since when, who acts for them."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Personal, Reference
from stratbuild.schema.scalars import Day, EntityId
from stratbuild.schema.text import Text
from stratbuild.schema.unit import UnitId

MemberId = Annotated[EntityId, Reference("members")]


class Seat(StrEnum):
    """The capacity in which a member sits, as the regulation names them."""

    EXECUTIVE_BODY = "executive_body"
    COUNCILLOR = "councillor"
    EXECUTIVE_COMMITTEE = "executive_committee"
    YOUTH_COUNCIL = "youth_council"
    IT_SPECIALIST = "it_specialist"
    BUSINESS = "business"
    CIVIL_SOCIETY = "civil_society"
    EGAP_EXPERT = "egap_expert"
    PARTNER = "partner"


class Role(StrEnum):
    """What a member does in the group besides being one."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    SECRETARY = "secretary"


class AbsenceReason(StrEnum):
    """Why a member is away for a time."""

    LEAVE = "leave"
    MISSION = "mission"
    ILLNESS = "illness"
    OTHER = "other"


class RolePeriod(Part):
    """A role, and from when to when a member has it."""

    role: Role = Field(title="Role", description="What the member does: `secretary`.")
    since: Day = Field(title="Since", description="First day: `2025-01-20`.")
    until: Day | None = Field(None, title="Until", description="Last day; still so where nothing is said.")

    def holds_on(self, day: date) -> bool:
        """Whether the member has the role on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


class Absence(Part):
    """A time in which a member is away, and who acts in the place of the member."""

    since: Day = Field(title="Since", description="First day: `2025-07-07`.")
    until: Day = Field(title="Until", description="Last day: `2025-07-25`.")
    reason: Annotated[AbsenceReason | None, Personal()] = Field(
        None, title="Reason", description="Why; no public edition says it: `leave`."
    )
    substitute: Text | None = Field(None, title="Substitute", description="Official who acts in the place of the member.")
    post: Text | None = Field(None, title="Post of the substitute", description="Post of that official.")

    def covers(self, day: date) -> bool:
        """Whether the member is away on a day."""
        return self.since <= day <= self.until


class Member(Entity):
    """A member of the working group."""

    collection: ClassVar[str] = "members"
    kind_order: ClassVar[int] = 110
    example_id: ClassVar[str] = "MB-KOVAL"

    name: Text = Field(title="Name", description="Surname and names.")
    seat: Seat = Field(title="Capacity", description="In which capacity the member sits: `executive_body`.")
    post: Text | None = Field(None, title="Post", description="Post or occupation.")
    unit: UnitId | None = Field(None, title="Unit", description="Unit that the member works in: `U-IT`.")
    organisation: Text | None = Field(None, title="Organisation", description="Where it is none of the units.")
    since: Day = Field(title="Since", description="First day of membership: `2025-01-20`.")
    until: Day | None = Field(None, title="Until", description="Last day; still a member where nothing is said.")
    appointed_by: Text | None = Field(None, title="Appointed by", description="Act by which the member was appointed.")
    dismissed_by: Text | None = Field(None, title="Dismissed by", description="Act by which the membership ended.")
    roles: tuple[RolePeriod, ...] = Field(
        (), title="Roles", description="Head, deputy head or secretary: `[{role: head, since: 2025-01-20}]`."
    )
    absences: tuple[Absence, ...] = Field(
        (), title="Absences", description="Times away, with the official who votes in the place of the member."
    )
    email: Annotated[Text | None, Personal()] = Field(
        None, title="E-mail", description="Where notices are sent; no public edition says it."
    )
    phone: Annotated[Text | None, Personal()] = Field(
        None, title="Telephone", description="Where the member can be called; no public edition says it."
    )

    def sits_on(self, day: date) -> bool:
        """Whether it is a member on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def has_role(self, role: Role, day: date) -> bool:
        """Whether the member has a role on a day."""
        return self.sits_on(day) and any(one.role is role and one.holds_on(day) for one in self.roles)

    def absence_on(self, day: date) -> Absence | None:
        """The absence that covers a day; one with a substitute before others."""
        covering = [one for one in self.absences if one.covers(day)]
        return next((one for one in covering if one.substitute is not None), covering[0] if covering else None)
