"""The strategy for the public: without the fields that it calls internal, and without data about people."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from stratbuild.schema.base import Personal
from stratbuild.schema.file import SETTINGS, kinds
from stratbuild.schema.strategy import StrategySettings
from stratbuild.schema.text import MAIN, LocalizedText
from stratbuild.strategy.strategy import Strategy

_Model = TypeVar("_Model", bound=BaseModel)
_Way = tuple[str, ...]

_NEEDED = frozenset({"goal_levels", "measurement_unit", "free_of_cost"})
"""Texts without which the numbers beside them say something else."""

_LEFT_OUT = LocalizedText(MappingProxyType({MAIN: "–"}))
"""What stands for a name where the item cannot be without one."""


def redacted(strategy: Strategy) -> Strategy:
    """The strategy without what the public must not read. Sums, dates and references are never left out."""
    hidden = frozenset(tuple(name.split(".")) for name in strategy.settings.internal)
    items = {
        collection: MappingProxyType({id_: _without(item, _below(hidden, collection)) for id_, item in by_id.items()})
        for collection, by_id in strategy.items.items()
    }
    settings = _without(strategy.settings, _below(hidden, SETTINGS))
    return replace(strategy, settings=settings, items=MappingProxyType(items))


@cache
def hideable() -> tuple[str, ...]:
    """Every field that may be called internal: texts that an item can be without, `risks.action`, `kpis.baseline.source`."""
    found = [f"{SETTINGS}.{'.'.join(way)}" for way in _ways(StrategySettings)]
    found += [f"{collection}.{'.'.join(way)}" for collection, kind in kinds().items() for way in _ways(kind)]
    return tuple(found)


def _below(hidden: frozenset[_Way], name: str) -> frozenset[_Way]:
    return frozenset(way[1:] for way in hidden if way[0] == name and len(way) > 1)


def _without(part: _Model, hidden: frozenset[_Way]) -> _Model:
    changed: dict[str, object] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value is None:
            continue
        if (name,) in hidden or _is_personal(field):
            changed[name] = _LEFT_OUT if field.is_required() else field.get_default(call_default_factory=True)
            continue
        kept = _kept(value, _below(hidden, name))
        if kept is not value:
            changed[name] = kept
    return part.model_copy(update=changed) if changed else part


def _kept(value: object, hidden: frozenset[_Way]) -> object:
    """A value without what is hidden inside it; the value itself where nothing is."""
    match value:
        case BaseModel():
            return _without(value, hidden)
        case tuple():
            each = tuple(_kept(one, hidden) for one in value)
            return value if all(one is other for one, other in zip(each, value, strict=True)) else each
        case Mapping():
            by_key = {key: _kept(one, hidden) for key, one in value.items()}
            return value if all(by_key[key] is one for key, one in value.items()) else MappingProxyType(by_key)
    return value


def _is_personal(field: FieldInfo) -> bool:
    return any(isinstance(one, Personal) for one in field.metadata)


def _ways(model: type[BaseModel]) -> Iterator[_Way]:
    for name, field in model.model_fields.items():
        if _holds_text(field.annotation):
            if not field.is_required() and name not in _NEEDED:
                yield (name,)
            continue
        for inner in _models_in(field.annotation):
            yield from ((name, *way) for way in _ways(inner))


def _holds_text(annotation: Any) -> bool:
    return annotation is LocalizedText or any(map(_holds_text, _parts(annotation)))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in _parts(annotation):
        yield from _models_in(one)


def _parts(annotation: Any) -> tuple[Any, ...]:
    """The types that a type is made of, without those that only mark it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return arguments[:1]
    is_group = origin in (Union, UnionType, tuple) or (isinstance(origin, type) and issubclass(origin, Mapping))
    return arguments if is_group else ()
