"""Starosta districts, or whatever parts the community has: where measures are carried out."""

from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import EntityId, Order
from stratbuild.schema.text import Text

DistrictId = Annotated[EntityId, Reference("districts")]


class District(Entity):
    """A part of the community: a starosta district, a town, a village."""

    collection: ClassVar[str] = "districts"
    kind_order: ClassVar[int] = 15
    example_id: ClassVar[str] = "D-BEREZNA"

    name: Text = Field(title="Name", description="Name of the district.")
    population: Order | None = Field(None, title="Population", description="People who live there: `1840`.")
