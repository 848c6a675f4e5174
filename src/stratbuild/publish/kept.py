"""What people put into an output folder, or changed there, outlives every build."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from stratbuild.diagnostics import Diagnostic, Severity, Span
from stratbuild.publish import old_set_faults
from stratbuild.publish.manifest import NAME, read_manifest, sha256
from stratbuild.publish.walk import everything_in

_LIBREOFFICE_LOCK = (".~lock.", "#")
_WORD_LOCK = "~$"


def keep_what_is_theirs(old: Path, new: Path, shown: Path) -> list[Diagnostic]:
    """Copy from an old set into a new one what the program did not make, and what was changed since.

    A changed file keeps its place among the papers under a name with the first digits of its SHA-256,
    so that doing this twice does nothing the second time. `shown` is the folder that findings name.
    """
    ours = read_manifest(old) or {}
    found: list[Diagnostic] = []
    everything = everything_in(old)
    for path in everything:
        name = path.relative_to(old).as_posix()
        if name == NAME or path.is_symlink() or not path.is_file():
            continue
        kept = _kept_name(path, name, ours, new)
        if kept is None:
            continue
        _copy(path, new / kept)
        if kept != name:
            facts = {"name": name, "kept": kept}
            found.append(Diagnostic(old_set_faults.EDITED_PAPER_KEPT, Span((shown / kept).as_posix()), facts, Severity.WARNING))
    owners = {path.parent for path in everything}
    for path in everything:
        if path.is_dir() and not path.is_symlink() and path not in owners:
            (new / path.relative_to(old)).mkdir(parents=True, exist_ok=True)
    return found


def move_what_cannot_be_copied(old: Path, new: Path) -> None:
    """Move links and other special files from a retired set into the one that took its place."""
    for path in everything_in(old):
        target = new / path.relative_to(old)
        if _is_special(path) and not target.is_symlink() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)


def papers_open_elsewhere(output: Path) -> list[Diagnostic]:
    """A warning for each paper of the set beside which an office program has left its mark of use."""
    if not output.is_dir():
        return []
    start, end = _LIBREOFFICE_LOCK
    found = []
    for path in everything_in(output):
        name = path.name
        if name.startswith(start) and name.endswith(end):
            opened = name[len(start) : -len(end)]
        elif name.startswith(_WORD_LOCK):
            # Word replaces the first two letters of a long name by its mark, and precedes a short name by it.
            opened = next(
                (one.name for one in sorted(path.parent.iterdir()) if one.name.endswith(name[2:]) and one != path), name[2:]
            )
        else:
            continue
        span = Span((path.parent / opened).as_posix())
        found.append(Diagnostic(old_set_faults.PAPER_OPEN_ELSEWHERE, span, {"name": opened}, Severity.WARNING))
    return found


def _kept_name(path: Path, name: str, ours: Mapping[str, str], new: Path) -> str | None:
    """The name under which a file of the old set stands in the new one; none where nothing would be lost."""
    digest = sha256(path)
    if ours.get(name) == digest:
        return None
    target = new / name
    if target.is_file() and sha256(target) == digest:
        return None
    if name not in ours and not target.exists():
        return name
    pure = Path(name)
    kept = pure.with_name(f"{pure.stem}.edited-{digest[:8]}{pure.suffix}").as_posix()
    return None if (new / kept).exists() else kept


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def _is_special(path: Path) -> bool:
    return path.is_symlink() or not (path.is_file() or path.is_dir())
