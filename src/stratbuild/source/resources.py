"""The files that travel with the program: templates, words, schemas, tables of codes."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "resources"
_CHECKOUT = _PACKAGE.parent.parent


def resource(*parts: str) -> Path:
    """The path of a file or folder below `templates/` or `schemas/`.

    An installed wheel holds them inside the package, a checkout beside `src/`.
    """
    home = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return home.joinpath(*parts)


def resource_text(*parts: str) -> str:
    """The text of a resource; a missing one is a fault of the installation and an `OSError`."""
    return resource(*parts).read_text(encoding="utf-8")
