"""Budget lines: one purchase or payment of a measure, by year, with its codes and its funding."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from stratbuild.schema.base import Entity, Part, Personal, Reference
from stratbuild.schema.estimate_class import EstimateClassId, SpreadRange
from stratbuild.schema.exchange_rate import ExchangeRateId
from stratbuild.schema.measure import MeasureId
from stratbuild.schema.price_index import PriceIndexId
from stratbuild.schema.risk_driver import RiskDriverId
from stratbuild.schema.scalars import Code, Day, EntityId, PortionOfSum, PositiveNumber, Share, Sum, Year, YesNo
from stratbuild.schema.source import SourceId
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.vat_rate import VatRateId

BudgetLineId = Annotated[EntityId, Reference("budget_lines")]


def _single_source(value: Any) -> Any:
    return {value: "100%"} if isinstance(value, str) else value


Funding = Annotated[
    Mapping[SourceId, PortionOfSum],
    BeforeValidator(_single_source, json_schema_input_type=Mapping[SourceId, PortionOfSum] | SourceId),
]
"""What every source pays: a share, so much money, or what the others leave; a single source may stand alone."""


class Vat(StrEnum):
    """How value added tax stands in a price."""

    INCLUDED = "included"
    ADDED = "added"
    EXEMPT = "exempt"


class Quote(Part):
    """A price that somebody has offered."""

    of: Annotated[Text, Personal()] = Field(title="Who", description="Who offers; no public edition says it.")
    price: Sum = Field(title="Price", description="Price of one unit, or of the whole where there are no units: `18500.00`.")
    on: Day | None = Field(None, title="Date", description="Day of the offer: `2025-03-15`.")


class BudgetLine(Entity):
    """One purchase or payment: amounts by year, or a quantity by year and a unit price, or a total over years."""

    collection: ClassVar[str] = "budget_lines"
    kind_order: ClassVar[int] = 60
    example_id: ClassVar[str] = "B-WIFI-AP"

    measure: MeasureId = Field(title="Measure", description="Measure that the money is for.")
    title: Text = Field(title="Title", description="What is paid for.")
    programme: Code | None = Field(
        None, title="Programme code", description='Budget programme (КПКВКМБ), seven digits in quotes: `"0117530"`.'
    )
    economic_code: Code | None = Field(
        None, title="Economic code", description="Economic classification (КЕКВ), four digits: `3110`."
    )
    cpv: Code | None = Field(
        None, title="Procurement code", description="ДК 021:2015, eight digits and a check digit: `32420000-3`."
    )
    amounts: Mapping[Year, Sum] = Field(
        default_factory=dict,
        title="Amounts",
        description="Amount by year, in the strategy's currency, to the cent: `{2026: 250000.00}`.",
    )
    quantity: Mapping[Year, PositiveNumber] = Field(
        default_factory=dict,
        title="Quantity",
        description="Quantity by year; together with a unit price, instead of amounts: `{2026: 6}`.",
    )
    measurement_unit: Text | None = Field(None, title="Measurement unit", description="Unit of the quantity: `pieces`, `months`.")
    unit_price: Sum | None = Field(
        None, title="Unit price", description="Price of one unit, in the strategy's currency: `18500.00`."
    )
    total: Sum | None = Field(
        None, title="Total", description="One sum for several years, instead of amounts; with `year_shares` or `evenly_over`."
    )
    year_shares: Mapping[Year, Share] = Field(
        default_factory=dict,
        title="Shares of the years",
        description="How the total is divided, together 100 %: `{2026: 40%, 2027: 60%}`.",
    )
    evenly_over: tuple[Year, ...] = Field(
        (),
        title="Evenly over",
        description="Years that the total is divided over in equal parts; cents left over go to the earlier years: `[2025, 2026, 2027]`.",
    )
    price_base: Year | None = Field(
        None, title="Price base", description="Year of whose prices the sums are, where it is not that of the strategy: `2024`."
    )
    price_index: PriceIndexId | None = Field(
        None, title="Price index", description="Index that raises the sums from the price base to the year of spending: `PI-CPI`."
    )
    exchange_rate: ExchangeRateId | None = Field(
        None, title="Rate of exchange", description="Rate of the currency that the sums are in, where it is another: `FX-EUR`."
    )
    vat: Vat = Field(
        Vat.INCLUDED, title="VAT", description="How value added tax stands in the sums; included where nothing is said."
    )
    vat_rate: VatRateId | None = Field(None, title="VAT rate", description="Rate of the tax that is added or included: `VAT-20`.")
    recurring: YesNo = Field(
        False,
        title="Recurring",
        description="Whether the cost goes on after the strategy ends: `true` or `false`; false by default.",
    )
    yearly_after: Sum | None = Field(
        None,
        title="Yearly afterwards",
        description="Cost of each year after the strategy, priced as the rest; that of its last year where nothing is said.",
    )
    funding: Funding = Field(
        default_factory=dict,
        title="Funding",
        description="Part of each source, together the whole: `{S-LOCAL: 60%, S-EGAP: 40%}`, `{S-EGAP: 100000.00, S-LOCAL: rest}`; a single source may stand alone.",
    )
    funding_by_year: Mapping[Year, Funding] = Field(
        default_factory=dict,
        title="Funding by year",
        description="Funding of the years in which it is another one: `{2027: {S-LOCAL: 100%}}`.",
    )
    cost_range: SpreadRange | None = Field(
        None, title="Range of the cost", description="Range around the planned sums: `{low: 90%, high: 140%}`."
    )
    estimate_class: EstimateClassId | None = Field(
        None, title="Estimate class", description="How sure the cost is, where that is not as its measure has it: `EC-OFFERS`."
    )
    driver: RiskDriverId | None = Field(
        None, title="Risk driver", description="What its cost rises and falls with, where its class names another: `RD-EURO`."
    )
    basis: Text | None = Field(
        None, title="Basis of the price", description="Where the price comes from: quotes, a past contract, a tariff."
    )
    quotes: tuple[Quote, ...] = Field((), title="Quotes", description="Prices that were offered, each with who and when.")
    note: LongText | None = Field(None, title="Note", description="Anything that finance should know.")

    @model_validator(mode="after")
    def _one_way_to_the_amount(self) -> Self:
        by_total = self.total is not None or self.year_shares or self.evenly_over
        ways = (self.amounts, self.quantity or self.unit_price is not None, by_total)
        if sum(map(bool, ways)) > 1 or (self.year_shares and self.evenly_over):
            raise PydanticCustomError("amount_given_twice", "amount given twice", {"id": self.id})
        halves = (
            ("quantity", bool(self.quantity), "unit_price", self.unit_price is not None),
            ("total", self.total is not None, "evenly_over", bool(self.year_shares or self.evenly_over)),
        )
        for first, has_first, second, has_second in halves:
            if has_first != has_second:
                other = "year_shares" if self.year_shares and second == "evenly_over" else second
                present, absent = (first, other) if has_first else (other, first)
                facts = {"id": self.id, "present": present, "absent": absent}
                raise PydanticCustomError("amount_given_by_half", "amount given by half", facts)
        return self

    @model_validator(mode="after")
    def _tax_and_recurrence_are_whole(self) -> Self:
        if self.vat is Vat.ADDED and self.vat_rate is None:
            raise PydanticCustomError("vat_added_without_rate", "VAT without a rate", {"id": self.id})
        if self.vat is Vat.EXEMPT and self.vat_rate is not None:
            raise PydanticCustomError(
                "vat_exempt_with_rate", "exempt from VAT with a rate", {"id": self.id, "rate": self.vat_rate}
            )
        if self.yearly_after is not None and not self.recurring:
            raise PydanticCustomError("yearly_after_without_recurring", "not recurring", {"id": self.id})
        return self

    @property
    def has_amount(self) -> bool:
        """Whether anything is said of how much it costs."""
        return bool(self.amounts or self.quantity or self.total is not None)

    def funding_of(self, year: int) -> Mapping[str, PortionOfSum]:
        """What every source pays in a year."""
        return self.funding_by_year.get(year, self.funding)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all sources that it names, in any year, each once."""
        named = (self.funding, *self.funding_by_year.values())
        return tuple(dict.fromkeys(source for one in named for source in one))
