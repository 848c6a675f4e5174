"""Measures: what is done for a goal, by whom, when, after what."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Reference
from stratbuild.schema.dependency import Dependency
from stratbuild.schema.district import DistrictId
from stratbuild.schema.estimate_class import DurationRange, EstimateClassId
from stratbuild.schema.goal import GoalId
from stratbuild.schema.kpi import KpiId
from stratbuild.schema.proposal import ProposalId
from stratbuild.schema.risk_driver import RiskDriverId
from stratbuild.schema.scalars import CoarseDate, Day, EntityId, HowLong, Number, Order, PositiveNumber, Year, YesNo
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId

MeasureId = Annotated[EntityId, Reference("measures")]


class Priority(StrEnum):
    """How much a measure is wanted where the money does not suffice for all."""

    MUST = "must"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Actual(Part):
    """What has really happened: days that no new plan moves."""

    start: Day | None = Field(None, title="Start", description="Day on which work began: `2026-03-16`.")
    finish: Day | None = Field(None, title="Finish", description="Day on which work ended: `2026-10-02`.")


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
    after: tuple[Dependency, ...] = Field(
        (),
        title="After",
        description="What must be over before this one begins: `[M-FIBRE, {measure: M-TENDER, type: start-to-start, lag: 2 weeks}]`.",
    )
    not_before: CoarseDate | None = Field(
        None, title="Not before", description="Earliest start that is possible, whatever it waits for: `2026-04`."
    )
    deadline: CoarseDate | None = Field(
        None, title="Deadline", description="When it has to be over, by law or by contract: `2026-12-20`."
    )
    actual: Actual | None = Field(
        None, title="Actual dates", description="When it really began and ended: `{start: 2026-03-16}`."
    )
    fixed: YesNo = Field(
        False,
        title="Fixed",
        description="Whether no proposal may move its dates: `true` or `false`; false where nothing is said.",
    )
    people: Mapping[UnitId, PositiveNumber] = Field(
        default_factory=dict,
        title="People",
        description="People of units at work all the time, in full-time equivalents: `{U-IT: 1.5, U-EDU: 0.5}`.",
    )
    person_months: Mapping[UnitId, PositiveNumber] = Field(
        default_factory=dict,
        title="Person-months",
        description="Work of units in person-months, spread evenly over the measure; instead of people: `{U-IT: 6}`.",
    )
    duration_range: DurationRange | None = Field(
        None,
        title="Range of the duration",
        description="Shortest and longest duration that is thought possible: `{shortest: 6 months, longest: 12 months}`.",
    )
    estimate_class: EstimateClassId | None = Field(
        None, title="Estimate class", description="How sure its duration and the costs of its lines are: `EC-CONCEPT`."
    )
    driver: RiskDriverId | None = Field(
        None,
        title="Risk driver",
        description="What its duration rises and falls with, where its class names another: `RD-CONTRACTORS`.",
    )
    part_of: MeasureId | None = Field(None, title="Part of", description="Larger measure that this one is a part of.")
    kpis: tuple[KpiId, ...] = Field((), title="Indicators", description="Indicators that the measure moves: `[K-WIFI]`.")
    contributions: Mapping[KpiId, Mapping[Year, Number]] = Field(
        default_factory=dict,
        title="Contributions",
        description="What it adds to indicators in each year, in their unit: `{K-WIFI: {2026: 35, 2027: 25}}`.",
    )
    priority: Priority | None = Field(
        None, title="Priority", description="How much it is wanted where the money does not suffice: `high`."
    )
    districts: tuple[DistrictId, ...] = Field(
        (), title="Districts", description="Districts in which it is carried out: `[D-BEREZNA]`."
    )
    answers: tuple[ProposalId, ...] = Field(
        (), title="Answers", description="Proposals that the measure takes up: `[P-014, P-022]`."
    )
    result: Text | None = Field(None, title="Expected result", description="What will exist or be different afterwards.")
    free_of_cost: Text | None = Field(None, title="Free of cost because", description="Why the measure needs no budget line.")
    order: Order | None = Field(
        None, title="Order", description="Place among the measures of one goal; otherwise the order of files and lines counts."
    )

    @property
    def has_begun(self) -> bool:
        """Whether it is known to have begun; what is over has."""
        return self.actual is not None and (self.actual.start or self.actual.finish) is not None

    @property
    def ended_on(self) -> date | None:
        """The day on which it really was over; none where it is not."""
        return None if self.actual is None else self.actual.finish

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The ids of the measures that it waits for, each once."""
        return tuple(dict.fromkeys(one.measure for one in self.after if one.measure is not None))
