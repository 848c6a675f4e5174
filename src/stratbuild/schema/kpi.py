"""Indicators: what is measured, from what value, to what value in which year."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Reference
from stratbuild.schema.evidence import MeasuredId
from stratbuild.schema.goal import GoalId
from stratbuild.schema.scalars import CoarseDate, EntityId, Number, PlainText, PositiveNumber, Share, Year
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId

KpiId = Annotated[EntityId, Reference("kpis")]


class KpiGroup(StrEnum):
    """The four groups of indicators of a budget programme."""

    INPUT = "input"
    OUTPUT = "output"
    EFFICIENCY = "efficiency"
    QUALITY = "quality"


class Direction(StrEnum):
    """Which way the value should move."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class Baseline(Part):
    """The value at the beginning, when it was taken and from where."""

    value: Number = Field(title="Value", description="Value in the indicator's measurement unit: `25`.")
    on: CoarseDate | None = Field(None, title="Date", description="When the value was taken: `2025-12-31`.")
    source: Text | None = Field(None, title="Source", description="Where the value comes from: a register, a survey, a count.")
    evidence: MeasuredId | None = Field(
        None, title="Evidence", description="Finding or question of a survey that gave the value: `EV-NET-FIBRE`."
    )
    answer: PlainText | None = Field(
        None, title="Answer", description="Code of the answer whose share is the value, where the evidence is a question: `yes`."
    )


class Kpi(Entity):
    """An indicator of a goal: how its reaching is seen in numbers."""

    collection: ClassVar[str] = "kpis"
    kind_order: ClassVar[int] = 30
    example_id: ClassVar[str] = "K-WIFI"

    title: Text = Field(title="Title", description="What is measured.")
    goal: GoalId | None = Field(None, title="Goal", description="Goal whose reaching the indicator shows.")
    group: KpiGroup | None = Field(
        None, title="Group", description="Which of the four groups of indicators of a budget programme it is in."
    )
    measurement_unit: Text | None = Field(
        None, title="Measurement unit", description='Unit of all values: `"%"`, `persons`, `pieces`.'
    )
    direction: Direction = Field(
        Direction.INCREASE, title="Direction", description="Which way the value should move; increase where nothing is said."
    )
    baseline: Baseline | None = Field(None, title="Baseline", description="Value at the beginning.")
    targets: Mapping[Year, Number] = Field(
        default_factory=dict, title="Targets", description="Value to be reached by the end of each year: `{2026: 40, 2027: 75}`."
    )
    overlap: Share | None = Field(
        None,
        title="Overlap",
        description="How much of what measures contribute is counted twice, in per cent of their sum: `10%`.",
    )
    weight: PositiveNumber | None = Field(
        None,
        title="Weight",
        description="How much reaching it counts where measures are chosen, against the weights of priorities: `5`.",
    )
    source: Text | None = Field(None, title="Source of values", description="Where the values of later years will come from.")
    owner: UnitId | None = Field(None, title="Owner", description="Unit that reports the value.")
    description: LongText | None = Field(None, title="Description", description="How the value is computed.")
