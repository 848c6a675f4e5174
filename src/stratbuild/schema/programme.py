"""Budget programmes: their codes, names, managers, and the most that may be planned under each."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import Code, EntityId, Sum, Year
from stratbuild.schema.text import Text
from stratbuild.schema.unit import UnitId

ProgrammeId = Annotated[EntityId, Reference("programmes")]


class BudgetProgramme(Entity):
    """A programme of the community's budget. Budget lines name its code."""

    collection: ClassVar[str] = "programmes"
    kind_order: ClassVar[int] = 51
    example_id: ClassVar[str] = "BP-NETWORKS"

    code: Code = Field(title="Code", description='Code of the programme (КПКВКМБ), seven digits in quotes: `"0117530"`.')
    title: Text = Field(title="Title", description="Name of the programme.")
    functional_code: Code | None = Field(
        None, title="Functional code", description='Functional classification (КФКВК), four digits in quotes: `"0460"`.'
    )
    manager: UnitId | None = Field(None, title="Manager", description="Unit that spends the money of the programme.")
    ceilings: Mapping[Year, Sum] = Field(
        default_factory=dict,
        title="Ceilings",
        description="The most that may be planned under the programme in each year: `{2026: 900000.00}`.",
    )
