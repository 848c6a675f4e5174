"""Where templates are looked up: in an office's own copy first, then among those that came with the program."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from stratbuild.source.resources import resource

FOLDER = "templates"
MARK = "copied.json"
"""Says in a copy from which version it was made, and how every file was then; by it a copy is known as one."""

_NOT_COPIED = ("init", "calendars", "classifiers")
"""What is among the resources and no office changes: beginnings of strategies, and official tables."""

_MESSAGES = frozenset(f"{name}.yaml" for name in ("cli", "schema", "reference", "pull", "levelling", "selection"))
"""Words that stand in no paper."""

_LARGEST_MARK = 1 << 20


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one build."""

    own: Path | None = None
    """The office's copy; it need not hold every file."""

    def path(self, *parts: str) -> Path:
        """A file or a folder of the copy where it is there, else the installed one."""
        if self.own is not None and (found := self.own.joinpath(*parts)).exists():
            return found
        return resource(FOLDER, *parts)

    def own_path(self, *parts: str) -> Path | None:
        """A file of the copy, where it is there."""
        found = None if self.own is None else self.own.joinpath(*parts)
        return found if found is not None and found.is_file() else None

    def text(self, *parts: str) -> str:
        """The text of a file; a missing one is an `OSError`."""
        return self.path(*parts).read_text(encoding="utf-8")

    def folders(self) -> tuple[Path, ...]:
        """Where to look, the copy first."""
        return (*(() if self.own is None else (self.own,)), resource(FOLDER))


INSTALLED = Templates()
"""Those that came with the program alone."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """A file of a copy that is older than the installed one."""

    name: str
    changed: bool
    """Whether the office has changed its copy; if not, it can simply be deleted."""


def copyable() -> Mapping[str, Path]:
    """Every file that `init` copies, by its path below the copy."""
    home = resource(FOLDER)
    found = (path for path in sorted(home.rglob("*")) if path.is_file())
    named = {path.relative_to(home).as_posix(): path for path in found}
    return {
        name: path
        for name, path in named.items()
        if PurePosixPath(name).parts[0] not in _NOT_COPIED and not (name.startswith("words/") and path.name in _MESSAGES)
    }


def mark_of(version: str) -> str:
    """The text of the mark of a copy that is made now."""
    files = {name: _digest(path) for name, path in copyable().items()}
    return json.dumps({"stratbuild": version, "files": files}, ensure_ascii=False, indent=2) + "\n"


def is_copy(folder: Path) -> bool:
    """Whether a folder is a copy of the templates."""
    return (folder / MARK).is_file()


def outdated(templates: Templates) -> Iterator[Outdated]:
    """The files of the copy whose installed ones have changed since they were copied."""
    if templates.own is None:
        return
    installed = copyable()
    for name, then in _copied(templates.own).items():
        own = templates.own_path(*PurePosixPath(name).parts)
        if own is not None and name in installed and _digest(installed[name]) != then:
            yield Outdated(name, _digest(own) != then)


def _copied(folder: Path) -> Mapping[str, str]:
    """The digests that the mark holds; nothing where it cannot be read."""
    try:
        with (folder / MARK).open("rb") as file:
            said = json.loads(file.read(_LARGEST_MARK).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    files = said.get("files") if isinstance(said, dict) else None
    return {str(name): str(digest) for name, digest in files.items()} if isinstance(files, dict) else {}


def _digest(path: Path) -> str:
    """The SHA-256 of a file; line ends of texts do not count."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
