"""Scenarios: what is otherwise than in the strategy as it is written."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from stratbuild.schema.base import Entity, Part, Reference
from stratbuild.schema.budget_line import BudgetLineId, Funding
from stratbuild.schema.exchange_rate import ExchangeRateId
from stratbuild.schema.kpi import KpiId
from stratbuild.schema.measure import MeasureId
from stratbuild.schema.price_index import PriceIndexId
from stratbuild.schema.programme import ProgrammeId
from stratbuild.schema.scalars import (
    CoarseDate,
    EntityId,
    FewYears,
    HowLong,
    Index,
    Number,
    PositiveNumber,
    Rate,
    Share,
    Sum,
    Year,
    YesNo,
)
from stratbuild.schema.source import SourceId
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.vat_rate import VatRateId

ScenarioId = Annotated[EntityId, Reference("scenarios")]

AS_WRITTEN = "base"
"""How commands call the strategy as written, which is no scenario and which no scenario has to name."""


class SourceChange(Part):
    """What is otherwise with a source."""

    absent: YesNo = Field(False, title="Absent", description="Whether its money does not come at all; nobody then pays its part.")
    replaced_by: SourceId | None = Field(
        None, title="Replaced by", description="Source that pays in its place, where its money does not come: `S-LOCAL`."
    )
    confirmed: YesNo | None = Field(
        None, title="Confirmed", description="Whether the money has been promised: `true` or `false`."
    )
    ceilings: Mapping[Year, Sum] = Field(
        default_factory=dict, title="Ceilings", description="Ceilings of the years that change: `{2026: 300000.00}`."
    )


class ProgrammeChange(Part):
    """What is otherwise with a budget programme."""

    ceilings: Mapping[Year, Sum] = Field(
        default_factory=dict, title="Ceilings", description="Ceilings of the years that change: `{2026: 300000.00}`."
    )


class LineChange(Part):
    """What is otherwise with a budget line: the years named here take the place of the line's own."""

    absent: YesNo = Field(False, title="Absent", description="Whether the line is left out.")
    amounts: Mapping[Year, Sum] = Field(
        default_factory=dict, title="Amounts", description="Amounts of the years that change: `{2026: 250000.00}`."
    )
    quantity: Mapping[Year, PositiveNumber] = Field(
        default_factory=dict, title="Quantity", description="Quantities of the years that change: `{2026: 4}`."
    )
    unit_price: Sum | None = Field(None, title="Unit price", description="Another price of one unit: `21000.00`.")
    total: Sum | None = Field(None, title="Total", description="Another total.")
    year_shares: Mapping[Year, Share] = Field(
        default_factory=dict, title="Shares of the years", description="Another division of the total, together 100 %."
    )
    evenly_over: tuple[Year, ...] = Field((), title="Evenly over", description="Other years that the total is divided over.")
    funding: Funding = Field(default_factory=dict, title="Funding", description="Other sources: `{S-LOCAL: 100%}`.")
    funding_by_year: Mapping[Year, Funding] = Field(
        default_factory=dict, title="Funding by year", description="Other sources of the years that are named."
    )


class MeasureChange(Part):
    """What is otherwise with a measure: it is left out, put off, or has other dates."""

    absent: YesNo = Field(False, title="Absent", description="Whether the measure and its budget lines are left out.")
    years_later: FewYears | None = Field(
        None,
        title="Years later",
        description="By how many years the measure and its money are put off from where the strategy has them: `1`.",
    )
    start: CoarseDate | None = Field(None, title="Start", description="Another start.")
    finish: CoarseDate | None = Field(None, title="Finish", description="Another finish, instead of a duration.")
    duration: HowLong | None = Field(None, title="Duration", description="Another duration, instead of a finish.")


class KpiChange(Part):
    """What is otherwise with an indicator."""

    targets: Mapping[Year, Number] = Field(
        default_factory=dict, title="Targets", description="Targets of the years that change: `{2027: 60}`."
    )


class Scenario(Entity):
    """Another course of things: what it does not name stays as the strategy, or the scenario it inherits from, has it."""

    collection: ClassVar[str] = "scenarios"
    kind_order: ClassVar[int] = 65
    example_id: ClassVar[str] = "SC-PESSIMISTIC"

    title: Text = Field(title="Title", description="Name of the scenario.")
    description: LongText | None = Field(None, title="Description", description="What happens in it, and why it is thought of.")
    inherits: ScenarioId | None = Field(
        None,
        title="Inherits from",
        description="Scenario whose changes hold here too; the strategy as written where none is named.",
    )
    price_indices: Mapping[PriceIndexId, Mapping[Year, Index]] = Field(
        default_factory=dict, title="Price indices", description="Other indices of years: `{PI-CPI: {2026: 115%}}`."
    )
    exchange_rates: Mapping[ExchangeRateId, Rate] = Field(
        default_factory=dict, title="Rates of exchange", description="Another rate, for all years: `{FX-EUR: 55.00}`."
    )
    vat_rates: Mapping[VatRateId, Share] = Field(
        default_factory=dict, title="VAT rates", description="Another rate of the tax: `{VAT-20: 22%}`."
    )
    sources: Mapping[SourceId, SourceChange] = Field(
        default_factory=dict, title="Sources", description="What is otherwise with sources: `{S-EGAP: {absent: true}}`."
    )
    programmes: Mapping[ProgrammeId, ProgrammeChange] = Field(
        default_factory=dict, title="Programmes", description="Other ceilings of budget programmes."
    )
    budget_lines: Mapping[BudgetLineId, LineChange] = Field(
        default_factory=dict,
        title="Budget lines",
        description="What is otherwise with lines: `{B-WIFI-AP: {unit_price: 21000.00}}`.",
    )
    measures: Mapping[MeasureId, MeasureChange] = Field(
        default_factory=dict, title="Measures", description="What is otherwise with measures: `{M-WIFI: {years_later: 1}}`."
    )
    kpis: Mapping[KpiId, KpiChange] = Field(
        default_factory=dict,
        title="Indicators",
        description="What is otherwise with indicators: `{K-WIFI: {targets: {2027: 60}}}`.",
    )

    @field_validator("inherits", mode="before")
    @classmethod
    def _not_from_the_strategy_itself(cls, value: Any) -> Any:
        if value == AS_WRITTEN:
            raise PydanticCustomError("scenario_inherits_base", "inherits from the strategy", {"text": value})
        return value
