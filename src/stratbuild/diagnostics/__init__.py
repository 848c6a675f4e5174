"""Findings as values: a place, a fault with its words in every language, a severity and the facts.

Nothing here knows how a finding is printed, or which stage found it.
"""

from stratbuild.diagnostics.diagnostic import Diagnostic, Related, Show, by_place, has_errors
from stratbuild.diagnostics.fault import Fault, Severity, SeverityByStage, Stage, Wording
from stratbuild.diagnostics.span import Span
from stratbuild.diagnostics.suggestion import Suggestion

__all__ = [
    "Diagnostic",
    "Fault",
    "Related",
    "Severity",
    "SeverityByStage",
    "Show",
    "Span",
    "Stage",
    "Suggestion",
    "Wording",
    "by_place",
    "has_errors",
]
