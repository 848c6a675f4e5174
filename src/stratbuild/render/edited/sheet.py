"""Reads one sheet in one pass: values and formulas side by side, what is hidden, merged and filtered.

Only cells that hold something are kept, so that a cell in the last corner costs no more than one in the first.
"""

import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from stratbuild.quantity.human import CellValue
from stratbuild.render.edited.cells import copied_formula, is_date, iso_moment, moment
from stratbuild.render.edited.package import Package, SheetPart, is_true, text_of, unescaped
from stratbuild.render.edited.workbook import LAST_COLUMN, LAST_ROW, EditedCell, EditedRow, EditedSheet, place_of
from stratbuild.render.openxml import Element
from stratbuild.render.workbook import Area, address

MOST_EMPTY_ROWS = 1_000
"""After so many empty rows nothing more is read from a sheet."""
MOST_CELLS = 500_000
"""The most cells that are read from a sheet."""

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""Those of the transitional and of the strict form."""
_ROWS, _MERGED, _COLUMNS, _FILTERS, _SHEETS = (
    frozenset(f"{{{space}}}{name}" for space in _NAMESPACES) for name in ("row", "mergeCell", "col", "autoFilter", "worksheet")
)
_ROWS_KEPT = 1_000
"""How many rows that were read stay in memory before they are dropped together, which is faster than one by one."""
_INDEX = re.compile(r"[0-9]{1,9}", re.ASCII)
_INTEGER = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?", re.ASCII)
_ERROR = re.compile(r"#[^\s]{1,30}")
_LONGEST_NUMBER = 400


class SheetDamaged(Exception):
    """A cell or a setting that no spreadsheet wrote, by its address."""


@dataclass
class _Reading:
    """What has been read of a sheet so far."""

    package: Package
    dates: Mapping[str, bool]
    rows: dict[int, EditedRow] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    filtered: Area | None = None
    filters: int = 0
    shared: dict[str, tuple[str, str]] = field(default_factory=dict)
    row: int = -1
    """The last row seen, from 0."""
    last_full: int = -1
    """The last row that holds something."""
    cells: int = 0
    left_out: str | None = None
    """The first cell that was not read."""


def read_sheet(part: SheetPart, contents: bytes, package: Package) -> tuple[EditedSheet, str | None]:
    """The sheet, and the address of the first cell that lies too far to be read; anything wrong is `SheetDamaged`."""
    reading = _Reading(package, {pattern: is_date(pattern) for pattern in set(package.formats)})
    walk = etree.iterparse(
        io.BytesIO(contents),
        events=("end",),
        tag=(*_ROWS, *_MERGED, *_COLUMNS, *_FILTERS),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
    )
    kept = 0
    try:
        for _, element in walk:
            if element.tag not in _ROWS:
                _take_setting(reading, element)
                continue
            _take_row(reading, element)
            element.clear()
            kept += 1
            if kept == _ROWS_KEPT:
                kept = 0
                _drop_rows(element)
    except etree.XMLSyntaxError:
        raise SheetDamaged(address(max(reading.row, 0), 0)) from None
    if walk.root.tag not in _SHEETS:
        raise SheetDamaged("A1")
    sheet = EditedSheet(
        name=part.name,
        rows=reading.rows,
        hidden=part.hidden,
        hidden_rows=tuple(reading.hidden_rows),
        hidden_columns=tuple(reading.hidden_columns),
        merged=tuple(reading.merged),
        filtered=reading.filtered,
        filters=reading.filters,
        names=part.names,
    )
    return sheet, reading.left_out


def _drop_rows(last: Element) -> None:
    parent = last.getparent()
    if parent is not None:
        del parent[:-1]


def _take_setting(reading: _Reading, element: Element) -> None:
    parent = element.getparent()
    if element.tag in _MERGED:
        reading.merged.append(_area(element.get("ref", "")))
    elif element.tag in _COLUMNS:
        first, last = (_counted(element.get(side, ""), LAST_COLUMN) for side in ("min", "max"))
        if is_true(element.get("hidden")) or element.get("width") == "0":
            reading.hidden_columns.append((first - 1, last - 1))
    elif parent is not None and parent.tag in _SHEETS:
        reading.filtered = _area(element.get("ref", ""))
        reading.filters = len(element.findall("{*}filterColumn"))


def _take_row(reading: _Reading, element: Element) -> None:
    number = element.get("r")
    row = reading.row + 1 if number is None else _counted(number, LAST_ROW) - 1
    if row <= reading.row:
        raise SheetDamaged(address(max(row, 0), 0))
    reading.row = row
    if not len(element) or reading.left_out is not None:
        return
    cells: dict[int, EditedCell] = {}
    column = -1
    for one in element.iterchildren("{*}c"):
        column = _column(one, row, column)
        cell = _cell(reading, one, row, column)
        if cell is not None:
            cells[column] = cell
    if not cells:
        return
    reading.cells += len(cells)
    if row - reading.last_full - 1 > MOST_EMPTY_ROWS or reading.cells > MOST_CELLS:
        reading.left_out = address(row, next(iter(cells)))
        return
    hidden = is_true(element.get("hidden")) or element.get("ht") == "0"
    reading.last_full = row
    reading.rows[row] = EditedRow(row, cells, hidden)
    if hidden:
        reading.hidden_rows.append(row)


def _column(cell: Element, row: int, before: int) -> int:
    """The column of a cell: as it says itself, in this row and further right than the one before."""
    written = cell.get("r")
    if written is None:
        column = before + 1
    else:
        place = place_of(written)
        if place is None or place[0] != row:
            raise SheetDamaged(written[:20])
        column = place[1]
    if not before < column < LAST_COLUMN:
        raise SheetDamaged(address(row, max(before, 0)))
    return column


def _cell(reading: _Reading, cell: Element, row: int, column: int) -> EditedCell | None:
    """A cell that holds a value or a formula; nothing for one that only has a look."""
    if not len(cell):
        return None
    place = address(row, column)
    pattern = _pattern(reading.package.formats, cell.get("s"), place)
    kind = cell.get("t", "n")
    value = _value(reading, cell, kind, pattern, place)
    formula = _formula(reading.shared, cell.find("{*}f"), place)
    if value is None and formula is None:
        return None
    return EditedCell(row, column, value, formula, pattern, is_error=kind == "e")


def _pattern(formats: Sequence[str], style: str | None, place: str) -> str:
    if style is None or (style == "0" and not formats):
        return formats[0] if formats else "General"
    if not _INDEX.fullmatch(style) or int(style) >= len(formats):
        raise SheetDamaged(place)
    return formats[int(style)]


def _value(reading: _Reading, cell: Element, kind: str, pattern: str, place: str) -> CellValue:
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return None if inline is None else text_of(inline) or None
    text = cell.findtext("{*}v")
    if not text:
        return None
    match kind:
        case "s":
            if not _INDEX.fullmatch(text.strip()) or int(text) >= len(reading.package.texts):
                raise SheetDamaged(place)
            return reading.package.texts[int(text)] or None
        case "str":
            return unescaped(text)
        case "n":
            number = _number(text.strip(), place)
            is_moment = reading.dates.get(pattern, False)
            found = moment(number, pattern, from_1904=reading.package.from_1904) if is_moment else None
            return number if found is None else found
        case "b" if text.strip() in {"0", "1", "true", "false"}:
            return is_true(text)
        case "e" if _ERROR.fullmatch(text):
            return text
        case "d":
            day = iso_moment(text.strip())
            if day is not None:
                return day
    raise SheetDamaged(place)


def _number(text: str, place: str) -> int | float:
    """Whole numbers of up to 15 digits as they are; everything else as the float that the spreadsheet has."""
    if _INTEGER.fullmatch(text):
        return int(text)
    if len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        number = float(text)
        if math.isfinite(number):
            return number
    raise SheetDamaged(place)


def _formula(shared: dict[str, tuple[str, str]], formula: Element | None, place: str) -> str | None:
    """The formula of a cell; one that was copied down is spelled out for its own place."""
    if formula is None:
        return None
    text, key = unescaped(formula.text or ""), formula.get("si")
    if formula.get("t") != "shared" or key is None:
        return text
    if text:
        shared[key] = (text, place)
        return text
    if key not in shared:
        raise SheetDamaged(place)
    copied = copied_formula(*shared[key], place)
    if copied is None:
        raise SheetDamaged(place)
    return copied


def _area(text: str) -> Area:
    ends = [place_of(end) for end in text.replace("$", "").split(":")]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None or last[0] < first[0] or last[1] < first[1]:
        raise SheetDamaged(text[:20])
    return Area(*first, *last)


def _counted(text: str, largest: int) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= 7 and 1 <= int(text) <= largest:
        return int(text)
    raise SheetDamaged(text[:20])
