"""The door: where the program begins and ends, and where exceptions become sentences and statuses."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import click

from stratbuild.cli import streams
from stratbuild.cli.program import PROGRAM
from stratbuild.cli.status import NobodyReads, Status, Terminated


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with its arguments, those of the process if none are given; the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    streams.prepare()
    if arguments is None:
        # What a library's half-written file says when it is thrown away after an error, as on a full disk.
        sys.unraisablehook = lambda _: None
    try:
        with _termination_raised():
            status = PROGRAM.main(given, prog_name="stratbuild", standalone_mode=False, obj=given)
            sys.stdout.flush()
            return int(status or Status.FINE)
    except (click.Abort, KeyboardInterrupt):
        return Status.INTERRUPTED
    except Terminated:
        return Status.TERMINATED
    except (NobodyReads, BrokenPipeError):
        streams.let_go()
        return Status.NO_READER
    except Exception as error:  # noqa: BLE001 - whatever it is, a user sees a sentence and no traceback
        return _last_words(error, given)


def _last_words(error: Exception, arguments: Sequence[str]) -> int:
    """Tell of an error in the catalogue's words, or where a library is missing, in the only ones that need none."""
    try:
        from stratbuild.cli.last_words import last_words  # noqa: PLC0415 - only an error pays for the words
    except ImportError as missing:
        sys.stderr.write(
            f"stratbuild: встановлено не повністю ({missing.name}): перевстановіть програму\n"
            f"stratbuild: not installed completely ({missing.name}): install it again\n"
        )
        return Status.USAGE
    return last_words(error, arguments)


@contextmanager
def _termination_raised() -> Iterator[None]:
    """Let a request to end unwind the program as Ctrl-C does, so that engines end and staging is cleared."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise Terminated

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not the main thread: whoever called us handles signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
