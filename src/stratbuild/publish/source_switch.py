"""The steps of a change: preparing it, putting its files on one side, undoing and settling one that was interrupted.

A version that is put in its place leaves the staging folder. So from whatever step a change was
interrupted at, either every file can still become new, or every file can become old again: the second
holds as soon as any file has been put back, and stays so.
"""

import errno
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from stratbuild.diagnostics import Diagnostic, Severity, Span
from stratbuild.publish import source_journal, source_recovery_faults, source_write_faults, switch
from stratbuild.publish.source_journal import ChangedFile, digest_of, is_staged, read_journal, side_of
from stratbuild.publish.source_place import Side, SourcePlace

_FULL = (errno.ENOSPC, errno.EDQUOT)
_MEBIBYTE = 1 << 20
_MOST_NAMES = 5
"""How many files a message names."""


def stage(where: SourcePlace, versions: Mapping[Path, tuple[bytes, bytes]]) -> tuple[ChangedFile, ...]:
    """Have the old and the new version of every file, and then the journal, on the disk itself.

    The files are named by their resolved paths. Both versions take over modes, owners and extended attributes.
    """
    whole = where.folder.resolve()
    files = []
    for target, contents in versions.items():
        path = target.relative_to(whole).as_posix()
        _write_like(target, where.staged("before", path), contents[0])
        new = where.staged("after", path)
        _write_like(target, new, contents[1])
        os.utime(new)
        files.append(ChangedFile(path, *map(digest_of, contents)))
    prepared = where.journal.with_suffix(".prepared")
    prepared.write_text(source_journal.text(files), encoding="utf-8", newline="\n")
    switch.write_through(where.staging)
    prepared.replace(where.journal)
    switch.write_folder_through(where.staging)
    switch.write_folder_through(where.folder)
    return tuple(files)


def put(where: SourcePlace, files: Sequence[ChangedFile], side: Side) -> tuple[ChangedFile, ...]:
    """Put every file on one side of the change; those that are on neither are left alone and given back."""
    on_neither = []
    for file in files:
        found = side_of(where, file)
        if found is None:
            on_neither.append(file)
        elif found != side:
            _replace(where.staged(side, file.path), where.target(file.path))
    for folder in {where.target(file.path).parent for file in files if file not in on_neither}:
        switch.write_folder_through(folder)
    return tuple(on_neither)


def close(where: SourcePlace) -> None:
    """End a change: from the moment when its journal is gone, what is left of it means nothing."""
    where.journal.unlink(missing_ok=True)
    with suppress(OSError):
        switch.write_folder_through(where.staging)


def clear(where: SourcePlace) -> None:
    """Delete what is left of a change that has ended; if the system refuses, the next command tries again."""
    with suppress(OSError):
        switch.remove(where.staging)


def undo(where: SourcePlace, files: Sequence[ChangedFile]) -> list[Diagnostic]:
    """Put every file back, and end the change; what is to be told where that fails, and the next command has to try."""
    try:
        put(where, files, "before")
        close(where)
    except OSError:
        return [_not_settled(where, file.path) for file in files]
    return []


def settle(where: SourcePlace) -> list[Diagnostic]:
    """Finish a change that was interrupted, or undo it where it cannot be finished; clear away what is left of it.

    A file that somebody has changed since is left alone, and with it the staging folder, so that both
    versions can be compared with it.
    """
    if not where.has_begun:
        clear(where)
        return []
    try:
        files = read_journal(where)
    except ValueError:
        return [_not_settled(where, where.journal.relative_to(where.folder).as_posix())]
    failures: list[Diagnostic] = []
    for side in _possible_sides(where, files):
        try:
            on_neither = put(where, files, side)
            if on_neither:
                return [_not_settled(where, file.path) for file in on_neither]
            close(where)
        except OSError as error:
            failures = [refused(where, error)]
        else:
            clear(where)
            return [_settled(where, files, side)]
    return [*failures, *(_not_settled(where, file.path) for file in files)]


def refused(where: SourcePlace, error: OSError) -> Diagnostic:
    """The finding for what the operating system refused to do."""
    path = Path(error.filename) if isinstance(error.filename, str) else where.folder
    # Without the right to write in the folder, its lock is what fails first.
    shown = where.shown(where.folder.resolve() if path.name == where.lock.name else path)
    if error.errno in _FULL:
        facts = {"folder": where.folder.as_posix(), "free": shutil.disk_usage(where.folder).free // _MEBIBYTE}
        return Diagnostic(source_write_faults.SOURCES_DISK_FULL, Span(where.folder.as_posix()), facts)
    if isinstance(error, PermissionError):
        may_write = path.is_file() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        fault = source_write_faults.SOURCE_IN_USE if may_write else source_write_faults.SOURCE_WRITE_PROTECTED
        return Diagnostic(fault, Span(shown), {"path": shown})
    facts = {"path": shown, "problem": error.strerror or str(error)}
    return Diagnostic(source_write_faults.SOURCES_DISK_REFUSED, Span(shown), facts)


def _possible_sides(where: SourcePlace, files: Iterable[ChangedFile]) -> Iterator[Side]:
    """The sides on which every file can be put with what lies ready: the new one first, which was wanted."""
    ways: tuple[tuple[Side, Side], ...] = (("before", "after"), ("after", "before"))
    for start, end in ways:
        if all(is_staged(where, file, end) for file in files if side_of(where, file) == start):
            yield end


def _write_like(original: Path, new: Path, content: bytes) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    new.touch(mode=0o600, exist_ok=False)
    new.write_bytes(content)
    if os.name == "posix":
        status = original.stat()
        with suppress(OSError):  # only a superuser may give files away, and not all disks know owners
            os.chown(new, status.st_uid, status.st_gid)
    shutil.copystat(original, new)


def _replace(source: Path, target: Path) -> None:
    """Put a file in the place of another; the error names the one that keeps its place."""
    pauses = iter(switch.PAUSES if os.name == "nt" else ())
    while True:
        try:
            source.replace(target)
        except OSError as error:
            pause = next(pauses, None)
            if pause is None or not isinstance(error, PermissionError):
                raise OSError(error.errno, error.strerror, str(target)) from error
            time.sleep(pause)
        else:
            return


def _settled(where: SourcePlace, files: Sequence[ChangedFile], side: Side) -> Diagnostic:
    named = [where.target(file.path).as_posix() for file in files[:_MOST_NAMES]]
    facts = {"files": (*named, "…") if len(files) > _MOST_NAMES else tuple(named)}
    fault = {
        "after": source_recovery_faults.INTERRUPTED_CHANGE_FINISHED,
        "before": source_recovery_faults.INTERRUPTED_CHANGE_UNDONE,
    }[side]
    severity = Severity.NOTE if side == "after" else Severity.WARNING
    return Diagnostic(fault, Span(where.folder.as_posix()), facts, severity)


def _not_settled(where: SourcePlace, path: str) -> Diagnostic:
    shown = where.target(path).as_posix()
    facts = {"path": shown, "folder": where.staging.as_posix()}
    return Diagnostic(source_recovery_faults.INTERRUPTED_CHANGE_NOT_SETTLED, Span(shown), facts)
