"""The register of risks: what may happen, how probably, what it would cost and delay, who watches and answers."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from stratbuild.schema.base import Entity, Part, Reference
from stratbuild.schema.measure import MeasureId
from stratbuild.schema.risk_driver import RiskDriverId
from stratbuild.schema.scalars import EntityId, HowLong, PerCent, Share, Sum
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId

RiskId = Annotated[EntityId, Reference("risks")]


class RiskCategory(StrEnum):
    """Where a risk comes from."""

    FINANCE = "finance"
    SECURITY = "security"
    SUPPLY = "supply"
    PEOPLE = "people"
    LAW = "law"
    TECHNOLOGY = "technology"
    PUBLIC = "public"
    OTHER = "other"


class Response(StrEnum):
    """What is done about a risk."""

    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class CostEffect(Part):
    """What a risk would cost over all its measures, in the strategy's currency."""

    low: Sum = Field(title="Low", description="The least: `50000.00`.")
    likely: Sum | None = Field(
        None, title="Likely", description="The most probable; the middle where nothing is said: `120000.00`."
    )
    high: Sum = Field(title="High", description="The most: `300000.00`.")


class CostShareEffect(Part):
    """What a risk would cost, in per cent of the money of its measures."""

    low: PerCent = Field(title="Low", description="The least, in per cent: `5%`.")
    likely: PerCent | None = Field(
        None, title="Likely", description="The most probable; the middle where nothing is said: `10%`."
    )
    high: PerCent = Field(title="High", description="The most, in per cent: `25%`.")


class DelayEffect(Part):
    """How much longer each of its measures would take."""

    shortest: HowLong = Field(title="Shortest", description="The least: `1 month`.")
    likely: HowLong | None = Field(
        None, title="Likely", description="The most probable; the middle where nothing is said: `2 months`."
    )
    longest: HowLong = Field(title="Longest", description="The most: `6 months`.")


class Risk(Entity):
    """Something that may happen and would cost money or time."""

    collection: ClassVar[str] = "risks"
    kind_order: ClassVar[int] = 68
    example_id: ClassVar[str] = "R-TENDER"

    title: Text = Field(title="Title", description="What may happen.")
    description: LongText | None = Field(None, title="Description", description="Why it may happen, and what would follow.")
    category: RiskCategory = Field(
        RiskCategory.OTHER, title="Category", description="Where the risk comes from; other where nothing is said."
    )
    probability: Share = Field(title="Probability", description="How probable it is over the whole strategy: `30%`.")
    measures: tuple[MeasureId, ...] = Field((), title="Measures", description="Measures that it would hit: `[M-FIBREN]`.")
    cost: CostEffect | None = Field(
        None, title="Effect on money", description="What it would cost: `{low: 50000.00, high: 300000.00}`."
    )
    cost_share: CostShareEffect | None = Field(
        None,
        title="Effect on money in per cent",
        description="What it would cost, of the money of its measures, instead of a sum: `{low: 5%, high: 25%}`.",
    )
    delay: DelayEffect | None = Field(
        None,
        title="Effect on time",
        description="How much longer its measures would take: `{shortest: 1 month, longest: 6 months}`.",
    )
    driver: RiskDriverId | None = Field(
        None, title="Risk driver", description="What makes it more probable together with others: `RD-CONTRACTORS`."
    )
    owner: UnitId | None = Field(None, title="Owner", description="Unit that watches it: `U-FIN`.")
    response: Response | None = Field(None, title="Response", description="What is done about it: `reduce`.")
    action: LongText | None = Field(None, title="Action", description="What is done now, and what if it happens.")

    @model_validator(mode="after")
    def _one_effect_on_money(self) -> Self:
        if self.cost is not None and self.cost_share is not None:
            raise PydanticCustomError("risk_cost_given_twice", "cost given twice", {"id": self.id})
        return self
