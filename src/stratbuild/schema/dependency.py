"""What a measure or a milestone waits for, and how."""

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic_core import PydanticCustomError

from stratbuild.quantity import Lag
from stratbuild.schema.base import COLLECTION, Part, Reference
from stratbuild.schema.ids import ID_PATTERN
from stratbuild.schema.scalars import FORM, EntityId, HowMuchLater

_Measure = Annotated[EntityId, Reference("measures")]
_Milestone = Annotated[EntityId, Reference("milestones")]


class DependencyType(StrEnum):
    """Which end of the one waits for which end of the other."""

    FINISH_TO_START = "finish-to-start"
    START_TO_START = "start-to-start"
    FINISH_TO_FINISH = "finish-to-finish"


class Dependency(Part):
    """A measure or a milestone that is waited for. An id alone is a measure that has to be finished: `M-FIBRE`."""

    measure: _Measure | None = Field(None, title="Measure", description="Measure that is waited for: `M-FIBRE`.")
    milestone: _Milestone | None = Field(
        None, title="Milestone", description="Milestone that is waited for, instead of a measure: `MS-BUDGET`."
    )
    type: DependencyType = Field(
        DependencyType.FINISH_TO_START,
        title="Type",
        description="Which end waits for which; where nothing is said, this begins when the other is finished.",
    )
    lag: HowMuchLater | None = Field(
        None, title="Lag", description="How much later: `2 weeks`; with a minus how much earlier: `-10 working days`."
    )

    @field_validator("lag", mode="after")
    @classmethod
    def _none_of_nothing(cls, lag: Lag | None) -> Lag | None:
        return None if lag is None or lag.count == 0 else lag

    @model_validator(mode="before")
    @classmethod
    def _an_id_alone(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"measure": value}
        if not isinstance(value, dict):
            raise PydanticCustomError("dependency_expected", "an id or a mapping")
        return value

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.measure is None) == (self.milestone is None):
            raise PydanticCustomError("dependency_on_neither_or_both", "one of two", {"both": self.measure is not None})
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """What editors are told: a text, whose pattern speaks of ids, or a mapping, whose keys do not concern a text."""
        reference = {FORM: "id_or_mapping", COLLECTION: "measures", "pattern": ID_PATTERN}
        return {**handler.resolve_ref_schema(handler(core)), "type": ["string", "object"], **reference}

    @property
    def on(self) -> str:
        """The id of what is waited for."""
        return self.measure or self.milestone or ""

    @property
    def is_plain(self) -> bool:
        """Whether it is no more than that the other has to be finished."""
        return self.lag is None and self.type is DependencyType.FINISH_TO_START
