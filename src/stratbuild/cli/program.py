"""The program and its commands, each found by its name when it is asked for."""

import importlib
import pkgutil
import sys
from difflib import get_close_matches

import click

from stratbuild import __version__
from stratbuild.cli import commands
from stratbuild.cli.status import Status, WrongUsage


class _Commands(click.Group):
    """Commands by the names of their modules, imported one at a time, with their help in the user's language."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.COMMAND
        return _in_the_users_language(command)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            near = tuple(get_close_matches(name, known))
            raise WrongUsage("no_such_command", name=name, known=", ".join(near or known)) from None
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        return click.Group.get_help(_in_the_users_language(self), ctx)


def _in_the_users_language[C: click.Command](command: C) -> C:
    from stratbuild.cli.help import translated  # noqa: PLC0415 - `--version` needs no words

    return translated(command, sys.argv[1:])
