"""`stratbuild budget`: the money of a strategy in a terminal, and how two of its scenarios differ."""

import json
import shutil
import sys

import click

from stratbuild.cli import streams
from stratbuild.cli.budget_json import budget_data, comparison_data
from stratbuild.cli.budget_table import budget_text
from stratbuild.cli.comparison_table import comparison_text
from stratbuild.cli.options import language_option, strategy_argument
from stratbuild.cli.reading import read
from stratbuild.cli.scenario import plan_in, scenario_option
from stratbuild.cli.status import Status, WrongUsage
from stratbuild.cli.table import WIDEST
from stratbuild.cli.telling import tell_findings
from stratbuild.model import Plan, compare
from stratbuild.render.locale import Locale

_NARROWEST = 60


@click.command("budget", short_help="Show the money, or how two scenarios differ.")
@strategy_argument
@scenario_option
@click.option(
    "--compare", "compared", nargs=2, metavar="ID ID", help="Two scenarios that are compared; `base` is the strategy as written."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Tables for people, or JSON.")
@language_option
def COMMAND(  # noqa: N802 - it is a value: the command, with an argument for each option
    path: str | None, scenario: str | None, compared: tuple[str, str] | None, form: str, language: str | None
) -> Status:
    """Show the money of the strategy in PATH by year and source with ceilings and what is left of them, and by fund.

    With --compare, show how the money, the measures and the targets of two scenarios differ:
    `stratbuild budget --compare base SC-PESSIMISTIC`.
    """
    if scenario is not None and compared is not None:
        raise WrongUsage("scenario_and_comparison")
    found = read(path, language)
    if found.plan is None:
        tell_findings(found)
        return Status.FINDINGS
    streams.put(_said(found.plan, found.words, scenario, compared, form))
    if not found.ok:
        streams.tell(found.words.say("cli.budget.has_errors"))
    return Status.FINE


def _said(plan: Plan, words: Locale, scenario: str | None, compared: tuple[str, str] | None, form: str) -> str:
    if compared is not None:
        comparison = compare(*(plan_in(plan, one) for one in compared))
        return _as_json(comparison_data(comparison, words)) if form == "json" else comparison_text(comparison, words, _width())
    shown = plan_in(plan, scenario)
    return _as_json(budget_data(shown, words)) if form == "json" else budget_text(shown, words, _width())


def _width() -> int:
    """The width of the terminal, up to that of the widest table; a file gets the widest."""
    if not streams.is_terminal(sys.stdout):
        return WIDEST
    return max(_NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def _as_json(said: object) -> str:
    return json.dumps(said, ensure_ascii=not streams.speaks_unicode(sys.stdout), indent=2) + "\n"
