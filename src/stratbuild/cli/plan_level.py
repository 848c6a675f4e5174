"""`stratbuild plan --level`: dates within the people of the units, and on request written into the strategy."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stratbuild.cli import streams
from stratbuild.cli.formats import Look, written
from stratbuild.cli.plan_level_json import levelling_data
from stratbuild.cli.plan_level_text import levelling_text
from stratbuild.cli.pull_effect import changes_of_files, new_findings
from stratbuild.cli.pull_json import diagnostics_data
from stratbuild.cli.reading import Read
from stratbuild.cli.status import Status
from stratbuild.cli.telling import tell_report
from stratbuild.diagnostics import Diagnostic, has_errors
from stratbuild.model import Plan
from stratbuild.pipeline import check, load
from stratbuild.planning import levelling
from stratbuild.planning.levelling import Proposal, Writing
from stratbuild.planning.levelling.cp_sat import SolverMissing, cp_sat
from stratbuild.planning.levelling.faults import DATES_CHANGE_MONEY, DATES_NOT_AS_PROPOSED, SCENARIO_DATES_NOT_WRITTEN
from stratbuild.planning.levelling.serial import SERIAL, serial
from stratbuild.publish import write_sources
from stratbuild.rewrite import Refused, rewrite
from stratbuild.source import SourceText

VERSION = 1
_TOLD = "unit_overloaded"
"""What the proposal says itself, and better."""


@dataclass(frozen=True)
class _Effect:
    """The strategy with the proposed dates."""

    changed: Mapping[str, SourceText] = field(default_factory=dict)
    """By path: the texts that change."""
    findings: Sequence[Diagnostic] = ()
    """What the changed strategy has that the present one has not, and what could not be written."""
    status: Status = Status.FINE
    applied: bool = False


def level(found: Read, plan: Plan, *, solver: str = SERIAL, apply: bool = False, form: str = "text") -> Status:
    """Propose, show, and with `apply` write; `solver` is `serial` or `cp-sat`."""
    look = _look(form)
    if apply and plan.scenario is not None:
        origin = plan.strategy.origins[plan.scenario.id]
        finding = Diagnostic(SCENARIO_DATES_NOT_WRITTEN, origin.places.span(origin.location), {"scenario": plan.scenario.id})
        return _refused(found, look, finding, Status.USAGE)
    try:
        proposal = levelling.level(plan, serial if solver == SERIAL else cp_sat)
    except SolverMissing as missing:
        return _refused(found, look, missing.diagnostic, Status.ENGINE)
    effect = _Effect() if plan.scenario is not None else _effect(found, plan, proposal, apply=apply)
    _show(found, plan, proposal, effect, form)
    return effect.status


def _look(form: str) -> Look:
    colour = form == "text" and streams.wants_colour("auto", sys.stdout)
    return Look(colour=colour, summary=False, unicode=streams.speaks_unicode(sys.stdout))


def _refused(found: Read, look: Look, finding: Diagnostic, status: Status) -> Status:
    report = found.report(replace(look, colour=streams.wants_colour("auto", sys.stderr)), [finding])
    tell_report(report)
    return status


def _effect(found: Read, plan: Plan, proposal: Proposal, *, apply: bool) -> _Effect:
    """Change the texts in memory, read them again and, where it is wanted and they say what was proposed, write them."""
    writing = levelling.writing(plan, proposal)
    texts = {text.path: text for text in found.texts}
    try:
        changed = {path: rewrite(texts[path], edits) for path, edits in writing.edits.items()}
    except Refused as refusal:
        return _Effect(findings=[refusal.diagnostic], status=Status.FINDINGS)
    if not changed:
        return _Effect()
    strategy, diagnostics = load(changed.get(path, text) for path, text in texts.items())
    checked = check(strategy, diagnostics, plan.classifiers, answers=plan.answers)
    new = [one for one in new_findings(found.findings, checked.diagnostics) if one.fault.name != _TOLD]
    if checked.plan is not None:
        new += _otherwise(plan, checked.plan, writing)
    if checked.plan is None or has_errors(new):
        return _Effect(changed, new, Status.FINDINGS)
    if not apply:
        return _Effect(changed, new)
    wrong = write_sources(found.path, changes_of_files(found, changed))
    failed = has_errors(wrong)
    return _Effect(changed, [*new, *wrong], Status.INPUT_OUTPUT if failed else Status.FINE, applied=not failed)


def _otherwise(plan: Plan, changed: Plan, writing: Writing) -> Iterator[Diagnostic]:
    """Where the changed strategy has other dates than proposed, or other money than before."""
    strategy = changed.strategy
    for id_, proposed in writing.windows.items():
        window = changed.windows[id_]
        if window != proposed:
            facts = {"measure": id_, "first": window.first, "last": window.last}
            facts |= {"proposed_first": proposed.first, "proposed_last": proposed.last}
            yield Diagnostic(DATES_NOT_AS_PROPOSED, strategy.span(strategy.measures[id_]), facts)
            return
    for id_, line in strategy.budget_lines.items():
        if changed.budget.parts.get(id_) != plan.budget.parts.get(id_):
            yield Diagnostic(DATES_CHANGE_MONEY, strategy.span(line), {"line": id_})
            return


def _show(found: Read, plan: Plan, proposal: Proposal, effect: _Effect, form: str) -> None:
    look = _look(form)
    seen = replace(found, texts=[effect.changed.get(text.path, text) for text in found.texts])
    report = seen.report(look, effect.findings)
    if form == "json":
        said = {
            "version": VERSION,
            **levelling_data(plan, proposal, found.words),
            "files": sorted(effect.changed),
            "applied": effect.applied,
            "diagnostics": diagnostics_data(report),
        }
        streams.put(json.dumps(said, ensure_ascii=not look.unicode, indent=2) + "\n")
        return
    streams.put(levelling_text(plan, proposal, found.words))
    if report.findings:
        streams.put(f"\n{written(report, 'text')}", colour=look.colour)
    _conclude(found, plan, effect)


def _conclude(found: Read, plan: Plan, effect: _Effect) -> None:
    """The changed files on standard output, what to do next on standard error."""
    words = found.words
    if effect.applied:
        streams.put("\n" + "".join(f"{path}\n" for path in sorted(effect.changed)))
        streams.tell(words.say("levelling.applied", files=words.plural("cli.counts.files", len(effect.changed))))
    elif effect.status is not Status.FINE:
        streams.tell(words.say("levelling.not_written"))
    elif effect.changed:
        streams.tell(words.say("levelling.how_to_apply"))
    elif plan.scenario is not None:
        streams.tell(words.say("levelling.of_scenario"))
    if not found.ok:
        streams.tell(words.say("levelling.has_errors"))
