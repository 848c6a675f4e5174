"""Builders of fake sets for the publishing tests, in this process or as a program that is killed on purpose.

As a program: `publishing.py OUTPUT VERSION TIMES [STEP]` publishes sets named after the version. With a
STEP the process is killed just before its STEP-th change to the disk, and a step beyond the last one
ends with the number of changes there were.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from stratbuild.publish import Contents, Patience, publish
from stratbuild.render.edition import Edition

PAPERS = ("concept.html", "plan.txt", "tor/T-WIFI.txt")
CHANGES = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime")
"""The audit events of the interpreter that may change a disk."""


def edition(version: str) -> Edition:
    return Edition(as_of=date(2026, 3, 15), revision=f"{version:0>12}", language="uk", programme_version="0.1.0")


def maker(version: str, papers: Iterable[str] = PAPERS) -> Callable[[Path], Contents]:
    """What makes a set in which every paper names the version, long enough to take several writes."""

    def make(folder: Path) -> Contents:
        for name in papers:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{version} {name}\n" * 3000, encoding="utf-8")
        return Contents(tuple(papers))

    return make


def publish_fake(output: Path, version: str, papers: Iterable[str] = PAPERS) -> None:
    publish(output, edition(version), ("fake",), maker(version, papers), Patience(seconds=60))


class Steps:
    """Counts the changes to the disk below a folder, and acts just before one of them."""

    def __init__(self, below: Path, act: Callable[[], None], at: int) -> None:
        self.count = 0
        self._below = str(below)
        self._act = act
        self._at = at

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in CHANGES or not self._changes(event, arguments):
            return
        self.count += 1
        if self.count == self._at:
            self._act()

    def _changes(self, event: str, arguments: tuple[object, ...]) -> bool:
        path = str(arguments[0]) if isinstance(arguments[0], str | os.PathLike) else ""
        if event == "open":
            mode, flags = arguments[1], arguments[2]
            writes = any(sign in str(mode or "") for sign in "wa+x") or (
                isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
            )
            return bool(writes) and path.startswith(self._below)
        # Deleting a tree names its files by their last names, relative to a descriptor of their folder.
        return path.startswith(self._below) or not os.path.isabs(path)  # noqa: PTH117 - a string of an event


def main() -> None:
    output, version, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    steps = Steps(output.parent, lambda: os.kill(os.getpid(), signal.SIGKILL), int(sys.argv[4]) if len(sys.argv) > 4 else 0)
    if len(sys.argv) > 4:
        sys.addaudithook(steps)
    for number in range(times):
        publish_fake(output, f"{version}{number}" if times > 1 else version)
    sys.stdout.write(f"{steps.count}\n")


if __name__ == "__main__":
    main()
