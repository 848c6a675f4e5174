"""Help in the language of the user: the English of the code, or the words of `help` in the catalogue."""

import copy
from collections.abc import Mapping
from typing import Any, TypeVar

import click

from stratbuild.cli.language import spoken, wished_in
from stratbuild.render.locale import Locale

_Command = TypeVar("_Command", bound=click.Command)


def in_the_users_language(command: _Command, name: str, ctx: click.Context) -> _Command:
    """A copy of a command with its help from the catalogue, as far as it has any; else in the English of the code."""
    words = _words(ctx)
    said: Mapping[str, Any] = words.words["cli"]["help"].get(name, {})
    options: Mapping[str, str] = {**words.words["cli"]["help"].get("options", {}), **said.get("options", {})}
    spoken_command = copy.copy(command)
    spoken_command.context_class = type(ctx)
    spoken_command.help = said.get("about", command.help)
    spoken_command.short_help = said.get("short", command.short_help)
    # The catalogue cannot hold the control character by which click is told to leave lines as they are.
    spoken_command.epilog = said["epilog"].replace("\\b", "\b") if "epilog" in said else command.epilog
    spoken_command.options_metavar = words.say("cli.help.options_metavar")
    spoken_command.params = [_spoken_option(one, options) for one in command.params]
    if not any(one.name == "help" for one in command.params):  # click would add one that speaks English only
        click.help_option("--help", "-h", help=options.get("help", "Show this help."))(spoken_command)
    if isinstance(spoken_command, click.Group):
        spoken_command.subcommand_metavar = words.say("cli.help.subcommand_metavar")
    return spoken_command


def formatter(ctx: click.Context) -> click.HelpFormatter:
    """What lays help out, under headings in the language of the user."""
    return _SpokenFormatter(_words(ctx), width=ctx.terminal_width, max_width=ctx.max_content_width)


class _SpokenFormatter(click.HelpFormatter):
    def __init__(self, words: Locale, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._headings: Mapping[str, str] = words.words["cli"]["help"]["headings"]

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{self._headings.get('Usage', 'Usage')}: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._headings.get(heading, heading))


def _spoken_option(parameter: click.Parameter, said: Mapping[str, str]) -> click.Parameter:
    if not isinstance(parameter, click.Option) or parameter.name not in said:
        return parameter
    option = copy.copy(parameter)
    option.help = said[parameter.name]
    return option


def _words(ctx: click.Context) -> Locale:
    return spoken(wished_in(ctx.find_root().obj or ()))
