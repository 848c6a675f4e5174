"""Which fields of which kinds hold ids of other items, read once from the types of the schema."""

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from stratbuild.schema.base import Entity, Reference
from stratbuild.schema.strategy import StrategySettings
from stratbuild.strategy.walk import Finder, Way, walk

Named = tuple[Way, tuple[str, ...], str]
"""The way to a reference inside its item, the lists of which one must hold it, and the id that is named."""


def references(item: Entity | StrategySettings) -> Iterator[Named]:
    """Every id that an item or the settings name in a field declared as a reference, in the order of its fields."""
    return walk(item, _reference)


def _reference(annotation: Any) -> Finder | None:
    if get_origin(annotation) is not Annotated:
        return None
    collections = next((one.collections for one in get_args(annotation)[1:] if isinstance(one, Reference)), None)
    return None if collections is None else lambda id_, way: iter(((way, collections, id_),))
