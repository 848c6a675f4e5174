"""A finding: a fault, the place where it shows, and the facts that its message names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from stratbuild.diagnostics.fault import Fault, Severity, Wording
from stratbuild.diagnostics.span import Span

Show = Callable[[object], str]
"""How a language writes a fact: a sum, a date, a list of ids."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the finding, and what it is, by language."""

    span: Span
    label: Mapping[str, str]

    def label_in(self, language: str) -> str:
        """What the place is, in the language or else in English."""
        return self.label.get(language, self.label["en"])


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One located finding. `facts` are the values that the message names, typed, in no language."""

    fault: Fault
    span: Span
    facts: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()

    @property
    def code(self) -> str:
        """The fault's code, `SB402`."""
        return self.fault.code

    def message(self, language: str, show: Show = str) -> str:
        """The fact, in the given language or else in English."""
        return _filled(self._wording(language).message, self.facts, show)

    def hint(self, language: str, show: Show = str) -> str:
        """The remedy, in the given language or else in English."""
        return _filled(self._wording(language).hint, self.facts, show)

    def _wording(self, language: str) -> Wording:
        return self.fault.wordings.get(language, self.fault.en)


def by_place(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings in the order of files, lines, columns and codes, each once."""
    order: dict[tuple[Span, str, str], Diagnostic] = {}
    for diagnostic in diagnostics:
        order.setdefault((diagnostic.span, diagnostic.code, diagnostic.message("en")), diagnostic)
    return [order[place] for place in sorted(order)]


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding stops the build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _filled(pattern: str, facts: Mapping[str, object], show: Show) -> str:
    return pattern.format_map({name: _shown(value, show) for name, value in facts.items()})


def _shown(value: object, show: Show) -> str:
    if isinstance(value, (tuple, list, frozenset)):
        return ", ".join(show(one) for one in value)
    return show(value)
