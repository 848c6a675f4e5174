"""Findings about an edited workbook: all of them point at its file and name the cell in their message."""

from dataclasses import dataclass

from stratbuild.diagnostics import Diagnostic, Fault, Related, Severity, Span, Stage
from stratbuild.quantity import Refusal
from stratbuild.render.edited.value_faults import refused


@dataclass(frozen=True, slots=True)
class Finder:
    """What makes findings about the workbook at a path."""

    path: str

    def __call__(self, fault: Fault, related: tuple[Related, ...] = (), **facts: object) -> Diagnostic:
        """A finding with its facts, and the places in the strategy that belong to it."""
        severity = fault.severity if isinstance(fault.severity, Severity) else fault.severity_at(Stage.DRAFT)
        return Diagnostic(fault, Span(self.path), facts, severity, related)

    def refused(self, cell: str, refusal: Refusal) -> Diagnostic:
        """The finding that a cell cannot be read exactly."""
        return refused(self.path, cell, refusal)
