"""Which lists a file may hold, and how its data becomes entities or located findings."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, FailFast, Field, ValidationError, create_model

import stratbuild.schema
from stratbuild.diagnostics import Diagnostic
from stratbuild.schema.base import Entity
from stratbuild.schema.mistakes import list_expected, mistakes, unknown_key
from stratbuild.schema.strategy import StrategySettings
from stratbuild.source import MOST_FINDINGS, capped
from stratbuild.syntax import Places, Tree

SETTINGS = "strategy"
"""The key under which the strategy's own settings stand."""


@cache
def kinds() -> Mapping[str, type[Entity]]:
    """Every kind of entity by the name of its list, found by its place in this package."""
    for module in pkgutil.iter_modules(stratbuild.schema.__path__):
        importlib.import_module(f"stratbuild.schema.{module.name}")
    found = sorted(_subclasses(Entity), key=lambda kind: (kind.kind_order, kind.collection))
    return {kind.collection: kind for kind in found}


def _subclasses(kind: type[Entity]) -> Iterator[type[Entity]]:
    for inner in kind.__subclasses__():
        if "collection" in inner.__dict__:
            yield inner
        yield from _subclasses(inner)


@cache
def file_model() -> type[BaseModel]:
    """The model of one file: the strategy's settings and any of the lists, all optional."""
    fields: dict[str, Any] = {
        name: (Annotated[tuple[kind, ...], FailFast()], Field((), title=name, description=(kind.__doc__ or "").splitlines()[0]))  # type: ignore[valid-type]
        for name, kind in kinds().items()
    }
    settings: dict[str, Any] = {
        SETTINGS: (
            StrategySettings | None,
            Field(None, title=SETTINGS, description=(StrategySettings.__doc__ or "").splitlines()[0]),
        )
    }
    config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    about = "Any file may hold any of these lists; spread the items over files as it suits."
    return create_model("StrategyFile", __config__=config, __doc__=about, **settings, **fields)


def decode_file(tree: Tree) -> tuple[BaseModel | None, list[Diagnostic]]:
    """The entities of one file, or a finding for every value that is not what its field should be.

    The whole file is tried at once, and only where that fails each item by itself: a file of a million
    mistakes costs no more than the ten thousand that are shown.
    """
    if tree.data.keys() <= file_model().model_fields.keys():
        try:
            return file_model().model_validate(tree.data), []
        except ValidationError:
            pass
    return None, capped(list(islice(_mistakes(tree), MOST_FINDINGS + 1)))


def _mistakes(tree: Tree) -> Iterator[Diagnostic]:
    places = Places(tree)
    for key, value in tree.data.items():
        if key == SETTINGS:
            yield from mistakes(StrategySettings, value, (key,), places)
        elif key not in kinds():
            yield unknown_key((key,), tuple(file_model().model_fields), places)
        elif not isinstance(value, list):
            yield list_expected(value, (key,), places)
        else:
            for number, item in enumerate(value):
                yield from mistakes(kinds()[key], item, (key, number), places)
