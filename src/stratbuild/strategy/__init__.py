"""The linked strategy: all entities by id, references resolved once, a place for every field."""

from stratbuild.strategy.link import circle, link
from stratbuild.strategy.strategy import Origin, Strategy

__all__ = ["Origin", "Strategy", "circle", "link"]
