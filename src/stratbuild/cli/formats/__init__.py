"""The formats of findings, one a file: `as_<name>` with `written(report)`, which gives the text of a report."""

import importlib
import pkgutil
from collections.abc import Callable

from stratbuild.cli.formats.report import Look, Report

__all__ = ["Look", "Report", "format_names", "written"]

_PREFIX = "as_"


def format_names() -> list[str]:
    """The names of the formats, found by their places; the one for people comes first."""
    names = [one.name.removeprefix(_PREFIX) for one in pkgutil.iter_modules(__path__) if one.name.startswith(_PREFIX)]
    return sorted(names, key=lambda name: (name != "text", name))


def written(report: Report, name: str) -> str:
    """A report in the format of a name."""
    module = importlib.import_module(f"{__name__}.{_PREFIX}{name}")
    write: Callable[[Report], str] = module.written
    return write(report)
