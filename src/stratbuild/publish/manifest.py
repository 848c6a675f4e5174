"""`manifest.json`: what a published set holds, so that anyone can see that it is whole and unchanged."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType

from stratbuild.render.edition import Edition

NAME = "manifest.json"
VERSION = 1
_LARGEST = 64 << 20


@dataclass(frozen=True, slots=True, order=True)
class FileRecord:
    """One file of the set: its path below the output folder, its bytes and their SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Contents:
    """What was made of a set: the paths of its files, and what of its papers leads back to the strategy."""

    paths: tuple[str, ...]
    items: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By paper and bookmark in it: the field of an item that is printed there, `M-WIFI.title`."""


@dataclass(frozen=True)
class Manifest:
    """The files of a set and the edition that they are of; neither a clock nor a machine enters it."""

    edition: Edition
    outputs: tuple[str, ...]
    """The names of the outputs that the set was asked to hold."""
    files: tuple[FileRecord, ...]
    items: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The manifest as it is written, the same for the same set."""
        said = {
            "version": VERSION,
            "stratbuild": self.edition.programme_version,
            "revision": self.edition.revision,
            "as_of": self.edition.as_of.isoformat(),
            "language": self.edition.language,
            **({"other_languages": list(self.edition.others)} if self.edition.others else {}),
            **({"edition": "public"} if self.edition.public else {}),
            **({"scenario": self.edition.scenario} if self.edition.scenario is not None else {}),
            **({"since": self.edition.earlier.revision} if self.edition.earlier is not None else {}),
            "outputs": sorted(self.outputs),
            "files": [asdict(one) for one in sorted(self.files)],
            **({"items": {path: dict(self.items[path]) for path in sorted(self.items)}} if self.items else {}),
        }
        return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def describe(folder: Path, made: Contents, edition: Edition, outputs: Sequence[str]) -> Manifest:
    """The manifest of what was made below the folder."""
    files = (FileRecord(path, (folder / path).stat().st_size, sha256(folder / path)) for path in set(made.paths))
    return Manifest(edition, tuple(outputs), tuple(sorted(files)), made.items)


def read_manifest(folder: Path) -> Mapping[str, str] | None:
    """The SHA-256 of every file of a published set by path; nothing where the folder is not one."""
    try:
        with (folder / NAME).open("rb") as file:
            said = json.loads(file.read(_LARGEST).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.get("version") != VERSION or "stratbuild" not in said:
        return None
    files = said.get("files")
    if not isinstance(files, list) or not all(_is_record(one) for one in files):
        return None
    return MappingProxyType({one["path"]: one["sha256"] for one in files})


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(key), str) for key in ("path", "sha256"))
