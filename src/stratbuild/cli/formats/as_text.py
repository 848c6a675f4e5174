"""Findings for people: the place, the fact, the line with the characters in question, the remedy."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from stratbuild.cli.formats.excerpt import excerpt, printable
from stratbuild.cli.formats.report import Report
from stratbuild.diagnostics import Diagnostic, Severity, Span
from stratbuild.faults import summary

MANY_NOTES = 20
"""So many notes are written one by one; more are gathered by fault unless all are asked for."""

_MARGIN = " " * 5
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def written(report: Report) -> str:
    """Every finding with its line; where there are many notes, a line for each fault; last what it comes to."""
    notes = [one for one in report.findings if one.severity is Severity.NOTE]
    gathered = notes if len(notes) > MANY_NOTES and not report.look.every_note else []
    single = [one for one in report.findings if not (gathered and one.severity is Severity.NOTE)]
    blocks = ["\n".join(_finding(report, one)) for one in single]
    if gathered:
        blocks.append("\n".join(_gathered(report, gathered)))
    if report.look.summary:
        blocks.append(_summary(report))
    return "\n\n".join(blocks) + "\n"


def _finding(report: Report, finding: Diagnostic) -> Iterator[str]:
    words = report.words
    source = report.sources.get(finding.span.path)
    yield f"{_bold(report, _place(report, finding.span))}: {_label(report, finding)} {printable(report.message(finding))}"
    margin = _MARGIN
    if source is not None:
        shown = excerpt(source, finding.span)
        margin = " " * len(shown.number)
        yield f"{shown.number} | {shown.line}".rstrip()
        yield f"{margin} | {shown.indent}{_styled(report, shown.carets, _COLOURS[finding.severity])}"
    yield f"{margin} = {_bold(report, words.say('cli.hint'))}: {printable(report.hint(finding))}"
    for one in finding.related:
        yield f"{margin} = {_place(report, one.span)}: {printable(one.label_in(words.language))}"


def _gathered(report: Report, notes: Sequence[Diagnostic]) -> Iterator[str]:
    """A line for each fault that only notes tell of: how many, what about, and the first place."""
    yield report.words.say("cli.notes_gathered", count=len(notes))
    for _, alike in groupby(sorted(notes, key=lambda one: one.code), key=lambda one: one.code):
        found = list(alike)
        label = f"{_label(report, found[0])} × {len(found)}"
        yield f"  {label}: {printable(summary(found[0].fault, report.words.language))} ({_place(report, found[0].span)})"


def _summary(report: Report) -> str:
    words = report.words
    counted = [words.plural(f"cli.counts.{severity.name.lower()}", count) for severity, count in report.counts.items() if count]
    found = ", ".join(counted) or words.say("cli.nothing_found")
    if not report.sources:
        return found
    return words.say("cli.summary", files=words.plural("cli.counts.files", len(report.sources)), found=found)


def _place(report: Report, span: Span) -> str:
    """`path:line:column`, or the path alone where the whole file or folder is meant."""
    is_whole = (span.line, span.column, span.end_line, span.end_column) == (1, 1, 1, 1) and span.path not in report.sources
    return printable(span.path if is_whole else str(span))


def _label(report: Report, finding: Diagnostic) -> str:
    word = report.words.say(f"cli.severity.{finding.severity.name.lower()}")
    return _styled(report, f"{word}[{finding.code}]", _COLOURS[finding.severity])


def _styled(report: Report, text: str, colour: str) -> str:
    return click.style(text, fg=colour, bold=True) if report.look.colour else text


def _bold(report: Report, text: str) -> str:
    return click.style(text, bold=True) if report.look.colour else text
