"""The journal of a change: which files it is of, and how their bytes were and are to become."""

import hashlib
import json
import os
import stat
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from stratbuild.publish.manifest import sha256
from stratbuild.publish.source_place import Side, SourcePlace

_VERSION = 1
_LARGEST = 64 << 20
_HEXADECIMAL = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True, order=True)
class ChangedFile:
    """One file of a change: its path below the strategy's folder, and the SHA-256 of its bytes on either side."""

    path: str
    before: str
    after: str

    def digest(self, side: Side) -> str:
        """The SHA-256 of the file on one side."""
        return self.before if side == "before" else self.after


def text(files: Sequence[ChangedFile]) -> str:
    """The journal as it is written."""
    return json.dumps({"version": _VERSION, "files": [asdict(one) for one in files]}, indent=2) + "\n"


def read_journal(where: SourcePlace) -> tuple[ChangedFile, ...]:
    """The files of the change that was begun; a `ValueError` where the journal is not one that the program wrote."""
    with where.journal.open("rb") as file:
        content = file.read(_LARGEST)
    try:
        said = json.loads(content)
        version, files = said["version"], tuple(ChangedFile(**one) for one in said["files"])
    except (ValueError, TypeError, KeyError, RecursionError):
        version, files = None, ()
    if version != _VERSION or not files or not all(map(_is_sound, files)):
        raise ValueError(where.journal)
    return files


def side_of(where: SourcePlace, file: ChangedFile) -> Side | None:
    """On which side of the change the file is; on none where it was changed, deleted or replaced by a link."""
    return _matching(where, file, where.target(file.path), ("before", "after"))


def is_staged(where: SourcePlace, file: ChangedFile, side: Side) -> bool:
    """Whether the version of that side lies ready, whole."""
    return _matching(where, file, where.staged(side, file.path), (side,)) is not None


def digest_of(content: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _matching(where: SourcePlace, file: ChangedFile, path: Path, sides: Sequence[Side]) -> Side | None:
    try:
        if not stat.S_ISREG(path.lstat().st_mode) or not path.resolve().is_relative_to(where.folder.resolve()):
            return None
        found = sha256(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return next((side for side in sides if file.digest(side) == found), None)


def _is_sound(file: ChangedFile) -> bool:
    """Whether a record is one of a file below the folder: a journal may have come with a strategy from elsewhere."""
    if not all(isinstance(one, str) for one in (file.path, file.before, file.after)):
        return False
    pure, windows = PurePosixPath(file.path), PureWindowsPath(file.path)
    leads_out = windows.anchor or windows.drive or pure.is_absolute() or ".." in windows.parts or os.curdir == str(pure)
    return not leads_out and all(len(one) == 64 and _HEXADECIMAL.issuperset(one) for one in (file.before, file.after))
