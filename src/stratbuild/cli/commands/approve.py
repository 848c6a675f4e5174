"""`stratbuild approve`: keep the marks of what a decision of the group approved."""

from collections.abc import Sequence

import click

from stratbuild.cli import streams
from stratbuild.cli.options import language_option, strategy_argument
from stratbuild.cli.reading import Read, read
from stratbuild.cli.status import Status, unknown
from stratbuild.cli.telling import tell_findings
from stratbuild.cli.written_edits import write_edits
from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.approval import approval_edit


@click.command("approve", short_help="Keep the marks of the text that a decision approved.")
@click.argument("decision")
@strategy_argument
@language_option
def COMMAND(decision: str, path: str | None, language: str | None) -> Status:  # noqa: N802 - it is a value: the command
    """Keep the marks of the text that DECISION (DC-14-1) of the strategy in PATH has approved.

    The marks are written under `approvals`. From then on `stratbuild check` tells what has changed since
    the vote: changes of substance ask for a new vote, editorial ones are only named. A decision is marked
    once, on the day of the vote, and only if it was adopted.
    """
    found = read(path, language)
    if found.plan is None:
        return _told(found, found.findings, Status.FINDINGS)
    decisions = found.plan.strategy.decisions
    if decision not in decisions:
        raise unknown("no_such_decision", decision, decisions)
    edit = approval_edit(found.plan, decisions[decision])
    if edit is None:
        streams.tell(found.words.say("cli.approve.already", decision=decision))
        return Status.FINE
    if isinstance(edit, Diagnostic):
        return _told(found, [edit], Status.FINDINGS)
    file, appended = edit
    done = write_edits(found, found.plan, {file: [appended]})
    if done.status is not Status.FINE:
        return _told(found, done.findings, done.status)
    streams.put(f"{file}\n")
    streams.tell(found.words.say("cli.approve.written", decision=decision))
    return Status.FINE


def _told(found: Read, findings: Sequence[Diagnostic], status: Status) -> Status:
    tell_findings(found, findings)
    return status
