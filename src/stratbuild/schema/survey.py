"""Surveys: who was asked, when, about what, and where the answers are."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity, Part, Reference
from stratbuild.schema.scalars import Day, EntityId, Order, PlainText, YesNo
from stratbuild.schema.text import LongText, Text

SurveyId = Annotated[EntityId, Reference("surveys")]
QuestionId = Annotated[EntityId, Reference("questions")]


class Survey(Entity):
    """A survey of residents, firms or others. Its questions stand in a list of their own."""

    collection: ClassVar[str] = "surveys"
    kind_order: ClassVar[int] = 12
    example_id: ClassVar[str] = "SV-NEEDS"

    title: Text = Field(title="Title", description="What the survey was called.")
    start: Day | None = Field(None, title="Start", description="First day of answers: `2025-02-03`.")
    finish: Day | None = Field(None, title="Finish", description="Last day of answers: `2025-03-02`.")
    conducted_by: Text | None = Field(None, title="Conducted by", description="Who asked.")
    population: Text | None = Field(None, title="Population", description="Of whom the survey tells, and how many they are.")
    sample: LongText | None = Field(
        None, title="Sample", description="How those asked were chosen, and of whom the answers cannot tell."
    )
    method: Text | None = Field(
        None, title="Method", description="How they were asked: a form on the web, on paper, by telephone."
    )
    answers: PlainText | None = Field(
        None,
        title="Answers",
        description="File of anonymous answers in CSV, one row for each who answered, as `surveys/needs.csv`; counted from the strategy's folder.",
    )
    respondents: Order | None = Field(
        None, title="Respondents", description="How many answered, where there is no file of answers: `600`."
    )


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"


class AnswerOption(Part):
    """An answer that could be chosen."""

    code: PlainText = Field(title="Code", description="As it stands in the file of answers: `yes`, `3`.")
    title: Text = Field(title="Title", description="As it was read by those asked.")
    dont_know: YesNo = Field(
        False,
        title="Don't know",
        description="Whether it means that there is no opinion: `true` or `false`; false where nothing is said.",
    )


class Question(Entity):
    """A question of a survey, with the answers that could be chosen and what follows from them."""

    collection: ClassVar[str] = "questions"
    kind_order: ClassVar[int] = 13
    example_id: ClassVar[str] = "EV-NEEDS-Q4"

    survey: SurveyId = Field(title="Survey", description="Survey that it was asked in.")
    title: Text = Field(title="Question", description="As it was asked.")
    kind: QuestionKind = Field(
        QuestionKind.SINGLE, title="Kind", description="How it is answered; by a single choice where nothing is said."
    )
    column: PlainText | None = Field(
        None, title="Column", description="Heading of its column in the file of answers: `q4`; its id where nothing is said."
    )
    options: tuple[AnswerOption, ...] = Field(
        (), title="Options", description="The answers that could be chosen, in their order."
    )
    counts: Mapping[PlainText, Order] = Field(
        default_factory=dict,
        title="Counts",
        description="How many chose each answer, where there is no file of answers: `{yes: 310, no: 240}`.",
    )
    base: Order | None = Field(
        None,
        title="Base",
        description="How many were asked or answered, where several answers could be chosen and there is no file.",
    )
    asked_of: Text | None = Field(None, title="Asked of", description="Who was asked this, where it was not everybody.")
    conclusion: Text | None = Field(None, title="Conclusion", description="What the strategy concludes from the answers.")
