"""How many measures a district or a goal is to have at least, whatever the money."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.district import DistrictId
from stratbuild.schema.goal import GoalId
from stratbuild.schema.scalars import EntityId, Order
from stratbuild.schema.text import Text

MinimumId = Annotated[EntityId, Reference("minimums")]


class Each(StrEnum):
    """What a minimum holds for, each by itself."""

    DISTRICT = "district"
    TOP_GOAL = "top-goal"
    GOAL = "goal"


class Minimum(Entity):
    """So many measures at least for one goal or district, or for each of them."""

    collection: ClassVar[str] = "minimums"
    kind_order: ClassVar[int] = 44
    example_id: ClassVar[str] = "MIN-DISTRICTS"

    title: Text = Field(title="Title", description="What is promised.")
    measures: Order = Field(title="Measures", description="How many measures at least: `1`.")
    goal: GoalId | None = Field(None, title="Goal", description="Goal that it holds for, with all below it: `G-INFRA`.")
    district: DistrictId | None = Field(None, title="District", description="District that it holds for: `D-BEREZNA`.")
    each: Each | None = Field(None, title="Each", description="Each of what it holds for, instead of one: `district`.")

    @model_validator(mode="after")
    def _of_one_thing(self) -> Self:
        named = [name for name in ("goal", "district", "each") if getattr(self, name) is not None]
        if len(named) != 1:
            raise PydanticCustomError("minimum_of_not_one_thing", "one of three", {"id": self.id, "named": len(named)})
        return self
