"""Groups of measures of which not all are meant to be carried out."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.measure import MeasureId
from stratbuild.schema.scalars import EntityId
from stratbuild.schema.text import Text

AlternativeId = Annotated[EntityId, Reference("alternatives")]


class Choice(StrEnum):
    """How many measures of a group are carried out."""

    AT_MOST_ONE = "at-most-one"
    EXACTLY_ONE = "exactly-one"
    ALL_OR_NONE = "all-or-none"


class Alternative(Entity):
    """Measures of which one takes the place of another, or which make sense only together."""

    collection: ClassVar[str] = "alternatives"
    kind_order: ClassVar[int] = 43
    example_id: ClassVar[str] = "ALT-SERVER"

    title: Text = Field(title="Title", description="What there is to choose between.")
    measures: tuple[MeasureId, ...] = Field(title="Measures", description="Measures of the group: `[M-CLOUD, M-SERVER]`.")
    choose: Choice = Field(
        Choice.AT_MOST_ONE, title="Choose", description="How many are carried out; at most one where nothing is said."
    )
