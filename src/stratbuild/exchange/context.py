"""What every comparison needs: the strategy as it is now, the language of the workbook, what was agreed to."""

from dataclasses import dataclass

from pydantic import BaseModel

from stratbuild.diagnostics import Diagnostic, Related
from stratbuild.exchange import values
from stratbuild.exchange.findings import Finder
from stratbuild.exchange.proposal import Acceptance, Conflict
from stratbuild.exchange.workbook_faults import WORKBOOK_CONFLICT
from stratbuild.render.workbook_contract import Form
from stratbuild.schema.base import Entity
from stratbuild.schema.file import kinds
from stratbuild.strategy import Strategy

NOBODY = "—"
"""How a message shows that there is no value."""
_STRATEGY_SAYS = {"en": "the strategy says so here", "uk": "так каже стратегія"}


@dataclass(frozen=True)
class Context:
    """One strategy, one workbook, one agreement."""

    strategy: Strategy
    language: str
    """That of the workbook's texts."""
    acceptance: Acceptance
    finder: Finder

    def item(self, collection: str, id_: str) -> Entity | None:
        """An item of the strategy as it is now."""
        return self.strategy.items.get(collection, {}).get(id_)

    def ours(self, collection: str, id_: str, way: tuple[str, ...], form: Form) -> str:
        """What the strategy says now, canonically; nothing where the item is gone."""
        item = self.item(collection, id_)
        return values.NOTHING if item is None else values.ours(item, way, form, self.language, self.strategy.language)

    def conflict(self, conflict: Conflict) -> Diagnostic:
        """The finding of a conflict, with the place in the strategy."""
        item = self.item(conflict.collection, conflict.item)
        span = None if item is None else self.strategy.span(item, *conflict.way)
        states = {"base": conflict.base, "theirs": conflict.theirs, "ours": conflict.ours}
        return self.finder(
            WORKBOOK_CONFLICT,
            () if span is None else (Related(span, _STRATEGY_SAYS),),
            cell=conflict.cell,
            field=field_name(conflict.item, conflict.way),
            **{name: shown(text, conflict.form) for name, text in states.items()},
        )


def field_name(item: str, way: tuple[str, ...]) -> str:
    """A field of an item as messages name it: `B-WIFI-AP.amounts.2026`."""
    return ".".join((item, *way))


def shown(text: str, form: Form) -> object:
    """A canonical text as a fact of a message."""
    found = values.typed(text, form) if text else NOBODY
    return found if not isinstance(found, str) or len(found) <= 80 else f"{found[:79]}…"


def is_required(collection: str, way: tuple[str, ...]) -> bool:
    """Whether an item of the list cannot be without the field."""
    kind: type[BaseModel] = kinds()[collection]
    return len(way) == 1 and way[0] in kind.model_fields and kind.model_fields[way[0]].is_required()
