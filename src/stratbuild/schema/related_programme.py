"""Programmes and experience of others that the strategy takes into account."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.scalars import CoarseDate, EntityId, PlainText
from stratbuild.schema.text import LongText, Text

RelatedProgrammeId = Annotated[EntityId, Reference("related_programmes")]


class ProgrammeLevel(StrEnum):
    """Whose programme or experience it is."""

    NATIONAL = "national"
    REGIONAL = "regional"
    LOCAL = "local"
    INTERNATIONAL = "international"


class RelatedProgramme(Entity):
    """A national, regional or local programme, or the experience of a project or another community."""

    collection: ClassVar[str] = "related_programmes"
    kind_order: ClassVar[int] = 15
    example_id: ClassVar[str] = "EV-PROG-2025"

    title: Text = Field(title="Title", description="Name of the programme, the project or the community.")
    level: ProgrammeLevel = Field(title="Level", description="Whose it is: `local`.")
    adopted: Text | None = Field(None, title="Act", description="By which act it was adopted, with its number.")
    on: CoarseDate | None = Field(None, title="Date", description="When it was adopted or last looked at: `2024-12-20`.")
    until: CoarseDate | None = Field(None, title="Valid until", description="Until when it is in force: `2027`.")
    link: PlainText | None = Field(None, title="Link", description="Where it can be read: `https://…`.")
    taken: LongText | None = Field(
        None, title="What is taken", description="What the strategy takes from it, or must agree with."
    )
