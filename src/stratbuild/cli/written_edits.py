"""Edits of a strategy carried out: tried in memory, checked as the strategy they would make, then written, all or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stratbuild.cli.pull_effect import changes_of_files, new_findings
from stratbuild.cli.reading import Read
from stratbuild.cli.status import Status
from stratbuild.diagnostics import Diagnostic, Severity, has_errors
from stratbuild.model import Plan
from stratbuild.pipeline import check, load
from stratbuild.publish import write_sources
from stratbuild.rewrite import Edit, Refused, rewrite
from stratbuild.source import SourceText


@dataclass(frozen=True)
class Written:
    """What became of the wish to write."""

    status: Status
    findings: Sequence[Diagnostic] = ()
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    """By path: the texts as they are, or would have been."""


def tried(found: Read, plan: Plan, edits: Mapping[str, Sequence[Edit]]) -> Written:
    """The edits carried out in memory; with the new errors that the strategy would have."""
    texts = {text.path: text for text in found.texts}
    changed: dict[str, SourceText] = {}
    for path, some in edits.items():
        try:
            changed[path] = rewrite(texts[path], some)
        except Refused as refusal:
            return Written(Status.FINDINGS, [refusal.diagnostic])
    strategy, diagnostics = load(changed.get(one, text) for one, text in texts.items())
    checked = check(strategy, diagnostics, plan.classifiers, answers=plan.answers)
    new = [one for one in new_findings(found.findings, checked.diagnostics) if one.severity is Severity.ERROR]
    return Written(Status.FINDINGS if new or checked.plan is None else Status.FINE, new, changed)


def write_edits(found: Read, plan: Plan, edits: Mapping[str, Sequence[Edit]]) -> Written:
    """The edits written into the files, unless the strategy would have new errors."""
    trial = tried(found, plan, edits)
    if trial.status is not Status.FINE:
        return trial
    wrong = write_sources(found.path, changes_of_files(found, trial.texts))
    return Written(Status.INPUT_OUTPUT if has_errors(wrong) else Status.FINE, wrong, trial.texts)
