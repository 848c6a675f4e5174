"""How sure estimates are: ranges around what is planned, by class, and for one measure or line."""

from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Reference
from stratbuild.schema.risk_driver import RiskDriverId
from stratbuild.schema.scalars import EntityId, HowLong, PerCent
from stratbuild.schema.text import LongText, Text

EstimateClassId = Annotated[EntityId, Reference("estimate_classes")]


class SpreadRange(Part):
    """The least, the most probable and the most, in per cent of what is planned."""

    low: PerCent = Field(title="Low", description="The least that is thought possible, in per cent of what is planned: `90%`.")
    likely: PerCent | None = Field(
        None,
        title="Likely",
        description="The most probable, in per cent of what is planned; 100 % where nothing is said: `105%`.",
    )
    high: PerCent = Field(title="High", description="The most that is thought possible, in per cent of what is planned: `140%`.")


class DurationRange(Part):
    """The shortest, the most probable and the longest duration."""

    shortest: HowLong = Field(title="Shortest", description="The shortest duration that is thought possible: `6 months`.")
    likely: HowLong | None = Field(
        None, title="Likely", description="The most probable duration; the planned one where nothing is said: `8 months`."
    )
    longest: HowLong = Field(title="Longest", description="The longest duration that is thought possible: `12 months`.")


class EstimateClass(Entity):
    """A class of estimates: how far costs and durations that are known this well can miss."""

    collection: ClassVar[str] = "estimate_classes"
    kind_order: ClassVar[int] = 66
    example_id: ClassVar[str] = "EC-CONCEPT"

    title: Text = Field(title="Title", description="Name of the class: by analogy, by a draft design, by offers.")
    cost: SpreadRange | None = Field(None, title="Cost", description="Range of costs: `{low: 80%, high: 150%}`.")
    duration: SpreadRange | None = Field(None, title="Duration", description="Range of durations: `{low: 90%, high: 160%}`.")
    driver: RiskDriverId | None = Field(
        None, title="Risk driver", description="What estimates of this class rise and fall with: `RD-CONTRACTORS`."
    )
    source: Text | None = Field(None, title="Source", description="Where the ranges come from: past contracts, a method.")
    description: LongText | None = Field(None, title="Description", description="When the class is used.")
