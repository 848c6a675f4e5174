"""Indices of prices: how much dearer each year is than the one before."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import EntityId, Index, Year
from stratbuild.schema.text import Text

PriceIndexId = Annotated[EntityId, Reference("price_indices")]


class PriceIndex(Entity):
    """Prices of every year in per cent of those of the year before: an assumption of the budget, with its source."""

    collection: ClassVar[str] = "price_indices"
    kind_order: ClassVar[int] = 53
    example_id: ClassVar[str] = "PI-CPI"

    title: Text = Field(title="Title", description="Name of the index.")
    index: Mapping[Year, Index] = Field(
        title="Index",
        description="Prices of each year in per cent of those of the year before: `{2026: 108.6%, 2027: 106.1%}`.",
    )
    source: Text = Field(title="Source", description="Where the forecast comes from, and of which day it is.")
