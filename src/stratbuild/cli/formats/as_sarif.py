"""Findings as SARIF 2.1.0, the form in which code hosts and editors take the results of checks."""

import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from stratbuild import __version__
from stratbuild.cli.formats.report import Report
from stratbuild.diagnostics import Diagnostic, Fault, Severity, SeverityByStage, Span, Stage
from stratbuild.faults import blank, summary, wording

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"


def written(report: Report) -> str:
    """One run with the rules that were broken and every finding; columns count code points."""
    language = report.words.language
    faults = {finding.code: finding.fault for finding in report.findings}
    index = {code: number for number, code in enumerate(sorted(faults))}
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "stratbuild",
                "version": __version__,
                "semanticVersion": __version__,
                "language": language,
                "rules": [_rule(faults[code], language) for code in index],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, index[finding.code], seen) for finding in report.findings],
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=not report.look.unicode, indent=2) + "\n"
    )


def _rule(fault: Fault, language: str) -> dict[str, Any]:
    page = fault.page_in(language)
    remedy = blank(wording(fault, language).hint)
    weight = fault.severity.at(Stage.ADOPTED) if isinstance(fault.severity, SeverityByStage) else fault.severity
    return {
        "id": fault.code,
        "name": fault.name,
        "shortDescription": {"text": summary(fault, language)},
        "help": {"text": page or remedy, "markdown": page or remedy},
        "defaultConfiguration": {"level": _level(weight)},
    }


def _result(report: Report, finding: Diagnostic, rule: int, seen: Counter[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _level(finding.severity),
        "message": {"text": f"{report.message(finding)}\n{report.hint(finding)}"},
        "locations": [{"physicalLocation": _physical(finding.span)}],
        "partialFingerprints": {"stratbuild/v1": _fingerprint(finding, seen)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(one.span), "message": {"text": one.label_in(report.words.language)}}
            for number, one in enumerate(finding.related)
        ]
    return result


def _physical(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": _artifact(span.path),
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _artifact(path: str) -> dict[str, str]:
    """The address of a file: from the current folder where it lies below it, else whole."""
    given, here = Path(path), Path.cwd()
    if given.is_absolute() and given.is_relative_to(here):
        given = given.relative_to(here)
    if given.is_absolute():
        return {"uri": given.as_uri()}
    return {"uri": quote(os.fsencode(given.as_posix())), "uriBaseId": _ROOT}


def _fingerprint(finding: Diagnostic, seen: Counter[str]) -> str:
    """The same for the same finding when lines move; findings that are alike are numbered."""
    alike = f"{finding.code}\0{finding.span.path}\0{finding.message('en')}"
    seen[alike] += 1
    return hashlib.sha256(f"{alike}\0{seen[alike]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _level(severity: Severity) -> str:
    return severity.name.lower()
