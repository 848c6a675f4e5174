"""Walking through an item by the types of its fields: one walk, whatever is looked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

Way: TypeAlias = tuple[str | int, ...]
"""The way to a value inside its item: keys as text, places in lists as numbers, `("baseline", "source")`."""
Finder: TypeAlias = Callable[[Any, Way], Iterator[Any]]
"""From a value and its way to everything in it that is looked for."""
Leaf: TypeAlias = Callable[[Any], Finder | None]
"""From a type to what finds it in its values, where values of this very type are looked for."""


def walk(part: BaseModel, leaf: Leaf, way: Way = ()) -> Iterator[Any]:
    """Everything that a leaf finds in a part or an item, in the order of the fields."""
    for name, finder in _finders(type(part), leaf):
        value = getattr(part, name)
        if value is not None:
            yield from finder(value, (*way, name))


@cache
def _finders(kind: type[BaseModel], leaf: Leaf) -> tuple[tuple[str, Finder], ...]:
    """The fields in which there can be anything to find; pydantic keeps a type's marks apart, and here they are put back."""
    types = {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for name, field in kind.model_fields.items()
    }
    found = ((name, _finder(annotation, leaf)) for name, annotation in types.items())
    return tuple((name, finder) for name, finder in found if finder is not None)


def _finder(annotation: Any, leaf: Leaf) -> Finder | None:
    """A function from a value of a type to what is looked for in it, or nothing where there can be none."""
    found = leaf(annotation)
    if found is not None:
        return found
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _finder(arguments[0], leaf)
    if origin in (Union, UnionType):
        return next((inner for one in arguments if (inner := _finder(one, leaf)) is not None), None)
    if origin is tuple:
        each = _finder(arguments[0], leaf)
        return None if each is None else _in_list(each)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        by_key, by_value = (_finder(one, leaf) for one in arguments)
        return _in_mapping(by_key, by_value) if by_key or by_value else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and _finders(annotation, leaf):
        return lambda part, way: walk(part, leaf, way)
    return None


def _in_list(each: Finder) -> Finder:
    def find(values: tuple[Any, ...], way: Way) -> Iterator[Any]:
        for place, value in enumerate(values):
            yield from each(value, (*way, place))

    return find


def _in_mapping(by_key: Finder | None, by_value: Finder | None) -> Finder:
    def find(values: Mapping[Any, Any], way: Way) -> Iterator[Any]:
        for key, value in values.items():
            if by_key is not None:
                yield from by_key(key, (*way, str(key)))
            if by_value is not None:
                yield from by_value(value, (*way, str(key)))

    return find
