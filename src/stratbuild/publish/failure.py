"""Why a set of papers was not published, as a finding; the old set is whole whenever this is raised."""

import errno
import shutil
import stat
from pathlib import Path

from stratbuild.diagnostics import Diagnostic, Fault, Span
from stratbuild.publish import disk_faults

_FULL = (errno.ENOSPC, errno.EDQUOT)
_MEBIBYTE = 1 << 20


class NotPublished(Exception):
    """The new set could not be published, and the old one was left as it was."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message("en"))
        self.diagnostic = diagnostic


def failure(fault: Fault, output: Path, **facts: object) -> NotPublished:
    """The exception that carries a finding about an output folder."""
    return NotPublished(Diagnostic(fault, Span(output.as_posix()), facts))


def disk_failure(error: OSError, output: Path) -> NotPublished:
    """The exception for what the operating system refused to do."""
    path = Path(error.filename if isinstance(error.filename, str) else output).as_posix()
    if error.errno in _FULL:
        free = shutil.disk_usage(_existing(output)).free // _MEBIBYTE
        return failure(disk_faults.DISK_FULL, output, path=path, free=free)
    if isinstance(error, PermissionError):
        in_use = file_in_use(output)
        if in_use is not None:
            return failure(disk_faults.FILE_IN_USE, output, path=in_use.as_posix())
        return failure(disk_faults.NOT_ALLOWED, output, path=path)
    return failure(disk_faults.DISK_REFUSED, output, path=path, problem=error.strerror or str(error))


def file_in_use(folder: Path) -> Path | None:
    """A file of the folder that another program keeps others from replacing, as Word does on Windows."""
    if not folder.is_dir():
        return None
    for path in sorted(folder.rglob("*")):
        try:
            if path.is_symlink() or not path.is_file() or not path.stat().st_mode & stat.S_IWUSR:
                continue
            with path.open("r+b"):
                pass
            path.rename(path)
        except OSError:
            return path
    return None


def _existing(path: Path) -> Path:
    """The path, or the nearest folder above it that exists."""
    while not path.exists() and path != path.parent:
        path = path.parent
    return path
