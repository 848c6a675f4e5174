"""`stratbuild check`: what is wrong with a strategy, and where."""

import sys
from collections.abc import Sequence

import click

from stratbuild.cli import streams
from stratbuild.cli.formats import Look, format_names, written
from stratbuild.cli.options import classifier_option, colour_option, language_option, strategy_argument
from stratbuild.cli.reading import read
from stratbuild.cli.status import Status
from stratbuild.diagnostics import has_errors


@click.command("check", short_help="Tell what is wrong with a strategy, and where.")
@strategy_argument
@click.option("--format", "form", type=click.Choice(format_names()), default="text", help="Form of the findings.")
@click.option("--all", "every_note", is_flag=True, help="Show every note with its line, however many there are.")
@language_option
@classifier_option
@colour_option
def COMMAND(  # noqa: N802, PLR0913 - it is a value: the command, with an argument for each option
    path: str | None, form: str, language: str | None, classifiers: Sequence[str], colour: str, *, every_note: bool
) -> Status:
    """Check the strategy in PATH and tell what is wrong, where, and how to mend it.

    PATH is a folder or a single file; without it, the folder `strategy` is read, or the current one.
    """
    found = read(path, language, classifiers)
    coloured = form == "text" and streams.wants_colour(colour, sys.stdout)
    look = Look(colour=coloured, every_note=every_note, unicode=streams.speaks_unicode(sys.stdout))
    streams.put(written(found.report(look), form), colour=coloured)
    if form == "text" and found.findings:
        streams.tell(found.words.say("cli.how_to_explain", code=found.findings[0].code))
    return Status.FINDINGS if has_errors(found.findings) else Status.FINE
