"""The passport of the strategy: who ordered it, who wrote it, who carries it out, to what end."""

from pydantic import Field

from stratbuild.schema.base import Part
from stratbuild.schema.scalars import Day, PlainText
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId


class Act(Part):
    """An order or a decision: what it is called, its number and its day."""

    title: Text = Field(title="Title", description="Kind and title, as the act itself has them.")
    number: PlainText | None = Field(None, title="Number", description='Number in quotes: `"112"`.')
    on: Day | None = Field(None, title="Date", description="Day of the act: `2025-03-14`.")


class Passport(Part):
    """What the passport of a programme says beside what is known anyway: the period, the money, who takes part."""

    ordered_by: Act | None = Field(None, title="Ordered by", description="Act by which the drafting was ordered.")
    agreed_on: Day | None = Field(
        None,
        title="Agreed on",
        description="Day on which the draft was agreed with the general customer of the national programme.",
    )
    initiator: Text | None = Field(None, title="Initiator", description="Who proposed that it be written.")
    developer: Text | None = Field(None, title="Developer", description="Who wrote it.")
    co_developers: tuple[Text, ...] = Field((), title="Co-developers", description="Who wrote it with them.")
    executor: UnitId | None = Field(None, title="Responsible executor", description="Unit that answers for the whole.")
    aim: LongText | None = Field(None, title="Aim", description="What it is for, in a paragraph.")
