"""What every entity shares: frozen, closed, found by its id, its references declared in its types."""

from dataclasses import dataclass
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from stratbuild.schema.scalars import EntityId


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that holds the id of an item of another list, `Annotated[EntityId, Reference("goals")]`."""

    collection: str


class Part(BaseModel):
    """A group of fields inside an entity."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True)


class Entity(Part):
    """An item of one of the strategy's lists. `collection` is the list's key in the files."""

    collection: ClassVar[str]
    kind_order: ClassVar[int] = 100
    """Where the kind stands in the schema and in lists of kinds."""

    id: EntityId = Field(
        title="Id", description="Short and permanent, in Latin capitals, digits and hyphens; it is never printed as a number."
    )
