"""What the program says when it cannot go on, and with which status it ends."""

import errno
import re
import sys
from collections.abc import Sequence

import click

from stratbuild.cli import crash, streams
from stratbuild.cli.language import spoken, wished_in
from stratbuild.cli.status import Status, WrongUsage
from stratbuild.diagnostics import Suggestion
from stratbuild.render.locale import Locale, UnknownWord

_TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)$", re.DOTALL)
"""What click, which has no exception of its own for it, says of an argument too many."""


def last_words(error: Exception, arguments: Sequence[str]) -> Status:
    """Tell the user of an error in a sentence; the exit status that belongs to it."""
    wished = wished_in(arguments)
    if isinstance(error, click.UsageError):
        words = spoken(wished)
        _tell(words, usage_problem(error, words))
        if error.ctx is not None:
            streams.tell(words.say("cli.try_help", command=error.ctx.command_path))
        return Status.USAGE
    if isinstance(error, OSError) and error.errno is not None:
        words = spoken(wished)
        _tell(words, words.say("cli.system", path=_path(error), problem=system_problem(error, words)))
        return Status.INPUT_OUTPUT
    streams.tell(crash.report(error, arguments, wished or "uk"))
    return Status.BUG


def system_problem(error: OSError, words: Locale) -> str:
    """What the operating system refuses, in the language where the catalogue has it, else in the system's words."""
    try:
        return words.say(f"cli.errno.{errno.errorcode.get(error.errno or 0, '')}")
    except UnknownWord:
        return error.strerror or str(error)


def usage_problem(error: click.UsageError, words: Locale) -> str:
    """A mistake on the command line in a sentence: in the catalogue's words where it is a common one, else in click's."""
    match error:
        case WrongUsage():
            return words.say(f"cli.usage.{error.name}", **error.facts)
        case click.NoSuchOption(option_name=name, possibilities=near):
            return _unknown(words, "no_such_option", name, tuple(near or ()))
        case click.MissingParameter(param=click.Parameter() as parameter):
            return words.say("cli.usage.missing", name=parameter.human_readable_name)
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice) as parameter):
            return words.say("cli.usage.bad_choice", name=parameter.opts[0], choices=", ".join(map(str, choice.choices)))
        case click.BadOptionUsage(option_name=name):
            return words.say("cli.usage.bad_option", name=name)
        case click.UsageError() if extra := _TOO_MUCH.match(error.message):
            return words.say("cli.usage.too_much", arguments=extra[1])
        case click.UsageError():
            return words.say("cli.usage.other", detail=error.format_message())


def _unknown(words: Locale, kind: str, name: str, near: tuple[str, ...]) -> str:
    sentence = words.say(f"cli.usage.{kind}", name=name)
    return f"{sentence}; {words.suggestion(Suggestion(near))}" if near else sentence


def _tell(words: Locale, sentence: str) -> None:
    colour = streams.wants_colour("auto", sys.stderr)
    label = click.style(words.say("cli.severity.error"), fg="red", bold=True) if colour else words.say("cli.severity.error")
    streams.tell(f"stratbuild: {label}: {sentence}", colour=colour)


def _path(error: OSError) -> str:
    return error.filename if isinstance(error.filename, str) else "…"
