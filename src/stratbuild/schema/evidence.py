"""What a goal may rest on: a survey or one of its questions, a finding, a programme, the experience of others."""

from typing import Annotated

from stratbuild.schema.base import Reference
from stratbuild.schema.scalars import EntityId

EVIDENCE = ("surveys", "questions", "findings", "related_programmes")
"""The lists of evidence."""

EvidenceId = Annotated[EntityId, Reference(*EVIDENCE)]
MeasuredId = Annotated[EntityId, Reference("findings", "questions")]
"""Evidence that has a value."""
