"""`stratbuild plan`: in which order the measures can be carried out."""

import json
import shutil
import sys
from collections.abc import Sequence
from typing import Any

import click

from stratbuild.cli import streams
from stratbuild.cli.formats import Look, written
from stratbuild.cli.formats.excerpt import printable
from stratbuild.cli.options import language_option, strategy_argument
from stratbuild.cli.reading import read
from stratbuild.cli.status import Status
from stratbuild.model import Plan
from stratbuild.render.locale import Locale

VERSION = 1
_COLUMNS = ("number", "code", "id", "title", "start", "finish", "after")
_TITLE = _COLUMNS.index("title")
_NARROWEST_TITLE = 20


@click.command("plan", short_help="Show in which order the measures can be carried out.")
@strategy_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="A table for people, or JSON.")
@language_option
def COMMAND(path: str | None, form: str, language: str | None) -> Status:  # noqa: N802 - it is a value: the command
    """Show the measures in an order in which they can be carried out, with their dates and what they wait for.

    A measure comes after all that it waits for; among those that can begin, the one that starts first
    comes first, then the order of the strategy.
    """
    found = read(path, language)
    if found.plan is None:
        streams.tell(written(found.report(Look(colour=streams.wants_colour("auto", sys.stderr))), "text"), colour=True)
        return Status.FINDINGS
    if form == "json":
        said = {"version": VERSION, "measures": list(_for_programs(found.plan, found.words.language))}
        streams.put(json.dumps(said, ensure_ascii=not streams.speaks_unicode(sys.stdout), indent=2) + "\n")
        return Status.FINE
    width = shutil.get_terminal_size().columns if streams.is_terminal(sys.stdout) else None
    streams.put(_table(found.plan, found.words, width))
    if not found.ok:
        streams.tell(found.words.say("cli.plan.has_errors"))
    return Status.FINE


def _for_programs(plan: Plan, language: str) -> Any:
    for number, id_ in enumerate(plan.order, start=1):
        measure, window = plan.strategy.measures[id_], plan.windows.get(id_)
        yield {
            "number": number,
            "code": plan.coverage.codes[id_],
            "id": id_,
            "title": plan.strategy.text(measure.title, language),
            "start": window.first.isoformat() if window else None,
            "finish": window.last.isoformat() if window else None,
            "after": list(measure.predecessors),
        }


def _table(plan: Plan, words: Locale, width: int | None) -> str:
    rows = [
        [words.say(f"cli.plan.{column}") for column in _COLUMNS],
        *(_row(plan, words, one) for one in enumerate(plan.order, 1)),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    if width is not None:
        others = sum(widths) - widths[_TITLE] + 2 * (len(widths) - 1)
        widths[_TITLE] = min(widths[_TITLE], max(_NARROWEST_TITLE, width - others))
    return "".join(f"{_line(row, widths)}\n" for row in rows)


def _row(plan: Plan, words: Locale, numbered: tuple[int, str]) -> list[str]:
    number, id_ = numbered
    measure, window = plan.strategy.measures[id_], plan.windows.get(id_)
    dates = [words.short_day(window.first), words.short_day(window.last)] if window else ["—", "—"]
    title = printable(plan.strategy.text(measure.title, words.language))
    return [str(number), plan.coverage.codes[id_], id_, title, *dates, ", ".join(measure.predecessors) or "—"]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (_cut(cell, width).ljust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join(cells).rstrip()


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else cell[: width - 1] + "…"
