"""Whether every paper of a staged set is there and can be opened."""

import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from stratbuild.publish.walk import everything_in

_ZIPPED = (".docx", ".xlsx", ".pptx")


def broken_paper(folder: Path, paths: Iterable[str]) -> str | None:
    """The name of the first paper that is missing, empty or damaged; nothing where the set is whole.

    A file that no output has named, or a set of nothing, is a bug and a `ValueError`.
    """
    named = set(paths)
    found = {path.relative_to(folder).as_posix() for path in everything_in(folder) if not path.is_dir()}
    if not named or found - named:
        raise ValueError(f"the outputs named {sorted(named)} and wrote {sorted(found)}")
    return next((name for name in sorted(named) if name not in found or _is_broken(folder / name)), None)


def _is_broken(path: Path) -> bool:
    size = path.stat().st_size
    if path.suffix in _ZIPPED:
        try:
            with zipfile.ZipFile(path) as archive:
                return archive.testzip() is not None
        except (zipfile.BadZipFile, zlib.error):
            return True
    if path.suffix == ".pdf":
        with path.open("rb") as file:
            start = file.read(5)
            file.seek(max(0, size - 1024))
            return start != b"%PDF-" or b"%%EOF" not in file.read()
    return size == 0
