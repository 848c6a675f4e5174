"""The assessment of the present state: what was found, in which area, how bad it is."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.district import DistrictId
from stratbuild.schema.scalars import CoarseDate, EntityId, Number
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId

FindingId = Annotated[EntityId, Reference("findings")]


class StateArea(StrEnum):
    """The areas in which the regulation asks for an analysis of the present state."""

    INFRASTRUCTURE = "infrastructure"
    E_SERVICES = "e_services"
    DIGITAL_LITERACY = "digital_literacy"
    CYBER_SECURITY = "cyber_security"
    OTHER = "other"


class FindingSeverity(StrEnum):
    """How much a finding hinders the community."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class StateFinding(Entity):
    """Something that the analysis of the present state has found."""

    collection: ClassVar[str] = "findings"
    kind_order: ClassVar[int] = 14
    example_id: ClassVar[str] = "EV-NET-FIBRE"

    area: StateArea = Field(title="Area", description="Area of the analysis that it belongs to.")
    title: Text = Field(title="Title", description="What was found, in one sentence.")
    description: LongText | None = Field(None, title="Description", description="How it was found and what follows from it.")
    indicator: Text | None = Field(None, title="Indicator", description="What was measured.")
    value: Number | None = Field(None, title="Value", description="Value of the indicator: `46`.")
    measurement_unit: Text | None = Field(None, title="Measurement unit", description='Unit of the value: `"%"`, `pieces`.')
    on: CoarseDate | None = Field(None, title="Date", description="When it was found or measured: `2025-03`.")
    source: Text | None = Field(
        None, title="Source", description="Where it comes from: a register, a count, an answer of a unit."
    )
    severity: FindingSeverity | None = Field(None, title="Severity", description="How much it hinders the community: `high`.")
    reported_by: UnitId | None = Field(None, title="Reported by", description="Unit that gave the facts: `U-IT`.")
    districts: tuple[DistrictId, ...] = Field((), title="Districts", description="Districts that it is about: `[D-BEREZNA]`.")
