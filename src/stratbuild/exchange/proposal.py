"""What an edited workbook asks for: every change with the three states that it was judged by. Nothing here writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from stratbuild.diagnostics import Diagnostic, has_errors
from stratbuild.render.edited.workbook import ReviewNote
from stratbuild.render.workbook_contract import Form

Fields: TypeAlias = Mapping[tuple[str, ...], tuple[str, Form]]
"""By way inside an item: the canonical text and its form."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What a person has agreed to beforehand."""

    removals: bool = False
    """Rows that were deleted are removed from the strategy."""
    large: bool = False
    """Sums may become more than twenty times larger."""


class Kind(StrEnum):
    """What happens to a field."""

    CHANGED = "changed"
    ADDED = "added"
    """There was nothing."""
    EMPTIED = "emptied"
    ALREADY = "already"
    """The strategy has the same value meanwhile: nothing remains to be done."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One field of one item, by the cell that asks for it."""

    collection: str
    item: str
    way: tuple[str, ...]
    form: Form
    cell: str
    kind: Kind
    base: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field, or a whole item, that was changed on both sides, each in another way."""

    collection: str
    item: str
    way: tuple[str, ...]
    form: Form
    cell: str
    base: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class NewItem:
    """A row without a counterpart in the strategy: a new item of a list."""

    collection: str
    item: str
    cell: str
    fields: Fields
    is_already_there: bool = False


@dataclass(frozen=True, slots=True)
class Removal:
    """A row that is missing: its item, or its entry of a mapping inside the item, may be removed."""

    collection: str
    item: str
    way: tuple[str, ...]
    """Empty where the whole item is meant."""
    table: str
    accepted: bool
    """Whether it is removed, or only told of."""


@dataclass(frozen=True, slots=True)
class HiddenPlace:
    """Rows, columns or a whole sheet that nobody saw who looked at the workbook; they are read all the same."""

    sheet: str
    rows: tuple[int, ...] = ()
    """As they are numbered in a spreadsheet, from 1."""
    columns: tuple[str, ...] = ()
    is_whole_sheet: bool = False


@dataclass(frozen=True)
class ProposedChange:
    """All that one edited workbook brings to one strategy."""

    facts: Mapping[str, str] = field(default_factory=dict)
    """What the workbook says of itself: revision, day, language, currency."""
    changes: Sequence[CellChange] = ()
    new: Sequence[NewItem] = ()
    removals: Sequence[Removal] = ()
    conflicts: Sequence[Conflict] = ()
    findings: Sequence[Diagnostic] = ()
    sorted_tables: Sequence[str] = ()
    """The sheets whose rows stand in another order; nothing follows from that."""
    hidden: Sequence[HiddenPlace] = ()
    review: Sequence[ReviewNote] = ()

    @property
    def wanted(self) -> Sequence[CellChange]:
        """The changes of fields that remain to be made."""
        return [one for one in self.changes if one.kind is not Kind.ALREADY]

    @property
    def is_empty(self) -> bool:
        """Whether nothing remains to be made."""
        return not (
            self.wanted or any(not one.is_already_there for one in self.new) or any(one.accepted for one in self.removals)
        )

    @property
    def is_blocked(self) -> bool:
        """Whether nothing of it may be made, because of a conflict or of something that cannot be read."""
        return bool(self.conflicts) or has_errors(self.findings)
