"""A workbook that a person edited, as it came back: every cell with its value and its formula, and what hides cells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stratbuild.quantity.human import CellValue
from stratbuild.render.workbook import Area, address

_REFERENCE = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!\[\]]+))!\$?(?P<first>[A-Z]{1,3}\$?[0-9]{1,7})(?::\$?(?P<last>[A-Z]{1,3}\$?[0-9]{1,7}))?",
    re.ASCII | re.IGNORECASE,
)
_CELL = re.compile(r"([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""How many rows and columns a sheet has."""


@dataclass(frozen=True, slots=True)
class EditedCell:
    """One cell that holds something. Rows and columns count from 0, as they do in `render.workbook`."""

    row: int
    column: int
    value: CellValue
    """What was typed, or what the formula gave when it was last calculated; nothing where it never was."""
    formula: str | None = None
    """Without the equals sign; nothing where the value was typed."""
    number_format: str = "General"
    is_error: bool = False
    """Whether the value is an error of the spreadsheet, `#REF!`, and not a text that looks like one."""

    @property
    def is_per_cent(self) -> bool:
        """Whether the cell shows its number in per cent, so that 0.6 is seen as 60 %."""
        return "%" in self.number_format


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row that holds something, by column the cells that do."""

    number: int
    """From 0."""
    cells: Mapping[int, EditedCell]
    hidden: bool = False


@dataclass(frozen=True)
class EditedSheet:
    """A sheet, its rows that hold something from the top down."""

    name: str
    rows: Mapping[int, EditedRow]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    """Those that hold something and are not shown, by hand or by a filter."""
    hidden_columns: tuple[tuple[int, int], ...] = ()
    """The first and the last column of every hidden stretch."""
    merged: tuple[Area, ...] = ()
    filtered: Area | None = None
    """Where an autofilter stands."""
    filters: int = 0
    """How many columns of it hide rows."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Defined names that hold in this sheet only."""

    def cell(self, row: int, column: int) -> EditedCell | None:
        """The cell at a place, where it holds something."""
        found = self.rows.get(row)
        return None if found is None else found.cells.get(column)

    def value(self, row: int, column: int) -> CellValue:
        """The value at a place, nothing where the cell is empty."""
        found = self.cell(row, column)
        return None if found is None else found.value

    def cells(self) -> Iterator[EditedCell]:
        """All cells that hold something, row by row."""
        for row in self.rows.values():
            yield from row.cells.values()

    def place(self, row: int, column: int) -> str:
        """How a cell is called in messages: `Рядки!D14`."""
        return f"{self.name}!{address(row, column)}"

    def is_column_hidden(self, column: int) -> bool:
        """Whether a column is not shown."""
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """A comment that somebody left on a cell, or an answer to one."""

    sheet: str
    cell: str
    """The address, `D14`."""
    author: str
    text: str


@dataclass(frozen=True)
class EditedWorkbook:
    """A workbook that came back. Nothing in it was calculated, run or followed."""

    name: str
    """The file's own name."""
    sheets: Mapping[str, EditedSheet]
    """In their order."""
    names: Mapping[str, str]
    """Defined names with what they refer to, `'Рядки'!$A$5:$A$120`."""
    properties: Mapping[str, str]
    """The custom properties of the document, as texts."""
    from_1904: bool
    """Whether its days count from 1904; the values are right either way."""
    review: tuple[ReviewNote, ...] = ()

    def area(self, name: str) -> tuple[str, Area] | None:
        """The sheet and the area that a defined name leads to; nothing where it is missing or leads nowhere."""
        found = area_of(self.names.get(name, ""))
        return found if found is not None and found[0] in self.sheets else None


def area_of(reference: str) -> tuple[str, Area] | None:
    """The sheet and the one area that a reference names; nothing for `#REF!`, several areas or a formula."""
    found = _REFERENCE.fullmatch(reference.removeprefix("="))
    if found is None:
        return None
    sheet = found["quoted"].replace("''", "'") if found["quoted"] else found["plain"]
    first = place_of(found["first"])
    last = place_of(found["last"]) if found["last"] else first
    if first is None or last is None:
        return None
    (top, bottom), (left, right) = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return sheet, Area(top, left, bottom, right)


def place_of(text: str) -> tuple[int, int] | None:
    """The row and the column, from 0, of an address such as `D14` or `D$14`; nothing where no sheet has such a cell."""
    found = _CELL.fullmatch(text.upper())
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    row = int(found[2])
    return (row - 1, column - 1) if row <= LAST_ROW and column <= LAST_COLUMN else None
