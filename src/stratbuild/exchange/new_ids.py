"""Ids of new items: made from that of their measure, and never one that is or was in use."""

from collections.abc import Iterable

from stratbuild.exchange.context import Context
from stratbuild.exchange.proposal import Fields
from stratbuild.schema.budget_line import BudgetLine

_PREFIX = BudgetLine.example_id.partition("-")[0]
_MOST_PARTS = 3
"""How many parts of the measure's id are taken over, so that with a number there are no more than an id may have."""


class Ids:
    """Every id that is in use: those of the strategy, those that the workbook knows, those made meanwhile."""

    def __init__(self, used: Iterable[str], known: Iterable[str]) -> None:
        self._used = {one.casefold() for one in (*used, *known)}
        self._known = set(known)
        self._matched: set[str] = set()

    def __contains__(self, id_: str) -> bool:
        return id_.casefold() in self._used

    def take(self, id_: str) -> None:
        """Note that an id is in use from now on."""
        self._used.add(id_.casefold())

    def made_from(self, measure: str) -> str:
        """A new id of a line of a measure: `B-WIFI-1` for `M-WIFI`."""
        stem = "-".join((_PREFIX, *measure.split("-")[1 : 1 + _MOST_PARTS]))
        number = 1
        while f"{stem}-{number}" in self:
            number += 1
        self.take(f"{stem}-{number}")
        return f"{stem}-{number}"

    def same_item(self, context: Context, collection: str, fields: Fields) -> str | None:
        """An item of the strategy that says just what a new row does and came after the workbook was written, if any.

        So a workbook that is read a second time adds nothing. Each such item stands for one row only.
        """
        for id_ in context.strategy.items[collection]:
            if id_ in self._known or id_ in self._matched:
                continue
            if all(context.ours(collection, id_, way, form) == text for way, (text, form) in fields.items()):
                self._matched.add(id_)
                return id_
        return None
