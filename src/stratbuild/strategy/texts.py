"""Every text that people wrote, wherever in an item it stands, read once from the types of the schema."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from stratbuild.schema.base import Entity
from stratbuild.schema.file import SETTINGS
from stratbuild.schema.strategy import StrategySettings
from stratbuild.schema.text import MAIN, LocalizedText
from stratbuild.strategy.strategy import Strategy
from stratbuild.strategy.walk import Finder, Way, walk


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
    return walk(item, _text)


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
    return owner.id if isinstance(owner, Entity) else SETTINGS


def field_name(way: Way) -> str:
    """The names in a way, joined by points; places in lists are left out, for the line says them."""
    return ".".join(step for step in way if isinstance(step, str))


def _text(annotation: Any) -> Finder | None:
    return (lambda text, way: iter(((way, text),))) if annotation is LocalizedText else None
