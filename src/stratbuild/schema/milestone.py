"""Milestones: days that matter and take no time, such as a budget that is adopted or a line that is in use."""

from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.dependency import Dependency
from stratbuild.schema.goal import GoalId
from stratbuild.schema.scalars import CoarseDate, Day, EntityId
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId

MilestoneId = Annotated[EntityId, Reference("milestones")]


class Milestone(Entity):
    """Something that happens on one day: when it is due, or what it comes after. Measures may wait for it."""

    collection: ClassVar[str] = "milestones"
    kind_order: ClassVar[int] = 42
    example_id: ClassVar[str] = "MS-BUDGET"

    title: Text = Field(title="Title", description="What has happened by then.")
    goal: GoalId | None = Field(None, title="Goal", description="Goal that it belongs to.")
    lead: UnitId | None = Field(None, title="Lead unit", description="Unit that answers for it: `U-FIN`.")
    on: CoarseDate | None = Field(
        None, title="Date", description="When it happens, where that does not follow from what it comes after: `2026-12-24`."
    )
    after: tuple[Dependency, ...] = Field((), title="After", description="What must be over before: `[M-FIBREN, M-FIBRES]`.")
    deadline: CoarseDate | None = Field(None, title="Deadline", description="When it has to have happened: `2026-12-31`.")
    actual: Day | None = Field(None, title="Actual day", description="Day on which it really happened: `2026-12-23`.")
    description: LongText | None = Field(None, title="Description", description="What it means, and how it is seen.")
