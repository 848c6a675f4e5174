"""Budget lines: one purchase or payment of a measure, by year, with its codes and its funding."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from stratbuild.quantity import Money
from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.measure import MeasureId
from stratbuild.schema.scalars import Code, EntityId, PositiveNumber, Share, Sum, Year
from stratbuild.schema.source import SourceId
from stratbuild.schema.text import LongText, Text

BudgetLineId = Annotated[EntityId, Reference("budget_lines")]


def _single_source(value: Any) -> Any:
    return {value: "100%"} if isinstance(value, str) else value


class BudgetLine(Entity):
    """One purchase or payment. Its amount is given by year, or as a quantity by year and a unit price."""

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
    funding: Annotated[
        Mapping[SourceId, Share], BeforeValidator(_single_source, json_schema_input_type=Mapping[SourceId, Share] | SourceId)
    ] = Field(
        default_factory=dict,
        title="Funding",
        description="Share of each source, together 100 %: `{S-LOCAL: 60%, S-EGAP: 40%}`; a single source may stand alone.",
    )
    basis: Text | None = Field(
        None, title="Basis of the price", description="Where the price comes from: quotes, a past contract, a tariff."
    )
    note: LongText | None = Field(None, title="Note", description="Anything that finance should know.")

    @model_validator(mode="after")
    def _one_way_to_the_amount(self) -> Self:
        if self.amounts and (self.quantity or self.unit_price is not None):
            raise PydanticCustomError("amount_given_twice", "amount given twice", {"id": self.id})
        if bool(self.quantity) != (self.unit_price is not None):
            present = "quantity" if self.quantity else "unit_price"
            absent = "unit_price" if self.quantity else "quantity"
            raise PydanticCustomError(
                "amount_given_by_half", "amount given by half", {"id": self.id, "present": present, "absent": absent}
            )
        return self

    @property
    def amount_by_year(self) -> Mapping[int, Money]:
        """The exact amount of every year that the line names."""
        if self.unit_price is None:
            return self.amounts
        return {year: self.unit_price.times(quantity) for year, quantity in self.quantity.items()}

    @property
    def total(self) -> Money:
        """The money of all its years."""
        return Money.total(self.amount_by_year.values())
