"""The public consultation on the draft: when, with whom, where proposals are sent."""

from pydantic import Field

from stratbuild.schema.base import Part
from stratbuild.schema.meeting import MeetingId
from stratbuild.schema.scalars import Day, PlainText
from stratbuild.schema.text import LongText, Text


class Consultation(Part):
    """The consultation: what its notice has to say, and what its report begins with."""

    organ: Text | None = Field(None, title="Organ", description="Who holds it.")
    start: Day | None = Field(None, title="Start", description="First day on which proposals are taken: `2025-09-01`.")
    finish: Day | None = Field(None, title="Finish", description="Last day: `2025-09-30`.")
    groups: LongText | None = Field(
        None, title="Groups", description="Whom the draft touches: groups of residents, firms, institutions."
    )
    consequences: LongText | None = Field(None, title="Consequences", description="What may follow for them, good and bad.")
    draft_at: PlainText | None = Field(None, title="Draft", description="Where the draft can be read: `https://…`.")
    send_to: Text | None = Field(
        None, title="Send to", description="Where proposals are sent: address, form, desk; until what hour."
    )
    contact: Text | None = Field(None, title="Contact", description="Post and telephone of who answers questions.")
    events: tuple[MeetingId, ...] = Field((), title="Events", description="Public events of the consultation: `[MT-20]`.")
