"""What lies in a folder, at any depth."""

import os
from collections.abc import Iterator
from pathlib import Path


def everything_in(folder: Path) -> list[Path]:
    """Every file, link and folder below a folder, in the order of their paths; links are not followed.

    A folder that cannot be read is an `OSError`: what is in it must not be taken for nothing.
    """
    return sorted(_walk(folder))


def _walk(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder, onerror=_raise):
        for name in (*folders, *files):
            yield Path(where, name)


def _raise(error: OSError) -> None:
    raise error
