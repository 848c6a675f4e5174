"""Thematic subgroups of the working group."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.goal import GoalId
from stratbuild.schema.member import MemberId
from stratbuild.schema.scalars import Day, EntityId
from stratbuild.schema.text import LongText, Text

SubgroupId = Annotated[EntityId, Reference("subgroups")]


class Subgroup(Entity):
    """Members who work on one subject together."""

    collection: ClassVar[str] = "subgroups"
    kind_order: ClassVar[int] = 111
    example_id: ClassVar[str] = "SG-CYBER"

    title: Text = Field(title="Title", description="Subject of the subgroup.")
    purpose: LongText | None = Field(None, title="Purpose", description="What it is to do.")
    head: MemberId | None = Field(None, title="Head", description="Member who leads it: `MB-KOVAL`.")
    members: tuple[MemberId, ...] = Field((), title="Members", description="Its members, the head among them.")
    since: Day | None = Field(None, title="Since", description="Day on which it was created: `2025-03-13`.")
    until: Day | None = Field(None, title="Until", description="Last day; still at work where nothing is said.")
    created_by: Annotated[EntityId, Reference("decisions")] | None = Field(
        None, title="Created by", description="Decision of the group by which it was created: `DC-03-1`."
    )
    goals: tuple[GoalId, ...] = Field((), title="Goals", description="Goals that it works on: `[G-SEC]`.")

    def works_on(self, day: date) -> bool:
        """Whether it is at work on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
