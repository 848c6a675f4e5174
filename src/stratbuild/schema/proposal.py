"""The register of proposals: who proposed what, when, how, and what became of it."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Personal, Reference
from stratbuild.schema.district import DistrictId
from stratbuild.schema.scalars import Day, EntityId, PlainText
from stratbuild.schema.text import LongText, Text

ProposalId = Annotated[EntityId, Reference("proposals")]
PlaceId = Annotated[EntityId, Reference("goals", "measures", "kpis")]


class AuthorGroup(StrEnum):
    """Who proposes."""

    RESIDENT = "resident"
    BUSINESS = "business"
    EXPERT = "expert"
    CIVIL_SOCIETY = "civil_society"
    INSTITUTION = "institution"


class Channel(StrEnum):
    """How a proposal came."""

    FORM = "form"
    EMAIL = "email"
    LETTER = "letter"
    MEETING = "meeting"
    HEARING = "hearing"
    PORTAL = "portal"
    PHONE = "phone"
    OTHER = "other"


class Disposition(StrEnum):
    """What became of a proposal."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"


class ProposalAuthor(Part):
    """Who proposed, and where the answer is sent. No public edition holds any of it."""

    name: Text = Field(title="Name", description="Name of the person or the firm.")
    post: Text | None = Field(None, title="Post", description="Post, where somebody writes for others.")
    address: Text | None = Field(None, title="Address", description="Where a letter is sent.")
    email: Text | None = Field(None, title="E-mail", description="Where an electronic letter is sent.")
    phone: Text | None = Field(None, title="Telephone", description="Where they can be called.")


class Proposal(Entity):
    """A proposal to the strategy by a resident, a firm, an expert or others."""

    collection: ClassVar[str] = "proposals"
    kind_order: ClassVar[int] = 16
    example_id: ClassVar[str] = "P-014"

    title: Text | None = Field(None, title="Title", description="The proposal in a few words, for tables.")
    text: LongText = Field(title="Text", description="What is proposed, without data about people.")
    received: Day = Field(title="Received", description="Day on which it came: `2025-05-14`.")
    group: AuthorGroup = Field(title="Who", description="Who proposes: `resident`.")
    channel: Channel = Field(title="Channel", description="How it came: `email`.")
    author: Annotated[ProposalAuthor | None, Personal()] = Field(
        None, title="Author", description="Who proposed, for the reply; no public edition says it."
    )
    district: DistrictId | None = Field(None, title="District", description="District that it is about: `D-BEREZNA`.")
    duplicate_of: ProposalId | None = Field(
        None, title="Duplicate of", description="Earlier proposal that says the same; what became of that one holds for this."
    )
    disposition: Disposition = Field(
        Disposition.PENDING, title="Disposition", description="What became of it; pending where nothing is said."
    )
    reason: LongText | None = Field(None, title="Reason", description="Why it was so decided, as the author will read it.")
    places: tuple[PlaceId, ...] = Field(
        (), title="Places", description="Goals, measures and indicators that take it up: `[M-WIFI]`."
    )
    decided_by: Annotated[EntityId, Reference("decisions")] | None = Field(
        None, title="Decided by", description="Decision of the group about it: `DC-07-2`."
    )
    answered: Day | None = Field(None, title="Answered", description="Day on which the author was answered: `2025-06-10`.")
    imported_as: Annotated[PlainText | None, Personal()] = Field(
        None,
        title="Imported as",
        description="Mark of the row of a form that it comes from; `stratbuild import` writes it, and nobody needs to by hand.",
    )
