"""Whose templates a build uses: the office's own copy, where there is one."""

from pathlib import Path

from stratbuild.cli.status import WrongUsage
from stratbuild.source import INSTALLED, Templates
from stratbuild.source.templates import FOLDER, is_copy

_DEFAULT = "strategy"


def templates_of(path: str | None, own: Path | None) -> Templates:
    """The templates that an option names, or the copy beside the strategy in PATH, or the installed ones alone."""
    if own is not None:
        if not own.is_dir():
            raise WrongUsage("no_such_templates", folder=own.as_posix())
        return Templates(own.resolve())
    strategy = Path(path or _DEFAULT).resolve()
    home = strategy if strategy.is_dir() else strategy.parent
    beside = home.parent / FOLDER
    return Templates(beside) if is_copy(beside) else INSTALLED
