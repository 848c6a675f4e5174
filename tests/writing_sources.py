"""A strategy of three files that are written together, in this process or as a program that is killed on purpose.

As a program, one of
  `writing_sources.py kill FOLDER`: in a strategy of its own for each step, `FOLDER/<number>`, a writer is
      killed just before the step of that number, until one lives; the number of the last killed is told.
  `writing_sources.py recover FOLDER`: the strategies `FOLDER/<number>` are copies of one that was interrupted;
      a recovery is killed just before the step of that number, until one lives or there are no more copies.
  `writing_sources.py count STRATEGY TIMES`: adds one to the number in all three files, so many times.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from publishing import Steps
from stratbuild.publish import Change, recover_sources, write_sources

FILES = ("goals.yaml", "measures/T-WIFI.yaml", "заходи/бюджет.yaml")


def content(path: str, version: object) -> bytes:
    """A file with a byte order mark and both kinds of line ends, long enough to take several writes."""
    return b"\xef\xbb\xbf" + f"# {path}\r\nversion: {version}\n".encode() * 500


def make_strategy(folder: Path, version: object = "old") -> Path:
    for path in FILES:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content(path, version))
    return folder


def changes(folder: Path, old: object = "old", new: object = "new") -> dict[Path, Change]:
    return {folder / path: Change(content(path, old), content(path, new)) for path in FILES}


@contextmanager
def counted(steps: Steps, below: Path) -> Iterator[None]:
    """Counts as steps also what the interpreter does not announce: writing through, and the middle of a write."""
    fsync, write = os.fsync, Path.write_bytes

    def step() -> None:
        steps("os.rename", (below,))

    def counted_fsync(descriptor: int) -> None:
        step()
        fsync(descriptor)

    def halved_write(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            half = len(data) // 2
            file.write(data[:half])
            file.flush()
            step()
            file.write(data[half:])
        return len(data)

    os.fsync, Path.write_bytes = counted_fsync, halved_write  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        os.fsync, Path.write_bytes = fsync, write  # type: ignore[method-assign]


def killed_before(step: int, below: Path, act: Callable[[], object]) -> bool:
    """Whether a process of its own that acts was killed before a step; if not, it had fewer steps."""
    child = os.fork()
    if child == 0:
        steps = Steps(below, lambda: os.kill(os.getpid(), signal.SIGKILL), step)
        sys.addaudithook(steps)
        with counted(steps, below):
            act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if status != 0:
        raise SystemExit(f"step {step}: {status}")
    return False


def add_one(strategy: Path) -> bool:
    """Add one to the version in all files, unless somebody else has been faster; nobody's change is ever interrupted."""
    if recover_sources(strategy):
        raise SystemExit("a change of a living writer was taken for an interrupted one")
    seen = {path: (strategy / path).read_bytes() for path in FILES}
    version = int(seen[FILES[0]].split()[3])
    wanted = {strategy / path: Change(before, content(path, version + 1)) for path, before in seen.items()}
    return write_sources(strategy, wanted) == []


def main() -> None:
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "count":
        done = 0
        while done < int(sys.argv[3]):
            done += add_one(folder)
        return
    for step in count(1):
        below = folder / str(step)
        lived = not below.exists() if what == "recover" else _lives(make_strategy(below), step)
        if lived or (what == "recover" and not killed_before(step, below, partial(recover_sources, below))):
            sys.stdout.write(f"{step - 1}\n")
            return


def _lives(strategy: Path, step: int) -> bool:
    return not killed_before(step, strategy, partial(write_sources, strategy, changes(strategy)))


if __name__ == "__main__":
    main()
