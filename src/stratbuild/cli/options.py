"""Arguments and options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from stratbuild.cli.language import VARIABLE
from stratbuild.cli.status import WrongUsage
from stratbuild.render.locale import languages

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Language(click.ParamType):
    """A language that the program speaks."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's own signature
        """The language's code, if there is a catalogue of its words."""
        known = languages()
        if value not in known:
            raise WrongUsage("no_such_language", name=value, known=", ".join(known))
        return value


def strategy_argument(function: _Function) -> _Function:
    """The argument PATH: the strategy's folder or file."""
    return click.argument("path", required=False, type=click.Path())(function)


def language_option(function: _Function) -> _Function:
    """The option `--lang`: the language of messages."""
    help_text = "Language of the messages; otherwise that of the strategy."
    return click.option("--lang", "language", type=Language(), metavar="uk|en", envvar=VARIABLE, help=help_text)(function)


def classifier_option(function: _Function) -> _Function:
    """The option `--classifier`: a file with the codes of an official classifier."""
    help_text = "File of codes of a classifier (kekv, tpkvkmb, dk021); counts before the one that the strategy names."
    return click.option("--classifier", "classifiers", multiple=True, metavar="NAME=FILE", help=help_text)(function)


def colour_option(function: _Function) -> _Function:
    """The option `--color`."""
    choices = click.Choice(["auto", "always", "never"])
    return click.option("--color", "colour", type=choices, default="auto", help="Colours; auto is on a terminal.")(function)
