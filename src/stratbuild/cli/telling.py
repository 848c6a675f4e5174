"""Findings told to people on standard error, for every command that has something else to say on standard output."""

import sys
from collections.abc import Sequence

from stratbuild.cli import streams
from stratbuild.cli.formats import Look, Report, written
from stratbuild.cli.reading import Read
from stratbuild.diagnostics import Diagnostic


def tell_report(report: Report) -> None:
    """A report as text."""
    streams.tell(written(report, "text").rstrip("\n"), colour=report.look.colour)


def tell_findings(found: Read, findings: Sequence[Diagnostic] | None = None) -> None:
    """The findings of a strategy, or some others in its texts, in colours where the terminal has any."""
    tell_report(found.report(Look(colour=streams.wants_colour("auto", sys.stderr)), findings))
