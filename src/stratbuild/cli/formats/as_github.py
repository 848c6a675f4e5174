"""Findings as commands of a GitHub workflow, which shows them beside the changed lines."""

from stratbuild.cli.formats.report import Report
from stratbuild.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def written(report: Report) -> str:
    """One line a finding: `::error file=…,line=…,col=…,title=SB402::message`, and the remedy after a line end."""
    return "".join(f"{_command(report, finding)}\n" for finding in report.findings)


def _command(report: Report, finding: Diagnostic) -> str:
    span = finding.span
    properties = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": finding.code,
    }
    written_properties = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = _data(f"{report.message(finding)}\n{report.hint(finding)}")
    return f"::{_COMMANDS[finding.severity]} {written_properties}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
