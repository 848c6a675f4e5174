"""Findings as JSON, for programs: `{"version": 1, "diagnostics": […], "summary": {…}}`."""

import json
from typing import Any

from stratbuild.cli.formats.report import Report
from stratbuild.diagnostics import Diagnostic, Span

VERSION = 1


def written(report: Report) -> str:
    """All findings; columns count characters from one, ends are exclusive."""
    said = {
        "version": VERSION,
        "language": report.words.language,
        "diagnostics": [_diagnostic(report, one) for one in report.findings],
        "summary": {
            **{f"{severity.name.lower()}s": count for severity, count in report.counts.items()},
            "files": len(report.sources),
        },
    }
    return json.dumps(said, ensure_ascii=not report.look.unicode, indent=2) + "\n"


def _diagnostic(report: Report, finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.fault.name,
        "severity": finding.severity.name.lower(),
        **_place(finding.span),
        "message": report.message(finding),
        "hint": report.hint(finding),
        "related": [{**_place(one.span), "message": one.label_in(report.words.language)} for one in finding.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
