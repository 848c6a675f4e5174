"""The switch from the old set to the new one, and the mending of one that was interrupted."""

import errno
import os
import shutil
import stat
import time
from dataclasses import replace
from pathlib import Path

from stratbuild.diagnostics import Diagnostic, Severity, Span
from stratbuild.publish import old_set_faults
from stratbuild.publish.failure import NotPublished
from stratbuild.publish.kept import keep_what_is_theirs, move_what_cannot_be_copied
from stratbuild.publish.manifest import read_manifest
from stratbuild.publish.place import Place, holds_other_files
from stratbuild.publish.walk import everything_in

_NOT_SUPPORTED = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to rename a folder on Windows, where a virus scanner may hold a file for a moment."""


def switch(where: Place) -> None:
    """Put the staged set in the place of the old one; on any failure, and on an interrupt, the old one is back."""
    try:
        if where.output.exists():
            _rename(where.output, where.previous)
        _rename(where.staging, where.output)
    except BaseException:
        if where.previous.exists() and not where.output.exists():
            _rename(where.previous, where.output)
        raise
    write_folder_through(where.output.parent)


def retire(where: Place, shown: Path) -> list[Diagnostic]:
    """Delete the old set, after keeping what was changed in it up to the last moment.

    A failure does no harm to the new set and is a warning: the next build tries again.
    """
    if not where.previous.exists():
        return []
    try:
        found = keep_what_is_theirs(where.previous, where.output, shown)
        move_what_cannot_be_copied(where.previous, where.output)
        # A set that is half deleted must not be looked through again: nobody could tell what in it was whose.
        _rename(where.previous, where.discarded)
    except OSError as error:
        return [_stays_aside(where.previous, shown, error)]
    return found + _delete_discarded(where, shown)


def mend(where: Place, shown: Path) -> list[Diagnostic]:
    """Clear away what a killed build has left, and put back the old set if it was taken away and not replaced."""
    remove(where.staging)
    found = _delete_discarded(where, shown)
    if not where.previous.exists():
        return found
    if read_manifest(where.output) is not None:
        found += retire(where, shown)
        if where.previous.exists():
            raise NotPublished(replace(found[-1], severity=Severity.ERROR))
        return found
    if where.output.is_dir():
        unfit = holds_other_files(shown)
        if unfit is not None:
            raise NotPublished(unfit)
        remove(where.output)
    _rename(where.previous, where.output)
    return [*found, Diagnostic(old_set_faults.INTERRUPTED_BUILD_MENDED, Span(shown.as_posix()), severity=Severity.NOTE)]


def write_through(folder: Path) -> None:
    """Have every file and folder of a set written to the disk itself, so that a power failure cannot tear it."""
    for path in reversed(everything_in(folder)):
        if path.is_file() and not path.is_symlink() and path.stat().st_mode & stat.S_IWUSR:
            with path.open("r+b") as file:
                _fsync(file.fileno())
        elif path.is_dir():
            write_folder_through(path)
    write_folder_through(folder)


def write_folder_through(folder: Path) -> None:
    """Have the names in a folder written to the disk itself, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(folder: Path) -> None:
    """Delete a folder of ours with all that is in it, write-protected files too."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except PermissionError:
        # On Windows a file that is marked read-only cannot be deleted, elsewhere one in a read-only folder.
        for path in (folder, *everything_in(folder)):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | stat.S_IWUSR)
        shutil.rmtree(folder)


def _delete_discarded(where: Place, shown: Path) -> list[Diagnostic]:
    found = []
    for folder in where.all_discarded():
        try:
            remove(folder)
        except OSError as error:
            found.append(_stays_aside(folder, shown, error))
    return found


def _stays_aside(folder: Path, shown: Path, error: OSError) -> Diagnostic:
    facts = {"folder": (shown.parent / folder.name).as_posix(), "problem": error.strerror or str(error)}
    return Diagnostic(old_set_faults.OLD_SET_STAYS_ASIDE, Span(shown.as_posix()), facts, Severity.WARNING)


def _rename(source: Path, target: Path) -> None:
    for pause in PAUSES if os.name == "nt" else ():
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.rename(target)


def _fsync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED:
            raise
