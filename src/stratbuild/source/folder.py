"""The texts of one build: every YAML file below the strategy's folder, in the order of their names."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from stratbuild.diagnostics import Diagnostic, Severity, Span
from stratbuild.source.decode import LARGEST_FILE, SourceText, decode, too_large, unfit_in
from stratbuild.source.faults import FILE_IN_WINDOWS_1251, NO_FILES, NOT_A_PLAIN_FILE, SYNC_COPY

SUFFIXES = (".yaml", ".yml")
BEING_WRITTEN = ".stratbuild-sources"
"""The folder in a strategy that is there only while its files are being written, or after that was interrupted."""
BEING_WRITTEN_LOCK = f"{BEING_WRITTEN}.lock"
"""The file beside that folder which its writer holds locked."""
_SYNC_COPY = re.compile(
    r"(.+?)(?: \([0-9]+\)| [-—–] (?:копія|копия|copy)(?: ?\([0-9]+\))?|-(?:PC|DESKTOP|LAPTOP)[A-Z0-9-]*)$", re.IGNORECASE
)


def read_folder(folder: Path) -> tuple[list[SourceText], list[Diagnostic]]:
    """The files of a strategy, which may also be a single file, and what keeps any of them from being read.

    Files and folders whose names begin with a dot or `~` are left out, as are links that lead out of
    the folder. An `OSError` of the folder itself (missing, forbidden) is the caller's.
    """
    texts: list[SourceText] = []
    diagnostics: list[Diagnostic] = []
    files = [folder] if folder.is_file() else sorted(_yaml_files(folder), key=lambda path: path.relative_to(folder).as_posix())
    root = folder.resolve() if folder.is_dir() else folder.resolve().parent
    names = {path.as_posix() for path in files}
    for path in files:
        shown = path.as_posix()
        if not _is_plain_file(path, root):
            diagnostics.append(Diagnostic(NOT_A_PLAIN_FILE, Span(shown), {"name": path.name}))
            continue
        diagnostics += _sync_copy(path, names)
        size = path.stat().st_size
        if size > LARGEST_FILE:
            diagnostics.append(too_large(shown, size))
            continue
        text, found = decode(shown, _read_capped(path))
        diagnostics += found
        if text is not None:
            texts.append(text)
    if not files:
        diagnostics.append(Diagnostic(NO_FILES, Span(folder.as_posix()), {"folder": folder.as_posix()}))
    return texts, diagnostics


def read_file(path: Path) -> tuple[SourceText | None, list[Diagnostic]]:
    """The text of one file that the strategy names, such as a classifier; an `OSError` is the caller's."""
    shown = path.as_posix()
    if not stat.S_ISREG(path.stat().st_mode):
        return None, [Diagnostic(NOT_A_PLAIN_FILE, Span(shown), {"name": path.name})]
    size = path.stat().st_size
    return (None, [too_large(shown, size)]) if size > LARGEST_FILE else decode(shown, _read_capped(path))


def read_table_file(path: Path) -> tuple[SourceText | None, list[Diagnostic]]:
    """The text of a table that another program has saved: as `read_file`, but Excel's Windows-1251 is read, too."""
    text, found = read_file(path)
    if not any(one.fault is FILE_IN_WINDOWS_1251 for one in found):
        return text, found
    try:
        text = SourceText(path.as_posix(), _read_capped(path).decode("cp1251"))
    except UnicodeDecodeError:
        return None, found
    return text, unfit_in(text)


def is_being_written(root: Path) -> bool:
    """Whether the files of a strategy are being written, or that was interrupted, so that they may be half changed."""
    folder = root if root.is_dir() else root.parent
    return any(os.path.lexists(folder / name) for name in (BEING_WRITTEN, BEING_WRITTEN_LOCK))


def _yaml_files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith((".", "~")):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _yaml_files(path)
        elif path.name.lower().endswith(SUFFIXES):
            yield path


def _is_plain_file(path: Path, root: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode) and path.resolve().is_relative_to(root)
    except OSError:
        return False


def _read_capped(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _sync_copy(path: Path, names: set[str]) -> list[Diagnostic]:
    found = _SYNC_COPY.fullmatch(path.stem)
    if found is None or path.with_name(found[1] + path.suffix).as_posix() not in names:
        return []
    facts = {"name": path.name, "original": found[1] + path.suffix}
    return [Diagnostic(SYNC_COPY, Span(path.as_posix()), facts, Severity.WARNING)]
