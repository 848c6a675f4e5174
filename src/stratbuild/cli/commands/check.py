"""`stratbuild check`: what is wrong with a strategy, and where."""

import sys
from collections.abc import Sequence

import click

from stratbuild.cli import streams
from stratbuild.cli.formats import Look, format_names, written
from stratbuild.cli.options import classifier_option, colour_option, language_option, strategy_argument
from stratbuild.cli.reading import read
from stratbuild.cli.scenario import id_of, scenario_option, title_of
from stratbuild.cli.status import Status
from stratbuild.diagnostics import has_errors


@click.command("check", short_help="Tell what is wrong with a strategy, and where.")
@strategy_argument
@click.option("--format", "form", type=click.Choice(format_names()), default="text", help="Form of the findings.")
@click.option("--all", "every_note", is_flag=True, help="Show every note with its line, however many there are.")
@scenario_option
@language_option
@classifier_option
@colour_option
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - it is a value: the command, with an argument for each option
    path: str | None,
    form: str,
    scenario: str | None,
    language: str | None,
    classifiers: Sequence[str],
    colour: str,
    *,
    every_note: bool,
) -> Status:
    """Check the strategy in PATH and tell what is wrong, where, and how to mend it.

    PATH is a folder or a single file; without it, the folder `strategy` is read, or the current one.
    With --scenario, the rules look at the plan of that scenario.
    """
    found = read(path, language, classifiers, scenario)
    coloured = form == "text" and streams.wants_colour(colour, sys.stdout)
    look = Look(colour=coloured, every_note=every_note, unicode=streams.speaks_unicode(sys.stdout))
    streams.put(written(found.report(look), form), colour=coloured)
    if form == "text" and found.findings:
        streams.tell(found.words.say("cli.how_to_explain", code=found.findings[0].code))
    if found.plan is not None and found.plan.scenario is not None:
        named = {"title": title_of(found.plan, found.words), "id": id_of(found.plan)}
        streams.tell(found.words.say("cli.budget.rules_in_scenario", **named))
    return Status.FINDINGS if has_errors(found.findings) else Status.FINE
