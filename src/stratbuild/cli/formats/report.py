"""What every format writes: findings, the language of their messages, and the texts that they point into."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.render.locale import Locale
from stratbuild.source import SourceText


@dataclass(frozen=True, slots=True)
class Look:
    """How a report looks where the format leaves a choice."""

    colour: bool = False
    every_note: bool = False
    """Whether many notes are written one by one, and not gathered by fault."""
    summary: bool = True
    """Whether a report for people ends with what it comes to."""
    unicode: bool = True
    """Whether the output can hold any sign."""


@dataclass(frozen=True)
class Report:
    """The findings of one run, in the order of their places."""

    findings: Sequence[Diagnostic]
    words: Locale
    sources: Mapping[str, SourceText] = field(default_factory=lambda: MappingProxyType({}))
    """The texts that were read, by path."""
    look: Look = Look()

    def message(self, finding: Diagnostic) -> str:
        """The fact, in the language of the report."""
        return finding.message(self.words.language, self.words.show)

    def hint(self, finding: Diagnostic) -> str:
        """The remedy, in the language of the report."""
        return finding.hint(self.words.language, self.words.show)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings of each severity there are, the gravest first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in sorted(Severity, reverse=True)}
