"""Goals: a tree of any depth whose levels are named by the strategy."""

from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.evidence import EvidenceId
from stratbuild.schema.scalars import EntityId, Order
from stratbuild.schema.text import LongText, Text

GoalId = Annotated[EntityId, Reference("goals")]


class Goal(Entity):
    """What the community wants to reach. A goal without a parent is of the highest level."""

    collection: ClassVar[str] = "goals"
    kind_order: ClassVar[int] = 20
    example_id: ClassVar[str] = "G-NET"

    title: Text = Field(title="Title", description="What is reached, in one sentence.")
    parent: GoalId | None = Field(None, title="Parent", description="Goal of the level above that this one is a part of.")
    description: LongText | None = Field(None, title="Description", description="Why the goal matters and what it means.")
    result: Text | None = Field(None, title="Expected result", description="What will be different when the goal is reached.")
    because: tuple[EvidenceId, ...] = Field(
        (), title="Because", description="Evidence that the goal rests on: `[EV-NEEDS-Q4, EV-NET-FIBRE]`."
    )
    order: Order | None = Field(
        None, title="Order", description="Place among the goals of one parent; otherwise the order of files and lines counts."
    )
