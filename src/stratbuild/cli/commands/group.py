"""`stratbuild group`: the working group as of a day: members, meetings, why decisions came out so, what is overdue."""

import json
import shutil
import sys
from datetime import date

import click

from stratbuild.cli import streams
from stratbuild.cli.group_json import group_data, member_data, unit_data
from stratbuild.cli.group_report import member_text, unit_text
from stratbuild.cli.group_text import group_text
from stratbuild.cli.options import day_of, language_option
from stratbuild.cli.reading import id_and_path, read
from stratbuild.cli.status import Status, unknown
from stratbuild.cli.telling import tell_findings
from stratbuild.model import Plan
from stratbuild.render.locale import Locale

_NARROWEST = 60


@click.command("group", short_help="Show the working group: members, meetings, decisions and why, what is overdue.")
@click.argument("item", required=False, metavar="[ID]")
@click.argument("path", required=False, type=click.Path(readable=False))
@click.option(
    "--at", "--as-of", "day", metavar="DATE", help="Day that is looked at, as 2026-03-15; otherwise SOURCE_DATE_EPOCH or today."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, or JSON.")
@language_option
def COMMAND(item: str | None, path: str | None, day: str | None, form: str, language: str | None) -> Status:  # noqa: N802 - it is a value: the command
    """Show the working group of the strategy in PATH as it stands on a day.

    Its members by capacity, roles and subgroups; the meetings with what each decision came to by the
    regulation and why; months without a meeting; assignments and requests that are not done.

    With ID, of a member or a unit, show the report of that one: attendance, and all that was assigned.
    Without it, or with a hyphen for it, the whole group.

    The JSON (version 1) is described in docs/group-json.md.
    """
    on = day_of(day)
    wanted, path = id_and_path(item, path)
    found = read(path, language)
    if found.plan is None:
        tell_findings(found)
        return Status.FINDINGS
    known = (*found.plan.strategy.members, *found.plan.strategy.units)
    if wanted is not None and wanted not in known:
        raise unknown("no_such_member", wanted, known)
    if form == "json":
        said = _data(found.plan, wanted, on, found.words)
        streams.put(json.dumps(said, ensure_ascii=not streams.speaks_unicode(sys.stdout), indent=2) + "\n")
    else:
        width = max(_NARROWEST, shutil.get_terminal_size().columns) if streams.is_terminal(sys.stdout) else None
        streams.put(_text(found.plan, wanted, on, found.words, width))
    if not found.ok:
        streams.tell(found.words.say("cli.budget.has_errors"))
    return Status.FINE


def _text(plan: Plan, wanted: str | None, on: date, words: Locale, width: int | None) -> str:
    if wanted is None:
        return group_text(plan, on, words, width)
    tell = member_text if wanted in plan.strategy.members else unit_text
    return tell(plan, wanted, on, words, width)


def _data(plan: Plan, wanted: str | None, on: date, words: Locale) -> object:
    if wanted is None:
        return group_data(plan, on, words)
    return (member_data if wanted in plan.strategy.members else unit_data)(plan, wanted, on, words)
