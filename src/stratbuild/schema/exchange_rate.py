"""Rates of exchange that the budget reckons with."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import Currency, Day, EntityId, Rate, Year
from stratbuild.schema.text import Text

ExchangeRateId = Annotated[EntityId, Reference("exchange_rates")]


class ExchangeRate(Entity):
    """What one unit of another currency costs in the strategy's own: an assumption, with its day and its source."""

    collection: ClassVar[str] = "exchange_rates"
    kind_order: ClassVar[int] = 54
    example_id: ClassVar[str] = "FX-EUR"

    title: Text = Field(title="Title", description="Name of the rate.")
    currency: Currency = Field(title="Currency", description="The other currency: `EUR`.")
    rate: Rate = Field(title="Rate", description="The strategy's currency for one unit of the other: `48.25`.")
    rate_by_year: Mapping[Year, Rate] = Field(
        default_factory=dict,
        title="Rate by year",
        description="Rate of the years in which another one is expected: `{2027: 50.10}`.",
    )
    on: Day = Field(title="Date", description="Day of the rate: `2025-11-03`.")
    source: Text = Field(title="Source", description="Who states the rate: a bank, a forecast.")
