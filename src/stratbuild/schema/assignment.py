"""Assignments to members and units, and requests for information."""

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from stratbuild.schema.base import Entity
from stratbuild.schema.decision import DecisionId
from stratbuild.schema.member import MemberId
from stratbuild.schema.scalars import Day
from stratbuild.schema.subgroup import SubgroupId
from stratbuild.schema.text import LongText, Text
from stratbuild.schema.unit import UnitId


class AssignmentKind(StrEnum):
    """What is asked for."""

    ASSIGNMENT = "assignment"
    INFORMATION_REQUEST = "information_request"


class Assignment(Entity):
    """Something that somebody is to do by a day, or a request for information to a unit."""

    collection: ClassVar[str] = "assignments"
    kind_order: ClassVar[int] = 114
    example_id: ClassVar[str] = "AS-012"

    kind: AssignmentKind = Field(
        AssignmentKind.ASSIGNMENT, title="Kind", description="An assignment, or a request for information to a unit."
    )
    title: Text = Field(title="Title", description="What is to be done or told.")
    description: LongText | None = Field(None, title="Description", description="What exactly, in which form.")
    decision: DecisionId | None = Field(None, title="Decision", description="Decision that gave it: `DC-07-2`.")
    issued: Day | None = Field(
        None, title="Given", description="Day on which it was given; that of the meeting where a decision is named."
    )
    members: tuple[MemberId, ...] = Field((), title="Members", description="Members who are to do it: `[MB-KOVAL]`.")
    subgroups: tuple[SubgroupId, ...] = Field((), title="Subgroups", description="Subgroups that are to do it: `[SG-CYBER]`.")
    units: tuple[UnitId, ...] = Field((), title="Units", description="Units that are to do or tell it: `[U-FIN]`.")
    due: Day | None = Field(None, title="Due", description="Last day: `2025-04-10`.")
    done: Day | None = Field(None, title="Done", description="Day on which it was done: `2025-04-08`.")
    shown_by: Text | None = Field(None, title="Shown by", description="What shows that it was done: a letter, a file, a minute.")
