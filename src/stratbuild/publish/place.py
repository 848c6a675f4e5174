"""Where a set may be published: in a new or empty folder, or in one that holds a set already."""

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from stratbuild.diagnostics import Diagnostic, Fault, Span
from stratbuild.publish import place_faults
from stratbuild.publish.manifest import NAME, read_manifest

_LEFT_BY_SYSTEMS = ("desktop.ini", "thumbs.db")


@dataclass(frozen=True)
class Place:
    """An output folder and what lies beside it, on the same disk, while a set is being published."""

    output: Path

    @property
    def lock(self) -> Path:
        """The file that the operating system locks for one builder at a time; it stays, empty."""
        return self._beside("lock")

    @property
    def staging(self) -> Path:
        """The folder in which the new set is made."""
        return self._beside("staging")

    @property
    def previous(self) -> Path:
        """The old set, from the moment when it gives way until what people changed in it is safe."""
        return self._beside("previous")

    @property
    def discarded(self) -> Path:
        """A name that is still free for an old set in which nothing is worth keeping any more."""
        return next(path for number in count() if not (path := self._beside(f"discarded-{number}")).exists())

    def all_discarded(self) -> list[Path]:
        """The old sets that only wait to be deleted."""
        start = self._beside("discarded-").name
        return sorted(path for path in self.output.parent.iterdir() if path.name.startswith(start))

    def _beside(self, role: str) -> Path:
        return self.output.parent / f".stratbuild-{self.output.name}.{role}"


def place(output: Path) -> Place:
    """The place of an output folder, made absolute, so that a change of the current folder does not matter."""
    return Place(Path(os.path.abspath(output)))  # noqa: PTH100 - resolve() would follow a link that is to be refused


def unfit_output(output: Path, source: Path) -> Diagnostic | None:
    """Why a set cannot be published in this folder, if it cannot; `source` is the strategy's file or folder."""
    whole = place(output).output
    resolved = whole.resolve()
    if any(one.is_relative_to(resolved) for one in (Path(resolved.anchor), Path.cwd(), *_home())):
        return _unfit(place_faults.OUTPUT_NOT_A_FOLDER_OF_ITS_OWN, output)
    if source.resolve().is_relative_to(resolved):
        return _unfit(place_faults.OUTPUT_OVER_THE_SOURCE, output, source=source.as_posix())
    if whole.is_symlink() or (whole.exists() and not whole.is_dir()):
        return _unfit(place_faults.OUTPUT_NOT_A_FOLDER, output)
    return holds_other_files(output)


def holds_other_files(output: Path) -> Diagnostic | None:
    """Whether the folder holds files and is not a set that stratbuild has published."""
    if not output.is_dir() or read_manifest(output) is not None:
        return None
    others = sorted(one.name for one in output.iterdir() if not _is_left_by_systems(one.name))
    if not others:
        return None
    fault = place_faults.MANIFEST_NOT_READABLE if NAME in others else place_faults.OUTPUT_HOLDS_OTHER_FILES
    return _unfit(fault, output, example=others[0])


def _home() -> tuple[Path, ...]:
    try:
        return (Path.home().resolve(),)
    except RuntimeError:  # a process of a user without a home, as in containers
        return ()


def _is_left_by_systems(name: str) -> bool:
    return name.startswith(".") or name.lower() in _LEFT_BY_SYSTEMS


def _unfit(fault: Fault, output: Path, **facts: object) -> Diagnostic:
    return Diagnostic(fault, Span(output.as_posix()), {"output": output.as_posix(), **facts})
