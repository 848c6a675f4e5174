"""Writing changed files of a strategy: all of them or none, whatever happens in between.

Under a lock of the operating system the old and the new version of every file are written through to the
disk in a folder inside the strategy, and then a journal of them; each file is replaced in one step; the
journal goes. Any failure and Ctrl-C put back what was replaced. A process that is killed leaves the
journal, by which the next command finishes the change, or undoes it.

A file that is a link stays one: the file inside the strategy that it leads to is replaced. Another hard
link of a file keeps the old bytes, and permissions of one file alone that Windows keeps in lists are not
taken over.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from filelock import Timeout

from stratbuild.diagnostics import Diagnostic, Fault, Span, by_place, has_errors
from stratbuild.publish import source_write_faults
from stratbuild.publish.source_journal import ChangedFile
from stratbuild.publish.source_place import SourcePlace, alone, source_place
from stratbuild.publish.source_switch import clear, close, put, refused, settle, stage, undo
from stratbuild.source.folder import is_being_written

_PATIENCE = 60.0
"""Seconds for which a command waits for another one that writes."""


@dataclass(frozen=True, slots=True)
class Change:
    """The bytes of one file, as they were read and as they are to become."""

    before: bytes
    after: bytes


def write_sources(root: Path, changes: Mapping[Path, Change], seconds: float = _PATIENCE) -> list[Diagnostic]:
    """Write the changed files of the strategy in a folder, or in a single file, all or none.

    The files have been written if no finding is an error; notes and warnings tell of an earlier change
    that was interrupted. A path outside the strategy, or two of one file, are a bug and a `ValueError`.
    """
    where = source_place(root)
    targets = _targets(where, {path: one for path, one in changes.items() if one.before != one.after})
    found = _unfit(where, targets)
    if found or not targets:
        return found
    try:
        with alone(where, seconds):
            found = settle(where)
            if not has_errors(found):
                found += _unfit(where, targets) or _write(where, targets)
            return found
    except Timeout:
        return [_being_written(where, seconds)]
    except OSError as error:
        return [refused(where, error)]


def recover_sources(root: Path, seconds: float = _PATIENCE) -> list[Diagnostic]:
    """Finish or undo a change of the strategy's files that was interrupted, if there was one.

    A change that another process is just writing is waited for. An error among the findings says that
    the files may be a mixture, and are not to be read.
    """
    where = source_place(root)
    if not is_being_written(root):
        return []
    try:
        with alone(where, seconds):
            return settle(where)
    except Timeout:
        return [_being_written(where, seconds)]
    except OSError as error:
        # Without a journal nothing was changed, and whoever may only read need not clear away.
        return [refused(where, error)] if where.has_begun else []


def _write(where: SourcePlace, targets: Mapping[Path, Change]) -> list[Diagnostic]:
    files: tuple[ChangedFile, ...] = ()
    try:
        where.staging.mkdir()
        files = stage(where, {path: (one.before, one.after) for path, one in targets.items()})
        changed = put(where, files, "after")
        if changed:
            return [*(_changed(where.target(one.path).as_posix()) for one in changed), *undo(where, files)]
        close(where)
    except OSError as error:
        return [refused(where, error), *(undo(where, files) if where.has_begun else ())]
    except BaseException:
        if where.has_begun:
            undo(where, files)
        raise
    finally:
        if not where.has_begun:
            clear(where)
    return []


def _targets(where: SourcePlace, changes: Mapping[Path, Change]) -> Mapping[Path, Change]:
    """The changes by the files that are to be replaced, with every link followed."""
    folder = Path(os.path.abspath(where.folder))  # noqa: PTH100 - resolve() would follow a link out of the folder
    targets = {}
    for path, change in changes.items():
        if not Path(os.path.abspath(path)).is_relative_to(folder):  # noqa: PTH100 - as above
            raise ValueError(f"{path} is not a file of the strategy in {folder}")
        targets[path.resolve()] = change
    if len(targets) < len(changes):
        raise ValueError(f"two of these are one file: {', '.join(map(str, changes))}")
    return targets


def _unfit(where: SourcePlace, targets: Mapping[Path, Change]) -> list[Diagnostic]:
    """Why files cannot be written, all of them together; of a folder it is said once."""
    found = (_unfit_file(where, path, change.before) for path, change in targets.items())
    return by_place(one for one in found if one is not None)


def _unfit_file(where: SourcePlace, path: Path, before: bytes) -> Diagnostic | None:
    shown = where.shown(path)
    if not path.is_relative_to(where.folder.resolve()):
        return _changed(shown)
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(before) or path.read_bytes() != before:
            return _changed(shown)
    except (FileNotFoundError, NotADirectoryError):
        return _changed(shown)
    except OSError as error:
        return refused(where, error)
    if not status.st_mode & stat.S_IWUSR:
        return _finding(source_write_faults.SOURCE_WRITE_PROTECTED, shown)
    for one in (path, path.parent, where.folder):
        if not os.access(one, os.W_OK):
            return _finding(source_write_faults.SOURCE_WRITE_PROTECTED, where.shown(one))
    return None


def _changed(shown: str) -> Diagnostic:
    return _finding(source_write_faults.SOURCE_CHANGED_MEANWHILE, shown)


def _finding(fault: Fault, shown: str) -> Diagnostic:
    return Diagnostic(fault, Span(shown), {"path": shown})


def _being_written(where: SourcePlace, seconds: float) -> Diagnostic:
    facts = {"seconds": round(seconds)}
    return Diagnostic(source_write_faults.SOURCES_BEING_WRITTEN, Span(where.folder.as_posix()), facts)
