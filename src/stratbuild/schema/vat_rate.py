"""Rates of value added tax, which prices without it are raised by."""

from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import EntityId, Share
from stratbuild.schema.text import Text

VatRateId = Annotated[EntityId, Reference("vat_rates")]


class VatRate(Entity):
    """A rate of value added tax that the budget assumes."""

    collection: ClassVar[str] = "vat_rates"
    kind_order: ClassVar[int] = 52
    example_id: ClassVar[str] = "VAT-20"

    title: Text = Field(title="Title", description="Name of the rate.")
    rate: Share = Field(title="Rate", description="Tax in per cent of the price without it: `20%`.")
    source: Text = Field(title="Source", description="Which law or rule sets it.")
