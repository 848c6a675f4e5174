"""Funding sources: whose money it is, which fund, how much of it in which year."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import EntityId, Sum, Year, YesNo
from stratbuild.schema.text import LongText, Text

SourceId = Annotated[EntityId, Reference("sources")]


class SourceKind(StrEnum):
    """Whose money it is."""

    LOCAL = "local"
    REGIONAL = "regional"
    STATE = "state"
    DONOR = "donor"
    BUSINESS = "business"
    OWN = "own"
    LOAN = "loan"
    OTHER = "other"


class Fund(StrEnum):
    """The fund of a public budget that the money is in."""

    GENERAL = "general"
    SPECIAL = "special"


class FundingSource(Entity):
    """Money that measures are paid from."""

    collection: ClassVar[str] = "sources"
    kind_order: ClassVar[int] = 50
    example_id: ClassVar[str] = "S-LOCAL"

    title: Text = Field(title="Title", description="Name of the source.")
    kind: SourceKind = Field(title="Kind", description="Whose money it is.")
    fund: Fund | None = Field(None, title="Fund", description="Which fund it is in, where the money is in a public budget.")
    confirmed: YesNo = Field(
        True,
        title="Confirmed",
        description="Whether the money has been promised in writing: `true` or `false`; true where nothing is said.",
    )
    ceilings: Mapping[Year, Sum] = Field(
        default_factory=dict,
        title="Ceilings",
        description="The most that the source can give in each year, in the strategy's currency: `{2026: 400000.00}`.",
    )
    description: LongText | None = Field(None, title="Description", description="Terms of the source.")
