"""Every model that a file is made of: the file itself, the kinds of entities, their parts and enumerations."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from stratbuild.schema.file import file_model


@cache
def models() -> tuple[type[BaseModel] | type[Enum], ...]:
    """The file's model first, then every model and enumeration below it, each once, in the order of the fields."""
    found: dict[type[Any], None] = {}
    waiting: list[type[Any]] = [file_model()]
    while waiting:
        model = waiting.pop(0)
        if model in found:
            continue
        found[model] = None
        if issubclass(model, BaseModel):
            waiting += [inner for field in model.model_fields.values() for inner in models_in(field.annotation)]
    return tuple(found)


def models_in(annotation: Any) -> Iterator[type[Any]]:
    """The models and enumerations that a field's type names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Enum):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)
