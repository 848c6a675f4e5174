"""Where changes of a strategy's own files are prepared, and the lock under which they are written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock

from stratbuild.source.folder import BEING_WRITTEN, BEING_WRITTEN_LOCK

Side = Literal["before", "after"]
"""One of the two states that a change leads from and to."""


@dataclass(frozen=True)
class SourcePlace:
    """A strategy's folder and what lies in it, on the same disk, while its files are being written."""

    folder: Path

    @property
    def staging(self) -> Path:
        """The folder with the old and the new version of every file that changes."""
        return self.folder / BEING_WRITTEN

    @property
    def journal(self) -> Path:
        """The list of the files that change; while it is there, the change is neither made nor undone."""
        return self.staging / "journal.json"

    @property
    def lock(self) -> Path:
        """The file that the operating system locks for one writer at a time."""
        return self.folder / BEING_WRITTEN_LOCK

    @property
    def has_begun(self) -> bool:
        """Whether a change is neither made nor undone, or cannot be known to be."""
        try:
            self.journal.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            return True
        return True

    def staged(self, side: Side, path: str) -> Path:
        """A version of the file at a path below the folder, named so that people find it too."""
        return self.staging / side / path

    def target(self, path: str) -> Path:
        """The file at a path below the folder."""
        return self.folder / path

    def shown(self, path: Path) -> str:
        """The path as findings name it: below the folder as that was given."""
        whole = self.folder.resolve()
        return (self.folder / path.relative_to(whole)).as_posix() if path.is_relative_to(whole) else path.as_posix()


def source_place(root: Path) -> SourcePlace:
    """The place of a strategy, which may also be a single file: then it is the folder of the file."""
    return SourcePlace(root if root.is_dir() else root.parent)


@contextmanager
def alone(where: SourcePlace, seconds: float) -> Iterator[None]:
    """Hold the lock of a strategy; `filelock.Timeout` where another process has held it for too long."""
    lock = FileLock(where.lock)
    lock.acquire(timeout=seconds)
    try:
        yield
    finally:
        # What was done under the lock is done, also where the system then refuses to let go of it.
        try:
            # A locked file may be deleted on POSIX only: whoever waits for it then sees that it has no name any
            # more. On Windows one that is waited for cannot be deleted, and is left to whoever gets it next.
            with suppress(OSError):
                if os.name != "posix":
                    lock.release()
                where.lock.unlink(missing_ok=True)
        finally:
            with suppress(OSError):
                lock.release()
