"""Every text that people wrote, wherever in an item it stands, read once from the types of the schema."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from stratbuild.schema.base import Entity
from stratbuild.schema.strategy import StrategySettings
from stratbuild.schema.text import MAIN, LocalizedText
from stratbuild.strategy.strategy import Strategy

Way: TypeAlias = tuple[str | int, ...]
"""The way to a value inside its item: `("baseline", "source")`."""


class Passage(NamedTuple):
    """One text in one language, and the way to its characters: to the language's own entry where there is one."""

    owner: Entity | StrategySettings
    way: Way
    language: str
    text: str

    @property
    def owner_id(self) -> str:
        """The id of the item that the text belongs to, or the key of the settings."""
        return owner_id(self.owner)

    @property
    def field(self) -> str:
        """The names of the fields that lead to the text: `requirements.text`."""
        return field_name(self.way)


def texts(item: BaseModel) -> Iterator[tuple[Way, LocalizedText]]:
    """Every text of an item or of the settings with the way to it, in the order of the fields."""
    for name, finder in _finders(type(item)):
        value = getattr(item, name)
        if value is not None:
            if finder is None:
                yield (name,), value
            else:
                yield from finder(value, (name,))


def passages(strategy: Strategy) -> Iterator[Passage]:
    """Every text of a strategy in every language that it is written in: the settings first, then all items."""
    main = strategy.language
    owners: tuple[Entity | StrategySettings, ...] = (strategy.settings, *strategy.everything())
    for owner in owners:
        for way, text in texts(owner):
            for language, words in text.by_language.items():
                if language == MAIN:
                    yield Passage(owner, way, main, words)
                else:
                    yield Passage(owner, (*way, language), language, words)


def owner_id(owner: Entity | StrategySettings) -> str:
    """The id of an item; the settings have none and are called by their key."""
    return owner.id if isinstance(owner, Entity) else "strategy"


def field_name(way: Way) -> str:
    """The names in a way, joined by points; places in lists are left out, for the line says them."""
    return ".".join(step for step in way if isinstance(step, str))


@cache
def _finders(kind: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The fields that hold texts. Each has a function from a value and its way to its texts, a single text none."""
    found: list[tuple[str, Any]] = []
    for name, field in kind.model_fields.items():
        finder = _finder(field.annotation)
        if finder is not None:
            found.append((name, None if finder is _single else finder))
    return tuple(found)


def _finder(annotation: Any) -> Any:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation is LocalizedText:
        return _single
    if origin is Annotated:
        return _finder(arguments[0])
    if origin in (Union, UnionType):
        return next((finder for finder in map(_finder, arguments) if finder is not None), None)
    if origin is tuple:
        each = _finder(arguments[0])
        return None if each is None else _in_list(each)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        each = _finder(arguments[1])
        return None if each is None else _in_mapping(each)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and _finders(annotation):
        return _in_part
    return None


def _single(text: LocalizedText, way: Way) -> Iterator[tuple[Way, LocalizedText]]:
    yield way, text


def _in_part(part: BaseModel, way: Way) -> Iterator[tuple[Way, LocalizedText]]:
    for inner, text in texts(part):
        yield (*way, *inner), text


def _in_list(each: Any) -> Any:
    def find(values: tuple[Any, ...], way: Way) -> Iterator[tuple[Way, LocalizedText]]:
        for place, value in enumerate(values):
            yield from each(value, (*way, place))

    return find


def _in_mapping(each: Any) -> Any:
    def find(values: Mapping[Any, Any], way: Way) -> Iterator[tuple[Way, LocalizedText]]:
        for key, value in values.items():
            yield from each(value, (*way, str(key)))

    return find
