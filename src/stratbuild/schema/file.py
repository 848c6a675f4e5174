"""Which lists a file may hold, and how its data becomes entities or located findings."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

import stratbuild.schema
from stratbuild.diagnostics import Diagnostic
from stratbuild.schema.base import Entity
from stratbuild.schema.faults import BY_NAME
from stratbuild.schema.nearest import Suggestion, nearest, nearest_key
from stratbuild.schema.scalars import foreign_letters
from stratbuild.schema.strategy import StrategySettings
from stratbuild.syntax import Location, Places, Tree

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
        name: (tuple[kind, ...], Field((), title=name, description=(kind.__doc__ or "").splitlines()[0]))  # type: ignore[valid-type]
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
    """The entities of one file, or a finding for every value that is not what its field should be."""
    try:
        return file_model().model_validate(tree.data), []
    except ValidationError as error:
        places = Places(tree)
        details = error.errors(include_url=False, include_context=True, include_input=True)
        return None, [_finding(one, tree, places) for one in details]


def _finding(error: ErrorDetails, tree: Tree, places: Places) -> Diagnostic:
    location, kind, context = tuple(error["loc"]), error["type"], dict(error.get("ctx", {}))
    key = _last_key(location)
    at_key = "[key]" in location
    match kind:
        case "missing":
            owner = _owner(location, tree)
            return _diagnostic("required_key_missing", places, location[:-1], owner=owner, key=location[-1])
        case "extra_forbidden":
            return _unknown_key(location, places)
        case "string_type" | "text_expected":
            return _diagnostic("text_expected", places, location, key=key)
        case "tuple_type" | "list_type" if error["input"] != "":
            return _diagnostic("list_expected", places, location, key=key)
        case "dict_type" | "model_type" | "mapping_type" | "model_attributes_type" if error["input"] != "":
            return _diagnostic("mapping_expected", places, location, key=key)
        case "enum" | "literal_error":
            return _unknown_choice(error, places, location)
    if error["input"] == "":
        return _diagnostic("value_is_empty", places, location, key=key)
    if kind in BY_NAME:
        if kind == "text_by_unknown_language":
            return _diagnostic(kind, places, (*location, context["text"]), key_place=True, **context)
        return _diagnostic(kind, places, location, key_place=at_key, **{"key": key, **context})
    return _diagnostic("value_not_accepted", places, location, key=key, problem=error["msg"])


def _diagnostic(name: str, places: Places, location: Location, *, key_place: bool = False, **facts: object) -> Diagnostic:
    return Diagnostic(BY_NAME[name], places.span(location, key=key_place), facts)


def _unknown_key(location: Location, places: Places) -> Diagnostic:
    key = str(location[-1])
    if " " in key.strip():
        return _diagnostic("comma_in_braces", places, location, key_place=True, key=key)
    known = _known_keys(location[:-1])
    letters = foreign_letters(key)
    like = nearest_key(key, known)
    facts = {
        "key": key,
        "letters": f" ({', '.join(letters)})" if letters and like else "",
        "suggestion": Suggestion(like, tuple(known)),
    }
    return _diagnostic("unknown_key", places, location, key_place=True, **facts)


def _unknown_choice(error: ErrorDetails, places: Places, location: Location) -> Diagnostic:
    choices = tuple(part.strip("' ") for part in str(error["ctx"]["expected"]).replace(" or ", ", ").split(","))
    text = error["input"] if isinstance(error["input"], str) else "…"
    like = nearest(text, choices)
    ordered = (*like, *(choice for choice in choices if choice not in like))
    return _diagnostic("unknown_choice", places, location, text=text[:40], choices=ordered)


def _known_keys(location: Location) -> tuple[str, ...]:
    """The keys that the mapping at a location may have, as the schema says."""
    owner: Any = file_model()
    for step in location:
        if isinstance(step, int) or not (isinstance(owner, type) and issubclass(owner, BaseModel)):
            continue
        field = owner.model_fields.get(step)
        if field is not None:
            owner = _model_in(field.annotation) or owner
    return tuple(owner.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _last_key(location: Location) -> str:
    words = [step for step in location if isinstance(step, str) and step != "[key]"]
    return words[-1] if words else "?"


def _owner(location: Location, tree: Tree) -> str:
    """The id of the item that a location lies in, or the name of its list."""
    value: Any = tree.data
    name = str(location[0])
    for step in location[:-1]:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            name = value["id"]
    return name
