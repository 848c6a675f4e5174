"""The session of the council that the strategy is put before, and who signs what there."""

from pydantic import Field

from stratbuild.schema.base import Part
from stratbuild.schema.scalars import Day, PlainText
from stratbuild.schema.text import LongText, Text


class Signatory(Part):
    """Who signs: post and name, as they stand under a paper."""

    post: Text = Field(title="Post", description="Post, as it stands on the left of the signature.")
    name: Text | None = Field(None, title="Name", description="Name, as it stands on the right; left open where nothing is said.")


class CouncilSession(Part):
    """The council and its session; what is not known yet stays a marked place in the papers."""

    council: Text = Field(title="Council", description="Full name of the council.")
    of_council: Text | None = Field(
        None, title="Of the council", description="Name of the council after “decision of”, where the language bends it."
    )
    title: Text | None = Field(None, title="Session", description="Which session of which convocation it is.")
    date: Day | None = Field(None, title="Date", description="Day of the session: `2026-02-26`.")
    place: Text | None = Field(None, title="Place", description="Where it sits.")
    number: PlainText | None = Field(None, title="Number", description="Number of the decision, once it has one, in quotes.")
    need: LongText | None = Field(
        None, title="Need", description="Why the decision is needed, for the explanatory note; a paragraph or two."
    )
    committee: Text | None = Field(
        None,
        title="Committee",
        description="Standing committee that watches over the decision, in the case that the point asks for.",
    )
    signed_by: Signatory | None = Field(None, title="Signed by", description="Who signs the decision.")
    prepared_by: Signatory | None = Field(None, title="Prepared by", description="Who prepared the papers and signs the note.")
    reported_by: Signatory | None = Field(None, title="Reported by", description="Who speaks for it at the session.")
