"""The program and its commands, each found by its name when it is asked for."""

import importlib
import pkgutil

import click

from stratbuild import __version__
from stratbuild.cli import commands, streams
from stratbuild.cli.status import Status, unknown


class SpokenContext(click.Context):
    """A run of the program, or of a command, whose help is in the language of its user."""

    def make_formatter(self) -> click.HelpFormatter:
        """What lays help out under headings in that language."""
        from stratbuild.cli.help import formatter  # noqa: PLC0415 - `--version` needs no words

        return formatter(self)


class Commands(click.Group):
    """Commands by the names of their modules, imported one at a time."""

    context_class = SpokenContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """The names of the modules in `cli.commands`."""
        return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `COMMAND` of a module, with its help in the language of the user."""
        from stratbuild.cli.help import in_the_users_language  # noqa: PLC0415 - `--version` needs no words

        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}").COMMAND
        return in_the_users_language(command, cmd_name, ctx)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names; one that there is not is answered with those near it."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            raise unknown("no_such_command", name, known)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The program's own help, in the language of the user."""
        from stratbuild.cli.help import in_the_users_language  # noqa: PLC0415 - `--version` needs no words

        click.Group.format_help(in_the_users_language(self, "program", ctx), ctx, formatter)


EPILOG = """\
\b
Exit status:
  0 fine · 1 findings of severity error · 2 wrong usage · 3 disk, permission or lock
  4 an engine failed · 5 conflicts on import · 70 a mistake of the program
  130 interrupted · 141 nobody reads the output · 143 ended by the system

\b
Completion of commands and options by Tab:
  bash  eval "$(_STRATBUILD_COMPLETE=bash_source stratbuild)"   in ~/.bashrc
  zsh   eval "$(_STRATBUILD_COMPLETE=zsh_source stratbuild)"    in ~/.zshrc
  fish  _STRATBUILD_COMPLETE=fish_source stratbuild | source    in config.fish

\b
Variables: STRATBUILD_LANG (uk, en) is the language of messages; NO_COLOR turns
colours off; SOURCE_DATE_EPOCH is the day of the papers where --as-of gives none.
"""


@click.group(cls=Commands, invoke_without_command=True, epilog=EPILOG)
@click.help_option("--help", "-h", help="Show this help.")
@click.version_option(__version__, message="stratbuild %(version)s", help="Show the version.")
@click.pass_context
def PROGRAM(ctx: click.Context) -> Status | None:  # noqa: N802 - it is a value, as COMMAND is
    """Check a town's strategy, written as YAML, and compile it into the papers that a council reads.

    Begin with `stratbuild init`, mend what `stratbuild check` finds, and make the papers with
    `stratbuild build`.
    """
    if ctx.invoked_subcommand is not None:
        return None
    streams.put(f"{ctx.get_help()}\n")
    return Status.USAGE
