"""A workbook before it is written: sheets of typed cells, every formula with the value that it must give."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from stratbuild.quantity import Money
from stratbuild.render.workbook_contract import EditableTable

LONGEST_TEXT = 32_767
"""The most characters that a cell holds, in units of UTF-16."""
LONGEST_SHEET_NAME = 31
_FORBIDDEN_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_DEFINED_NAME = re.compile(r"[a-z]+(?:_[a-z0-9]+)+", re.ASCII)

Value = str | Money | Decimal | int | date | None


class Kind(StrEnum):
    """How a cell's value is shown: as text, as a sum to the hundredth, as a number with its own decimals."""

    TEXT = "text"
    CODE = "code"
    MONEY = "money"
    NUMBER = "number"
    WHOLE = "whole"
    SHARE = "share"
    DATE = "date"
    YEAR = "year"


class Style(StrEnum):
    """What a cell is for. An input is what a person may change; it is marked and never locked."""

    PLAIN = "plain"
    INPUT = "input"
    NOTE = "note"
    TITLE = "title"
    HEADER = "header"
    HEADING = "heading"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    BAR = "bar"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. With a formula, the value is its result; without one, the value is what was entered."""

    value: Value = None
    kind: Kind = Kind.TEXT
    style: Style = Style.PLAIN
    formula: str | None = None
    """Without the equals sign, in the English spelling of functions."""
    pattern: str | None = None
    """A number format instead of the kind's own."""
    wrap: bool = True
    """Whether a long text breaks into lines; otherwise it runs over the empty cells beside it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells from the first column on; nothing stands for an empty cell."""

    cells: tuple[Cell | None, ...]
    level: int = 0
    """The level of the outline, 0 to 7: a row belongs to the nearest row above of a lower level."""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, rows and columns counted from 0, the last ones included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __str__(self) -> str:
        first, last = address(self.first_row, self.first_column), address(self.last_row, self.last_column)
        return first if first == last else f"{first}:{last}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells whose value should be one of a named range; another value is warned of, not refused."""

    area: Area
    source: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Alert:
    """Cells that turn red under a condition: `<`, `!=` or `==` a number."""

    area: Area
    operator: str
    value: int


class Look(StrEnum):
    """How cells look while a condition holds; each also differs from the others without colour."""

    BAR = "bar"
    CRITICAL_BAR = "critical bar"
    MILESTONE = "milestone"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Highlight:
    """Cells that look otherwise while a formula is true; the formula is that of the area's first cell."""

    area: Area
    formula: str
    look: Look


class ChartKind(StrEnum):
    """The kind of a chart."""

    STACKED_COLUMNS = "stacked columns"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart, by the cells of its name, its categories and its values."""

    sheet: str
    name: Area
    categories: Area
    values: Area


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart over cells of the workbook."""

    kind: ChartKind
    title: str
    description: str
    """What it shows, for those who cannot see it."""
    value_axis: str
    series: tuple[Series, ...]
    at: tuple[int, int]
    """The row and the column of its upper left corner."""
    size: tuple[int, int] = (960, 400)
    """Width and height in pixels."""
    number_pattern: str = "#,##0"


@dataclass(frozen=True)
class Sheet:
    """One sheet, its print set-up included: A4, landscape, as wide as the page unless it says otherwise."""

    name: str
    widths: tuple[float, ...]
    """The width of every column in characters."""
    rows: tuple[Row, ...]
    frozen: tuple[int, int] = (0, 0)
    """How many rows and columns stay in sight."""
    repeated: tuple[int, int] | None = None
    """The first and the last row that every printed page repeats."""
    filtered: Area | None = None
    protected: bool = False
    """Whether what is no input is locked, without a password."""
    choices: tuple[Choice, ...] = ()
    alerts: tuple[Alert, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    merged: tuple[Area, ...] = ()
    """Cells that are one; what stands in it is that of the first."""
    charts: tuple[Chart, ...] = ()
    portrait: bool = False
    printed_columns: tuple[int, int] | None = None
    """The first and the last column that are printed; all of them where nothing is said."""
    unlocked: Area | None = None
    """Cells that stay free on a protected sheet whatever they are, so that their rows can be sorted, added and deleted."""
    tables: tuple[EditableTable, ...] = ()
    """The tables whose inputs the program reads back."""
    folded_columns: tuple[tuple[int, int], ...] = ()
    """Groups of columns, first and last, that a person can fold away."""
    hidden: bool = False


@dataclass(frozen=True)
class Workbook:
    """A whole workbook in one language. Names lead to areas; formulas read better with them."""

    path: str
    """Below the output folder: `budget.xlsx`, ASCII only."""
    title: str
    author: str
    sheets: tuple[Sheet, ...]
    names: Mapping[str, tuple[str, Area]] = field(default_factory=dict)
    """By defined name: the sheet and the area, `amt_2026` to the amounts of a year."""
    date_pattern: str = "yyyy-mm-dd"
    page_footer: str = "&P / &N"
    """Page number and number of pages, in the workbook's language."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the workbook says of itself to the program, as document properties; nothing where it is not read back."""

    def __post_init__(self) -> None:
        names = [sheet.name for sheet in self.sheets]
        if sheet_names(names) != tuple(names):
            raise SheetNameRefused(names)
        for name in self.names:
            if not is_defined_name(name):
                raise DefinedNameRefused(name)


class WorkbookRefused(ValueError):
    """A description that no workbook can hold."""


class SheetNameRefused(WorkbookRefused):
    """Names of sheets that are too long, hold forbidden signs, or are equal but for their case."""


class DefinedNameRefused(WorkbookRefused):
    """A defined name that a spreadsheet would take for an address, or that is no plain Latin name."""


class CellNotWritten(WorkbookRefused):
    """A cell, name or setting that the writing library refused, with its return code."""


def sheet_names(wanted: Sequence[str]) -> tuple[str, ...]:
    """Names that a workbook accepts: at most 31 characters, no forbidden signs, each once whatever its case."""
    found: list[str] = []
    used: set[str] = set()
    for name in wanted:
        plain = _FORBIDDEN_IN_SHEET_NAMES.sub(" ", name).strip().strip("'").strip() or "-"
        unique, number = plain[:LONGEST_SHEET_NAME].rstrip(), 1
        while unique.casefold() in used or unique.casefold() == "history":
            number += 1
            ending = f" ({number})"
            unique = plain[: LONGEST_SHEET_NAME - len(ending)].rstrip() + ending
        used.add(unique.casefold())
        found.append(unique)
    return tuple(found)


def is_defined_name(name: str) -> bool:
    """Whether a name is safe everywhere: Latin, and with an underscore, so that it is never an address."""
    return len(name) <= 255 and _DEFINED_NAME.fullmatch(name) is not None


@cache
def letters(column: int) -> str:
    """The letters of a column counted from 0: `A`, `Z`, `AA`."""
    found = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def address(row: int, column: int, *, row_fixed: bool = False, column_fixed: bool = False) -> str:
    """The address of a cell, rows and columns counted from 0: `B5`, `$B5`, `B$5`."""
    return f"{'$' if column_fixed else ''}{letters(column)}{'$' if row_fixed else ''}{row + 1}"


def absolute(sheet: str, area: Area) -> str:
    """An area with its sheet, as names and charts want it: `'Рядки'!$A$5:$A$120`."""
    ends = [(area.first_row, area.first_column), (area.last_row, area.last_column)]
    first, last = (address(row, column, row_fixed=True, column_fixed=True) for row, column in ends)
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{first}" + ("" if first == last else f":{last}")


def padded(cells: Iterable[Cell | None], width: int, filler: Cell | None = None) -> tuple[Cell | None, ...]:
    """Cells filled up to a width, so that a row's colour runs to its end."""
    found = tuple(cells)
    return found + (filler,) * (width - len(found))
