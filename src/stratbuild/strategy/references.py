"""Which fields of which kinds hold ids of other items, read once from the types of the schema."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from stratbuild.schema.base import Entity, Reference

Named = tuple[tuple[str | int, ...], str, str]
"""The way to a reference inside its item, the list it must be in, and the id that is named."""


def references(item: Entity) -> Iterator[Named]:
    """Every id that an item names in a field declared as a reference, in the order of its fields."""
    for name, finder in _finders(type(item)):
        value = getattr(item, name)
        if value is not None:
            yield from finder(value, (name,))


@cache
def _finders(kind: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    found = ((name, _finder(_annotation(field))) for name, field in kind.model_fields.items())
    return tuple((name, finder) for name, finder in found if finder is not None)


def _annotation(field: FieldInfo) -> Any:
    """The field's type with its metadata put back, which pydantic keeps apart."""
    annotation: Any = field.annotation
    for one in field.metadata:
        if isinstance(one, Reference):
            annotation = Annotated[annotation, one]
    return annotation


def _finder(annotation: Any) -> Any:
    """A function from a value and its way to the references in it, or nothing where there can be none."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = [one for one in arguments[1:] if isinstance(one, Reference)]
        return _single(marks[0].collection) if marks else _finder(arguments[0])
    if origin in (Union, UnionType):
        inner = [finder for finder in map(_finder, arguments) if finder is not None]
        return inner[0] if inner else None
    if origin is tuple:
        each = _finder(arguments[0])
        return _in_list(each) if each is not None else None
    if isinstance(origin, type) and issubclass(origin, Mapping):
        by_key, by_value = _finder(arguments[0]), _finder(arguments[1])
        return _in_mapping(by_key, by_value) if by_key or by_value else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and _finders(annotation):
        return _in_part(annotation)
    return None


def _single(collection: str) -> Any:
    def find(value: str, way: tuple[str | int, ...]) -> Iterator[Named]:
        yield way, collection, value

    return find


def _in_list(each: Any) -> Any:
    def find(values: tuple[Any, ...], way: tuple[str | int, ...]) -> Iterator[Named]:
        for place, value in enumerate(values):
            yield from each(value, (*way, place))

    return find


def _in_mapping(by_key: Any, by_value: Any) -> Any:
    def find(values: Mapping[Any, Any], way: tuple[str | int, ...]) -> Iterator[Named]:
        for key, value in values.items():
            if by_key is not None:
                yield from by_key(key, (*way, str(key)))
            if by_value is not None:
                yield from by_value(value, (*way, str(key)))

    return find


def _in_part(kind: type[BaseModel]) -> Any:
    def find(part: BaseModel, way: tuple[str | int, ...]) -> Iterator[Named]:
        for name, finder in _finders(kind):
            value = getattr(part, name)
            if value is not None:
                yield from finder(value, (*way, name))

    return find
