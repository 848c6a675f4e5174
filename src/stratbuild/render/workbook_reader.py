"""Reads a workbook back by openpyxl: the stored values as any reader sees them, compared with what was meant."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from stratbuild.quantity import Money
from stratbuild.render.workbook import Cell, Kind, Sheet, Workbook, address

_NAMED_CELL = re.compile(r"'?(?P<sheet>.+?)'?!(?P<cells>\$?[A-Z]+\$?[0-9]+(?::\$?[A-Z]+\$?[0-9]+)?)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class StoredValues:
    """What is stored in a workbook: by sheet the rows of values, by defined name the sheet and the cells."""

    sheets: Mapping[str, tuple[tuple[Any, ...], ...]]
    names: Mapping[str, str]

    def named(self, name: str) -> Any:
        """The stored value of the single cell that a defined name leads to."""
        return self.area(name)[0][0]

    def area(self, name: str) -> tuple[tuple[Any, ...], ...]:
        """The stored values of the cells that a defined name leads to."""
        found = _NAMED_CELL.fullmatch(self.names[name])
        if found is None:
            raise KeyError(name)
        rows = self.sheets[found["sheet"].replace("''", "'")]
        bounds = range_boundaries(found["cells"].replace("$", ""))
        first_column, first_row, last_column, last_row = (bound or 1 for bound in bounds)
        return tuple(row[first_column - 1 : last_column] for row in rows[first_row - 1 : last_row])

    def money(self, name: str) -> Money:
        """The stored sum of a named cell, rounded to the hundredth as it is shown."""
        return stored_money(self.named(name))


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A cell in which something else is stored than was meant."""

    sheet: str
    cell: str
    meant: object
    stored: object


def read_back(path: Path) -> StoredValues:
    """Every stored value of a workbook. A file that is no workbook is a `ValueError`."""
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except (BadZipFile, KeyError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    try:
        sheets = {name: tuple(book[name].iter_rows(values_only=True)) for name in book.sheetnames}
        names = {name: defined.attr_text for name, defined in book.defined_names.items()}
    finally:
        book.close()
    return StoredValues(sheets, names)


def verify_workbook(path: Path, workbook: Workbook) -> tuple[Mismatch, ...]:
    """Compare what is stored with the description, cell by cell, formulas too; nothing is found in a sound workbook."""
    stored = read_back(path)
    meant_names = [sheet.name for sheet in workbook.sheets]
    if list(stored.sheets) != meant_names:
        return (Mismatch("", "", meant_names, list(stored.sheets)),)
    missing = [Mismatch("", name, name, None) for name in workbook.names if name not in stored.names]
    values = (one for sheet in workbook.sheets for one in _compared(sheet, stored.sheets[sheet.name]))
    return (*missing, *values, *_typed_over(path, workbook))


def _typed_over(path: Path, workbook: Workbook) -> Iterator[Mismatch]:
    """The cells that were meant to be formulas and hold a value only, however right it is."""
    book = load_workbook(path, read_only=True, keep_links=False)
    try:
        for sheet in workbook.sheets:
            rows = tuple(book[sheet.name].iter_rows(values_only=True))
            for number, row in enumerate(sheet.rows):
                for column, cell in enumerate(row.cells):
                    if cell is not None and cell.formula is not None and not str(rows[number][column]).startswith("="):
                        yield Mismatch(sheet.name, address(number, column), f"={cell.formula}", rows[number][column])
    finally:
        book.close()


def stored_money(stored: object) -> Money:
    """A stored number as a sum, rounded to the hundredth."""
    rounded = Decimal(repr(stored)).quantize(_HUNDREDTH, ROUND_HALF_UP)
    return Money(int(rounded.scaleb(2)))


def _compared(sheet: Sheet, stored: tuple[tuple[Any, ...], ...]) -> Iterator[Mismatch]:
    for number, row in enumerate(sheet.rows):
        values = stored[number] if number < len(stored) else ()
        for column, cell in enumerate(row.cells):
            value = values[column] if column < len(values) else None
            if not _same(cell, value):
                yield Mismatch(sheet.name, address(number, column), cell.value if cell else None, value)


def _same(cell: Cell | None, stored: Any) -> bool:
    meant = None if cell is None else cell.value
    match meant:
        case None | "":
            return stored is None or stored == ""
        case str():
            return isinstance(stored, str) and stored == _as_read(meant)
        case Money():
            return _is_number(stored) and stored_money(stored) == meant
        case date():
            return isinstance(stored, datetime) and stored.date() == meant
    if cell is not None and cell.kind is Kind.SHARE:
        return _is_number(stored) and abs(Decimal(repr(stored)) - meant) < Decimal("1e-12")
    return _is_number(stored) and Decimal(repr(stored)) == meant


def _is_number(stored: object) -> bool:
    return isinstance(stored, (int, float)) and not isinstance(stored, bool)


def _as_read(text: str) -> str:
    """A text as the reading library gives it back: control characters, and what looks like them, in the file's escapes."""
    if "\r" not in text and "_x" not in text and not _CONTROL.search(text):
        return text
    escaped = re.sub(r"_x[0-9A-Fa-f]{4}_", lambda found: f"_x005F{found[0]}", text)
    return _CONTROL.sub(lambda sign: f"_x{ord(sign[0]):04X}_", escaped).replace("x005F_", "")
