"""Funding sources: whose money it is, which fund, how much of it in which year."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Reference
from stratbuild.schema.goal import GoalId
from stratbuild.schema.scalars import Code, EntityId, Share, Sum, Year, YesNo
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId

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
    DEVELOPMENT = "development"


class CoFinancingScope(StrEnum):
    """What the least part of others is reckoned of."""

    MEASURE = "measure"
    LINE = "line"
    STRATEGY = "strategy"


class CoFinancing(Part):
    """What a donor or a state call asks of others: at least this part of everything that it helps to pay."""

    minimum: Share = Field(title="Minimum", description="The least part of the money of others, in per cent: `10%`.")
    by: tuple[SourceKind, ...] = Field(
        title="Whose money counts", description="Kinds of the sources whose money counts: `[local, own]`."
    )
    of: CoFinancingScope = Field(
        CoFinancingScope.MEASURE,
        title="Of what",
        description="Of every measure, of every line, or of everything that it pays; of every measure where nothing is said.",
    )


class Eligibility(Part):
    """What a source may pay; whatever is left out is not restricted."""

    economic_codes: tuple[Code, ...] = Field(
        (), title="Economic codes", description="Codes or groups of codes (КЕКВ) that it may pay: `[2240, 3000]`."
    )
    goals: tuple[GoalId, ...] = Field(
        (), title="Goals", description="Goals that it may pay for, with all below them: `[G-INFRA]`."
    )
    units: tuple[UnitId, ...] = Field((), title="Units", description="Units whose measures it may pay: `[U-EDU]`.")


class FundingSource(Entity):
    """Money that measures are paid from."""

    collection: ClassVar[str] = "sources"
    kind_order: ClassVar[int] = 50
    example_id: ClassVar[str] = "S-LOCAL"

    title: Text = Field(title="Title", description="Name of the source.")
    short_title: Text | None = Field(None, title="Short title", description="Name for narrow columns and pictures.")
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
    co_financing: CoFinancing | None = Field(
        None, title="Co-financing", description="The part that others have to pay where this source does."
    )
    pays_for: Eligibility | None = Field(
        None, title="Pays only for", description="What the source may pay, where it may not pay all."
    )
    description: LongText | None = Field(None, title="Description", description="Terms of the source.")
