"""`stratbuild pull`: what an edited budget workbook would change in the strategy, and on request the change itself."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from stratbuild.cli import streams
from stratbuild.cli.formats import Look, written
from stratbuild.cli.options import classifier_option, colour_option, language_option, strategy_argument
from stratbuild.cli.pull_effect import Effect, changes_of_files, effect
from stratbuild.cli.pull_json import pull_data
from stratbuild.cli.pull_text import pull_text
from stratbuild.cli.reading import Read, read
from stratbuild.cli.status import Status, WrongUsage
from stratbuild.diagnostics import Diagnostic, has_errors
from stratbuild.exchange import Acceptance, ProposedChange, propose, read_contract_of
from stratbuild.exchange.findings import Finder
from stratbuild.model import Plan
from stratbuild.publish import write_sources
from stratbuild.render.edited.reader import read_edited
from stratbuild.render.edited.scan_kind_faults import WORKBOOK_NOT_READABLE
from stratbuild.source import SourceText


@dataclass(frozen=True)
class _Given:
    """What a run is about."""

    found: Read
    plan: Plan
    file: Path


@dataclass(frozen=True)
class _Outcome:
    """What a run has found, and what became of it."""

    proposed: ProposedChange
    effect: Effect
    findings: Sequence[Diagnostic]
    applied: bool = False
    status: Status = Status.FINE


@click.command("pull", short_help="Take over what was edited in a budget workbook.")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@strategy_argument
@click.option("--apply", "applying", is_flag=True, help="Write the changes into the files of the strategy.")
@click.option("--accept-removals", is_flag=True, help="Remove what the workbook has no row of any more.")
@click.option("--accept-large", is_flag=True, help="Let sums become more than 20 times larger.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="A text for people, or JSON.")
@language_option
@classifier_option
@colour_option
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - it is a value: the command, with an argument for each option
    file: Path,
    path: str | None,
    form: str,
    language: str | None,
    classifiers: Sequence[str],
    colour: str,
    *,
    applying: bool,
    accept_removals: bool,
    accept_large: bool,
) -> Status:
    """Show what the edited workbook FILE would change in the strategy in PATH, by item and in money.

    Every input is compared in three states: as the workbook was built, as it is in FILE, as the strategy
    has it now. Nothing is written without --apply, and nothing at all while there is a conflict or an error.
    """
    if not file.exists():
        raise WrongUsage("no_such_path", path=file.as_posix())
    found = read(path, language, classifiers)
    look = Look(
        colour=form == "text" and streams.wants_colour(colour, sys.stdout),
        summary=False,
        unicode=streams.speaks_unicode(sys.stdout),
    )
    if found.plan is None:
        return _not_begun(found, file, found.findings, form, look)
    given = _Given(found, found.plan, file)
    outcome = _pulled(given, Acceptance(accept_removals, accept_large), applying=applying)
    if not outcome.proposed.facts:
        return _not_begun(found, file, outcome.findings, form, look)
    _show(given, outcome, form, look)
    return outcome.status


def _pulled(given: _Given, acceptance: Acceptance, *, applying: bool) -> _Outcome:
    """Read, compare, change in memory and, where it is wanted and nothing is in the way, write."""
    found, plan, file = given.found, given.plan, given.file
    workbook, findings = read_edited(file)
    finder = Finder(file.as_posix())
    if workbook is None:
        return _Outcome(ProposedChange(), Effect(), findings)
    contract, told = read_contract_of(workbook, plan.strategy, finder)
    if contract is None:
        return _Outcome(ProposedChange(), Effect(), (*findings, *told))
    proposed = propose(workbook, contract, plan.strategy, acceptance, finder)
    result = effect(found, plan, proposed)
    findings = (*findings, *proposed.findings, *result.findings)
    if proposed.conflicts:
        return _Outcome(proposed, result, findings, status=Status.CONFLICTS)
    if has_errors(findings):
        return _Outcome(proposed, result, findings, status=Status.FINDINGS)
    if not applying or not result.changed:
        return _Outcome(proposed, result, findings)
    wrong = write_sources(found.path, changes_of_files(found, result.changed))
    failed = has_errors(wrong)
    status = Status.INPUT_OUTPUT if failed else Status.FINE
    return _Outcome(proposed, result, (*findings, *wrong), applied=not failed, status=status)


def _not_begun(found: Read, file: Path, findings: Sequence[Diagnostic], form: str, look: Look) -> Status:
    """Tell of what keeps the two from being compared at all."""
    report = found.report(look, findings)
    if form == "json":
        facts = (None, found.revision, False)
        _put_json(pull_data(file.as_posix(), ProposedChange(), Effect(), report, facts), look)
    else:
        streams.put(written(report, "text"), colour=look.colour)
    unreadable = any(one.fault is WORKBOOK_NOT_READABLE for one in findings)
    return Status.INPUT_OUTPUT if unreadable else Status.FINDINGS


def _put_json(said: object, look: Look) -> None:
    streams.put(json.dumps(said, ensure_ascii=not look.unicode, indent=2) + "\n")


def _show(given: _Given, outcome: _Outcome, form: str, look: Look) -> None:
    found, plan, file = given.found, given.plan, given.file
    revision = found.revision
    seen = replace(found, texts=_as_changed(found, outcome.effect))
    report = seen.report(look, outcome.findings)
    if form == "json":
        facts = (plan.strategy.settings.currency, revision, outcome.applied)
        said = pull_data(file.as_posix(), outcome.proposed, outcome.effect, report, facts)
        _put_json(said, look)
        return
    streams.put(pull_text(plan, outcome.proposed, outcome.effect, revision, found.words))
    if outcome.findings:
        streams.put(f"\n{written(report, 'text')}", colour=look.colour)
    _conclude(found, outcome)


def _as_changed(found: Read, result: Effect) -> list[SourceText]:
    return [result.changed.get(text.path, text) for text in found.texts]


def _conclude(found: Read, outcome: _Outcome) -> None:
    """The changed files on standard output, what to do next on standard error."""
    words = found.words
    changed: Mapping[str, object] = outcome.effect.changed
    if outcome.applied:
        streams.put("\n" + "".join(f"{path}\n" for path in sorted(changed)))
        streams.tell(words.say("pull.applied", files=words.plural("cli.counts.files", len(changed))))
    elif outcome.status is Status.INPUT_OUTPUT:
        streams.tell(words.say("pull.not_written"))
    elif outcome.status is not Status.FINE:
        streams.tell(words.say("pull.blocked"))
    elif changed:
        streams.tell(words.say("pull.how_to_apply"))
