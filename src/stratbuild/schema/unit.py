"""Responsible units: who leads a measure, takes part in it, or owns an indicator."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import EntityId, PositiveNumber, Year
from stratbuild.schema.text import LongText, Text

UnitId = Annotated[EntityId, Reference("units")]


class UnitKind(StrEnum):
    """What kind of body a unit is."""

    COUNCIL = "council"
    EXECUTIVE = "executive"
    ENTERPRISE = "enterprise"
    INSTITUTION = "institution"
    PARTNER = "partner"


class ResponsibleUnit(Entity):
    """A department, municipal enterprise, institution or partner that carries out measures."""

    collection: ClassVar[str] = "units"
    kind_order: ClassVar[int] = 10
    example_id: ClassVar[str] = "U-IT"

    name: Text = Field(title="Name", description="Full name of the unit.")
    short_name: Text | None = Field(None, title="Short name", description="Name for tables.")
    head: Text | None = Field(None, title="Head", description="Post of the person who answers for the unit; no personal name.")
    kind: UnitKind = Field(
        UnitKind.EXECUTIVE, title="Kind", description="What kind of body it is; executive where nothing is said."
    )
    capacity: PositiveNumber | None = Field(
        None, title="Capacity", description="People who can work on the strategy, in full-time equivalents: `1.5`."
    )
    person_months: Mapping[Year, PositiveNumber] = Field(
        default_factory=dict,
        title="Person-months",
        description="Work that it can give in years in which that is not its people all year, in person-months: `{2026: 18}`.",
    )
    description: LongText | None = Field(None, title="Description", description="What the unit does for the strategy.")
