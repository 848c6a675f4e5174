"""What makes several costs or durations go wrong together."""

from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import EntityId, Share
from stratbuild.schema.text import LongText, Text

RiskDriverId = Annotated[EntityId, Reference("risk_drivers")]


class RiskDriver(Entity):
    """A common cause, such as the rate of exchange or the contractors of the region: what hangs on it rises and falls together."""

    collection: ClassVar[str] = "risk_drivers"
    kind_order: ClassVar[int] = 67
    example_id: ClassVar[str] = "RD-CONTRACTORS"

    title: Text = Field(title="Title", description="Name of the cause.")
    correlation: Share = Field(
        title="Correlation", description="How much of what hangs on it moves together, as a correlation of pairs: `60%`."
    )
    description: LongText | None = Field(None, title="Description", description="Why these move together.")
