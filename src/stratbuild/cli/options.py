"""Arguments and options that several commands share."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click

from stratbuild.cli.language import VARIABLE
from stratbuild.cli.status import WrongUsage, unknown
from stratbuild.render.locale import languages

_Function = TypeVar("_Function", bound=Callable[..., Any])


def known_language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - click's own signature
    """The language that an option names, if there is a catalogue of its words; click calls this."""
    known = languages()
    if value is not None and value not in known:
        raise unknown("no_such_language", value, known)
    return value


def strategy_argument(function: _Function) -> _Function:
    """The argument PATH: the strategy's folder or file. Whether it can be read shows when it is read."""
    return click.argument("path", required=False, type=click.Path(readable=False))(function)


def language_option(function: _Function) -> _Function:
    """The option `--lang`: the language of messages."""
    help_text = "Language of the messages; otherwise that of the strategy."
    return click.option("--lang", "language", callback=known_language, metavar="uk|en", envvar=VARIABLE, help=help_text)(function)


def classifier_option(function: _Function) -> _Function:
    """The option `--classifier`: a file with the codes of an official classifier."""
    help_text = "File of codes of a classifier (kekv, tpkvkmb, dk021); counts before the one that the strategy names."
    return click.option("--classifier", "classifiers", multiple=True, metavar="NAME=FILE", help=help_text)(function)


def colour_option(function: _Function) -> _Function:
    """The option `--color`."""
    choices = click.Choice(["auto", "always", "never"])
    return click.option("--color", "colour", type=choices, default="auto", help="Colours; auto is on a terminal.")(function)


def exact_day(text: str) -> date:
    """A day of an option, `2026-03-15`; anything else is a mistake of usage."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise WrongUsage("not_a_day", day=text) from None
    if day.isoformat() != text:  # as 20260315 or 2026-W11-7, which people read in other ways
        raise WrongUsage("not_a_day", day=text)
    return day


def day_of(as_of: str | None, environment: Mapping[str, str] = os.environ) -> date:
    """The day that is spoken of: that of the option, else of SOURCE_DATE_EPOCH, else today. The clock is read here and nowhere else."""
    if as_of is not None:
        return exact_day(as_of)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise WrongUsage("not_an_epoch", epoch=epoch) from None
    return datetime.now().astimezone().date()
