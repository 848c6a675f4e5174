"""Standard output for data, standard error for talk, both in UTF-8."""

import io
import os
import sys
from collections.abc import Mapping
from typing import TextIO

import click

from stratbuild.cli.status import NobodyReads

_PIECE = 1 << 15


def prepare() -> None:
    """Have both streams write UTF-8, and any sign that an old console lacks as an escape instead of an error.

    An encoding that the user asked for by `PYTHONIOENCODING` stays. A stream that was closed before the
    program began, or that a windowed program never had, leads nowhere.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - a device, open as long as the program


def put(text: str, *, colour: bool = False) -> None:
    """Write data to standard output, piece by piece: an unbuffered stream forgets what a closing pipe did not take."""
    for start in range(0, len(text), _PIECE):
        _write(text[start : start + _PIECE], sys.stdout, colour=colour)


def tell(text: str, *, colour: bool = False) -> None:
    """Write a line of talk to standard error."""
    _write(f"{text}\n", sys.stderr, colour=colour)


def _write(text: str, stream: TextIO, *, colour: bool) -> None:
    try:
        click.echo(text, file=stream, nl=False, color=colour)
    except BrokenPipeError:
        raise NobodyReads from None  # click would end the program itself, with another status


def is_terminal(stream: TextIO) -> bool:
    """Whether a person sits at the other end of the stream."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def wants_colour(choice: str, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour what goes to a stream, by the option `auto`, `always` or `never` and the usual variables."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return bool(environment.get("FORCE_COLOR")) or is_terminal(stream)


def speaks_unicode(stream: TextIO) -> bool:
    """Whether every sign can be written to the stream as itself."""
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "").startswith("utf")


def let_go() -> None:
    """Keep the interpreter from complaining at its end about an output that nobody reads."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device, not a path
        try:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        except (OSError, ValueError, AttributeError):
            return
