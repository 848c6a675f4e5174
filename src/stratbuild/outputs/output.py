"""What an output is, and how outputs are found."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from stratbuild.model import Plan
from stratbuild.render.calendar import Calendar
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Paper
from stratbuild.render.project_file import ProjectFile
from stratbuild.render.slides import Presentation
from stratbuild.render.workbook import Workbook

View: TypeAlias = Paper | Workbook | Calendar | ProjectFile | Presentation
"""One file, or one paper in several formats, before it is written."""


@dataclass(frozen=True, slots=True)
class Output:
    """One paper, or a family of papers: a name for `--only`, and a pure function from plan to views."""

    name: str
    view: Callable[[Plan, Edition], Iterable[View]]


@cache
def outputs() -> Mapping[str, Output]:
    """Every output by name, found by its place in `outputs.documents` (one module, one `OUTPUT`)."""
    family = importlib.import_module("stratbuild.outputs.documents")
    found: dict[str, Output] = {}
    for module_info in pkgutil.iter_modules(family.__path__):
        module = importlib.import_module(f"{family.__name__}.{module_info.name}")
        output = getattr(module, "OUTPUT", None)
        if isinstance(output, Output):
            found[output.name] = output
    return MappingProxyType(dict(sorted(found.items())))
