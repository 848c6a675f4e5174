"""The mistakes of one item, as pydantic names them, as located findings."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from stratbuild.diagnostics import Diagnostic
from stratbuild.schema.faults import BY_NAME
from stratbuild.schema.ids import foreign_letters
from stratbuild.schema.nearest import Suggestion, nearest, nearest_key
from stratbuild.syntax import Data, Location, Places

_SHOWN_CHARACTERS = 60


def mistakes(model: type[BaseModel], value: Data, location: Location, places: Places) -> Iterator[Diagnostic]:
    """A finding for every part of a value that is not what the model says; the value stands at the location."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_context=True, include_input=True):
            yield _finding(one, model, value, tuple(location), places)


def unknown_key(location: Location, known: tuple[str, ...], places: Places) -> Diagnostic:
    """The finding that a key is none of those that are known at its place."""
    key = _shortened(str(location[-1]))
    letters = foreign_letters(key)
    like = nearest_key(key, known)
    facts = {
        "key": key,
        "letters": f" ({', '.join(letters)})" if letters and like else "",
        "suggestion": Suggestion(like, known),
    }
    return _diagnostic("unknown_key", places, location, key_place=True, **facts)


def list_expected(value: Data, location: Location, places: Places) -> Diagnostic:
    """The finding that a list is missing, or that something else stands in its place."""
    return _diagnostic("value_is_empty" if value == "" else "list_expected", places, location, key=location[-1])


def _finding(error: ErrorDetails, model: type[BaseModel], value: Data, top: Location, places: Places) -> Diagnostic:
    at_key = "[key]" in error["loc"]
    inner = tuple(step for step in error["loc"] if step != "[key]")
    kind, context = error["type"], dict(error.get("ctx", {}))
    location = (*top, *inner)
    key = _last_key((*top, *_written(value, inner)))
    if error["input"] == "":
        return _diagnostic("value_is_empty", places, location, key_place=at_key, key=key)
    match kind:
        case "missing":
            owner = _owner(value, top)
            owner = f"{_last_key(location[:-1])} ({owner})" if len(inner) > 1 else owner
            return _diagnostic("required_key_missing", places, location[:-1], owner=owner, key=location[-1])
        case "extra_forbidden":
            return unknown_key(location, _known_keys(model, tuple(step for step in inner[:-1] if isinstance(step, str))), places)
        case "tuple_type" | "list_type":
            return _diagnostic("list_expected", places, location, key=key)
        case "dict_type" | "mapping_type" | "model_type" | "model_attributes_type":
            return _diagnostic("mapping_expected", places, location, key=key)
        case "enum" if isinstance(error["input"], str):
            return _unknown_choice(error["input"], context["expected"], places, location)
        case "enum":
            return _diagnostic("text_expected", places, location, key=key)
        case "text_by_unknown_language":
            return _diagnostic(kind, places, (*location, context["text"]), key_place=True, text=_shortened(context["text"]))
    name = kind if kind in BY_NAME else "value_not_accepted"
    return _diagnostic(name, places, location, key_place=at_key, **{"key": key, **context})


def _diagnostic(name: str, places: Places, location: Location, *, key_place: bool = False, **facts: object) -> Diagnostic:
    return Diagnostic(BY_NAME[name], places.span(location, key=key_place), facts)


def _unknown_choice(text: str, expected: str, places: Places, location: Location) -> Diagnostic:
    choices = tuple(part.strip("' ") for part in expected.replace(" or ", ", ").split(","))
    like = nearest(_shortened(text), choices)
    ordered = (*like, *(choice for choice in choices if choice not in like))
    return _diagnostic("unknown_choice", places, location, text=_shortened(text), choices=ordered)


@lru_cache(maxsize=256)
def _known_keys(model: type[BaseModel], keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that the mapping under these keys may have, as the model says."""
    for key in keys:
        field = model.model_fields.get(key)
        if field is not None:
            model = _model_in(field.annotation) or model
    return tuple(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _written(value: Any, steps: Location) -> Location:
    """The steps that are in the text, without those that a validator adds around a value that stands alone."""
    for number, step in enumerate(steps):
        try:
            value = value[step]
        except (LookupError, TypeError):
            return steps[:number]
    return steps


def _last_key(location: Location) -> str:
    words = [step for step in location if isinstance(step, str)]
    return _shortened(words[-1])


def _owner(value: Data, location: Location) -> str:
    """The id of the item, or the name of its list."""
    id_ = value.get("id") if isinstance(value, dict) else None
    return _shortened(id_) if isinstance(id_, str) and id_ else str(location[0])


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[: _SHOWN_CHARACTERS - 1]}…"
