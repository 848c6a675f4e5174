"""Measures: what is done for a goal, by whom, when, after what."""

from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.goal import GoalId
from stratbuild.schema.kpi import KpiId
from stratbuild.schema.scalars import CoarseDate, EntityId, HowLong, Order
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId

MeasureId = Annotated[EntityId, Reference("measures")]


class Measure(Entity):
    """Something that is done for a goal. A draft needs an id, a goal and a title; later stages demand the rest."""

    collection: ClassVar[str] = "measures"
    kind_order: ClassVar[int] = 40
    example_id: ClassVar[str] = "M-WIFI"

    goal: GoalId = Field(title="Goal", description="Goal that the measure serves, of the lowest level.")
    title: Text = Field(title="Title", description="What is done, beginning with a verb.")
    description: LongText | None = Field(None, title="Description", description="How it is done.")
    lead: UnitId | None = Field(None, title="Lead unit", description="Unit that answers for the measure: `U-IT`.")
    partners: tuple[UnitId, ...] = Field((), title="Partners", description="Units that take part: `[U-EDU, U-LIB]`.")
    start: CoarseDate | None = Field(
        None, title="Start", description="When work begins: `2026`, `2026-Q2`, `2026-03` or `2026-03-15`."
    )
    finish: CoarseDate | None = Field(None, title="Finish", description="When work ends; instead of a duration.")
    duration: HowLong | None = Field(None, title="Duration", description="How long it takes: `8 months`; instead of a finish.")
    after: tuple[MeasureId, ...] = Field(
        (), title="After", description="Measures that must end before this one begins: `[M-FIBRE]`."
    )
    part_of: MeasureId | None = Field(None, title="Part of", description="Larger measure that this one is a part of.")
    kpis: tuple[KpiId, ...] = Field((), title="Indicators", description="Indicators that the measure moves: `[K-WIFI]`.")
    result: Text | None = Field(None, title="Expected result", description="What will exist or be different afterwards.")
    free_of_cost: Text | None = Field(None, title="Free of cost because", description="Why the measure needs no budget line.")
    order: Order | None = Field(
        None, title="Order", description="Place among the measures of one goal; otherwise the order of files and lines counts."
    )
