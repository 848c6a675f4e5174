"""What can be wrong: a fault has a code, a name, a severity and its words in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType


class Severity(IntEnum):
    """How much a finding weighs: a note informs, a warning should be looked at, an error stops the build."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Stage(StrEnum):
    """How far the strategy has come; each stage demands more than the one before."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    SUBMISSION = "submission"
    ADOPTED = "adopted"

    def has_reached(self, other: "Stage") -> bool:
        """Whether this stage is the other one or a later one."""
        stages = list(Stage)
        return stages.index(self) >= stages.index(other)


@dataclass(frozen=True, slots=True)
class Wording:
    """A message, which states the fact with both sides, and a hint, which is the remedy.

    Both are `str.format` patterns over the finding's facts: `{line} spends money in {year}`.
    """

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class SeverityByStage:
    """The severity of a fault from the stage `demanded_from` on, and before it."""

    demanded_from: Stage
    before: Severity = Severity.NOTE
    after: Severity = Severity.ERROR

    def at(self, stage: Stage) -> Severity:
        """The severity in a strategy of the given stage."""
        return self.after if stage.has_reached(self.demanded_from) else self.before


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that can be wrong, told apart by its code and named after the fault.

    `page` is what `stratbuild explain` prints: an English page and, after a line `---`, a Ukrainian one.
    """

    code: str
    name: str
    en: Wording
    uk: Wording
    severity: Severity | SeverityByStage = Severity.ERROR
    page: str = ""
    wordings: Mapping[str, Wording] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "wordings", MappingProxyType({"en": self.en, "uk": self.uk}))

    def __reduce__(self) -> tuple[type["Fault"], tuple[object, ...]]:
        """By its parts: the view of its wordings cannot be pickled, and is made anew."""
        return Fault, (self.code, self.name, self.en, self.uk, self.severity, self.page)

    def severity_at(self, stage: Stage) -> Severity:
        """The severity in a strategy of the given stage."""
        return self.severity.at(stage) if isinstance(self.severity, SeverityByStage) else self.severity

    def page_in(self, language: str) -> str:
        """The page in Ukrainian where it is asked for and there is one, else in English."""
        english, _, ukrainian = self.page.partition("\n---\n")
        return (ukrainian.strip() or english.strip()) if language == "uk" else english.strip()
