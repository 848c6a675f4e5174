"""What every entity shares: frozen, closed, found by its id, its references declared in its types."""

from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler

from stratbuild.schema.scalars import EntityId

COLLECTION = "x-collection"
"""The key under which the JSON Schema of a reference bears the list that it leads to."""


SEPARATOR = ", "
"""Stands between the names of lists where a reference may lead to any of several."""


class Reference:
    """Marks a field that holds the id of an item of another list, `Annotated[EntityId, Reference("goals")]`.

    Where several lists are named, the item may be in any of them.
    """

    __slots__ = ("collections",)

    def __init__(self, *collections: str) -> None:
        self.collections = collections

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reference) and self.collections == other.collections

    def __hash__(self) -> int:
        return hash(self.collections)

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """What pydantic asks for when it writes a JSON Schema."""
        return {**handler(core), COLLECTION: SEPARATOR.join(self.collections)}


@dataclass(frozen=True, slots=True)
class Personal:
    """Marks a field with data about people or firms, `Annotated[Text, Personal()]`; no public edition holds it."""


class Part(BaseModel):
    """A group of fields inside an entity."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True)


class Entity(Part):
    """An item of one of the strategy's lists. `collection` is the list's key in the files."""

    collection: ClassVar[str]
    kind_order: ClassVar[int] = 100
    """Where the kind stands in the schema and in lists of kinds."""
    example_id: ClassVar[str]
    """An id as items of this kind have them."""

    id: EntityId = Field(
        title="Id", description="Short and permanent, in Latin capitals, digits and hyphens; it is never printed as a number."
    )
