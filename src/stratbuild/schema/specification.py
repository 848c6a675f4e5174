"""Technical specifications: what exactly is to be bought or built for a measure."""

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part
from stratbuild.schema.budget_line import BudgetLineId
from stratbuild.schema.measure import MeasureId
from stratbuild.schema.scalars import HowLong, PositiveNumber
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId


class SpecificationKind(StrEnum):
    """What is bought; each kind has its own sections."""

    GOODS = "goods"
    SERVICES = "services"
    WORKS = "works"
    SOFTWARE = "software"


class Section(StrEnum):
    """The subject of a requirement; the kind's template says in which order the subjects come."""

    GENERAL = "general"
    FUNCTIONS = "functions"
    TECHNICAL = "technical"
    INTEGRATION = "integration"
    DATA = "data"
    SECURITY = "security"
    ACCESSIBILITY = "accessibility"
    SCOPE = "scope"
    VOLUMES = "volumes"
    SCHEDULE = "schedule"
    STAFF = "staff"
    SERVICE_LEVEL = "service_level"
    PROJECT_DOCUMENTS = "project_documents"
    STANDARDS = "standards"
    SITE = "site"
    DELIVERY = "delivery"
    DOCUMENTS = "documents"
    ACCEPTANCE = "acceptance"
    WARRANTY = "warranty"
    TRAINING = "training"
    SUPPORT = "support"
    RIGHTS = "rights"


class Parameter(Part):
    """A characteristic of an item and the value that is asked for."""

    name: Text = Field(title="Name", description="Characteristic: memory, range, speed.")
    value: Text = Field(title="Value", description='What is asked for, as "not less than" or "not worse than".')


class SpecificationItem(Part):
    """A position of the delivery or of the scope of work."""

    name: Text = Field(title="Name", description="What it is.")
    quantity: PositiveNumber | None = Field(None, title="Quantity", description="How much of it.")
    measurement_unit: Text | None = Field(None, title="Measurement unit", description="Unit of the quantity.")
    parameters: tuple[Parameter, ...] = Field((), title="Parameters", description="Characteristics that are asked for.")


class Requirement(Part):
    """One requirement, under the subject that it belongs to."""

    section: Section = Field(title="Subject", description="Section that the requirement stands in.")
    text: LongText = Field(title="Text", description="What is required.")


class TechnicalSpecification(Entity):
    """A draft of a technical specification; what it leaves open is marked in the paper as a place to fill."""

    collection: ClassVar[str] = "specifications"
    kind_order: ClassVar[int] = 70
    example_id: ClassVar[str] = "T-WIFI"

    measure: MeasureId = Field(title="Measure", description="Measure that it is for.")
    title: Text = Field(title="Title", description="Subject of the purchase.")
    kind: SpecificationKind = Field(title="Kind", description="What is bought; each kind has its own sections.")
    purpose: LongText | None = Field(None, title="Purpose", description="What it is bought for and what the need is.")
    budget_lines: tuple[BudgetLineId, ...] = Field(
        (), title="Budget lines", description="Lines that pay for it: its value and codes come from them."
    )
    items: tuple[SpecificationItem, ...] = Field((), title="Items", description="Positions with quantities and characteristics.")
    brand_reason: LongText | None = Field(
        None, title="Reason for trade marks", description="Why a trade mark is named and characteristics do not suffice."
    )
    requirements: tuple[Requirement, ...] = Field((), title="Requirements", description="Requirements by subject.")
    delivery_place: Text | None = Field(None, title="Place", description="Where it is delivered or done.")
    delivery_term: HowLong | None = Field(None, title="Term", description="How long after the contract: `45 days`.")
    warranty: HowLong | None = Field(None, title="Warranty", description="For how long: `24 months`.")
    prepared_by: UnitId | None = Field(None, title="Prepared by", description="Unit that prepares the specification.")
