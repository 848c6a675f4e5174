"""`stratbuild trace`: from the need to the money, up and down from any item."""

import json
import shutil
import sys

import click

from stratbuild.cli import streams
from stratbuild.cli.options import language_option
from stratbuild.cli.reading import id_and_path, read
from stratbuild.cli.scenario import plan_in, scenario_option
from stratbuild.cli.status import Status, unknown
from stratbuild.cli.telling import tell_findings
from stratbuild.cli.trace_json import matrix_data, trace_data
from stratbuild.cli.trace_text import matrix_text, trace_text
from stratbuild.model.trace import trace

_NARROWEST = 60


@click.command("trace", short_help="Show what an item follows from, and what follows from it.")
@click.argument("item", required=False, metavar="[ID]")
@click.argument("path", required=False, type=click.Path(readable=False))
@scenario_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, or JSON.")
@language_option
def COMMAND(item: str | None, path: str | None, scenario: str | None, form: str, language: str | None) -> Status:  # noqa: N802 - it is a value: the command
    """Show everything up and down from the item ID of the strategy in PATH: needs, goals, measures, indicators, money.

    Up stand the evidence, the proposals and the decisions that it follows from; down what follows from it,
    to the budget lines and their sources. Each item has its place in the files.

    Without ID, or with a hyphen for it, show the whole matrix: need, goal, measure, indicator, money.

    The JSON (version 1) has the item, and under up and down the items beyond it; docs/trace-json.md
    describes it.
    """
    wanted, path = id_and_path(item, path)
    found = read(path, language)
    if found.plan is None:
        tell_findings(found)
        return Status.FINDINGS
    plan = plan_in(found.plan, scenario)
    width = max(_NARROWEST, shutil.get_terminal_size().columns) if streams.is_terminal(sys.stdout) else None
    if wanted is None:
        said: object = matrix_data(plan)
        text = matrix_text(plan, found.words, width)
    else:
        known = [id_ for by_id in plan.strategy.items.values() for id_ in by_id]
        if wanted not in known:
            raise unknown("no_such_item", wanted, known)
        traced = trace(plan, wanted)
        said = trace_data(plan, traced, found.words)
        text = trace_text(plan, traced, found.words, width)
    if form == "json":
        text = json.dumps(said, ensure_ascii=not streams.speaks_unicode(sys.stdout), indent=2) + "\n"
    streams.put(text)
    return Status.FINE
