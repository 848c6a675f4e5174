"""`stratbuild plan --select`: the measures that fit the money, and on request the choice as a scenario."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from stratbuild.cli import streams
from stratbuild.cli.formats import Look, written
from stratbuild.cli.plan_select_json import selection_data
from stratbuild.cli.plan_select_text import selection_text
from stratbuild.cli.pull_effect import changes_of_files, new_findings
from stratbuild.cli.pull_json import diagnostics_data
from stratbuild.cli.reading import Read
from stratbuild.cli.status import Status
from stratbuild.cli.telling import tell_report
from stratbuild.diagnostics import Diagnostic, Severity, has_errors
from stratbuild.model import Plan
from stratbuild.pipeline import check, load
from stratbuild.planning.selection import Selection, SolverMissing, selection
from stratbuild.planning.selection.as_scenario import is_in_use, scenario_edit
from stratbuild.planning.selection.faults import ID_IN_USE
from stratbuild.publish import write_sources
from stratbuild.rewrite import Refused, rewrite
from stratbuild.source import SourceText

VERSION = 1


@dataclass(frozen=True)
class _Writing:
    """What became of the wish to write the choice."""

    status: Status = Status.FINE
    findings: Sequence[Diagnostic] = ()
    changed: Mapping[str, SourceText] = field(default_factory=dict)
    file: str | None = None
    """The file that has been written."""


def select(found: Read, plan: Plan, *, gap: float | None = None, write: str | None = None, form: str = "text") -> Status:
    """Choose, show, and write where `write` is the id of a scenario. `gap` is a part of one: 0.01 is one per cent."""
    look = Look(
        colour=form == "text" and streams.wants_colour("auto", sys.stdout),
        summary=False,
        unicode=streams.speaks_unicode(sys.stdout),
    )
    if write is not None and (taken := is_in_use(plan, write)) is not None:
        origin = plan.strategy.origins[taken]
        finding = Diagnostic(ID_IN_USE, origin.places.span((*origin.location, "id")), {"id": taken})
        return _refused(found, look, finding, Status.USAGE)
    try:
        chosen = selection(plan, None if gap is None else Decimal(str(gap)) * 100)
    except SolverMissing as missing:
        return _refused(found, look, missing.diagnostic, Status.ENGINE)
    writing = _Writing() if write is None or not chosen.left_out else _written(found, plan, chosen, write)
    seen = replace(found, texts=[writing.changed.get(text.path, text) for text in found.texts])
    report = seen.report(look, [*chosen.contradictions, *writing.findings])
    if form == "json":
        said = selection_data(plan, chosen, found.words)
        scenario = None if writing.file is None else {"id": write, "file": writing.file}
        streams.put(_as_json({"version": VERSION, **said, "written": scenario, "diagnostics": diagnostics_data(report)}))
    else:
        streams.put(selection_text(plan, chosen, found.words))
        if report.findings:
            streams.put(f"\n{written(report, 'text')}", colour=look.colour)
        _conclude(found, chosen, write, writing)
    return Status.FINDINGS if chosen.proof is None else writing.status


def _refused(found: Read, look: Look, finding: Diagnostic, status: Status) -> Status:
    report = found.report(replace(look, colour=streams.wants_colour("auto", sys.stderr)), [finding])
    tell_report(report)
    return status


def _written(found: Read, plan: Plan, chosen: Selection, id_: str) -> _Writing:
    """Write the scenario, unless the strategy would not be without new errors, or the scenario another one than was chosen."""
    path, edit = scenario_edit(plan, chosen, id_)
    texts = {text.path: text for text in found.texts}
    try:
        changed = {path: rewrite(texts[path], [edit])}
    except Refused as refusal:
        return _Writing(Status.FINDINGS, [refusal.diagnostic])
    strategy, diagnostics = load(changed.get(one, text) for one, text in texts.items())
    checked = check(strategy, diagnostics, plan.classifiers, answers=plan.answers)
    new = [one for one in new_findings(found.findings, checked.diagnostics) if one.severity is Severity.ERROR]
    if new or checked.plan is None:
        return _Writing(Status.FINDINGS, new, changed)
    assert tuple(checked.plan.scenarios[id_].strategy.measures) == chosen.chosen, "the scenario has the chosen measures"
    wrong = write_sources(found.path, changes_of_files(found, changed))
    failed = has_errors(wrong)
    return _Writing(Status.INPUT_OUTPUT if failed else Status.FINE, wrong, changed, None if failed else path)


def _conclude(found: Read, chosen: Selection, write: str | None, writing: _Writing) -> None:
    """The changed file on standard output, what to do next on standard error."""
    words = found.words
    if writing.file is not None:
        streams.put(f"\n{writing.file}\n")
        streams.tell(words.say("selection.written", id=write))
    elif chosen.proof is None:
        streams.tell(words.say("selection.contradictory"))
    elif write is None:
        if chosen.left_out:
            streams.tell(words.say("selection.how_to_write"))
    else:
        streams.tell(words.say("selection.not_written" if chosen.left_out else "selection.nothing_to_write"))
    if not found.ok:
        streams.tell(words.say("selection.has_errors"))


def _as_json(said: object) -> str:
    return json.dumps(said, ensure_ascii=not streams.speaks_unicode(sys.stdout), indent=2) + "\n"
