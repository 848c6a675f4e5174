"""What a workbook says about itself to the program that reads it back: which cells may be edited, and what they held.

Every table that people may edit has a machine header: a hidden row with the mark of the table and the keys
of its columns, so that columns may be moved and rows sorted. A hidden sheet holds the edition, the tables and,
row by row, what every editable cell held when the workbook was written: the base of a three-way comparison.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from stratbuild.quantity import Money, shown_share

CONTRACT_SHEET = "_stratbuild"
"""The name of the hidden sheet."""
CONTRACT_VERSION = "1"
TABLE_MARK = "stratbuild:"
"""A machine header begins with this and the key of its table: `stratbuild:lines`."""
END_MARK = "stratbuild:end"
"""The row after the last of a table."""
_PIECE = 15_000
NO_ROW = "#"
"""The key of a row inside a table that is none of its rows: a sum, a heading."""


class Form(StrEnum):
    """How the text of an editable cell is read."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CODE = "code"
    SUM = "sum"
    NUMBER = "number"
    SHARE = "share"
    PORTION = "portion"
    """A share of a sum, a sum, or the word for the rest."""
    INDEX = "index"
    RATE = "rate"
    ID = "id"
    """Only for new rows: an id that the row gives or names."""


class NewRows(StrEnum):
    """What a row without a key becomes."""

    REFUSED = "refused"
    ITEM = "item"
    """A new item of the list `collection`; the cells of the row are its fields."""
    ENTRY = "entry"
    """A new entry of a mapping inside the item that the column `item` names, under the key that the column `step` names."""


@dataclass(frozen=True, slots=True)
class EditableColumn:
    """One column: its key in the machine header, the way from the row's own to the field, and how its cells are read."""

    key: str
    way: tuple[str, ...]
    form: Form


@dataclass(frozen=True, slots=True)
class EditableRow:
    """One row: its key, the item that it belongs to, and the way inside the item from which its columns go on."""

    key: str
    item: str
    way: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditableTable:
    """A table of a sheet, rows and columns counted from 0. `rows` stand below each other from `first_row` on."""

    key: str
    collection: str
    header_row: int
    """The hidden row that holds the mark and the keys of the columns."""
    first_row: int
    mark_column: int
    """The column of the mark; its cells hold the keys of the rows."""
    columns: Mapping[int, EditableColumn]
    rows: tuple[EditableRow | None, ...]
    """From `first_row` on; nothing stands for a row without inputs."""
    new_rows: NewRows = NewRows.REFUSED


@dataclass(frozen=True, slots=True)
class BaseRow:
    """A row as it was written: by the key of a column, what its cell held. Columns whose cell was no input are absent."""

    key: str
    item: str
    way: tuple[str, ...]
    base: Mapping[str, str]


@dataclass(frozen=True)
class BaseTable:
    """A table as it was written."""

    key: str
    sheet: str
    collection: str
    new_rows: NewRows
    columns: Mapping[str, EditableColumn]
    rows: Mapping[str, BaseRow]


@dataclass(frozen=True)
class Contract:
    """What the hidden sheet says: the edition, and the tables by their keys."""

    facts: Mapping[str, str]
    """`community` (its code or its name), `revision`, `scenario` (empty for the strategy as written), `as_of`, `language`, `currency`."""
    tables: Mapping[str, BaseTable]


class ContractBroken(ValueError):
    """The hidden sheet is missing, of another version, or changed."""


def base_text(value: object, form: Form) -> str:
    """What is written in a strategy for the value of a cell; nothing for an empty one."""
    match value:
        case None | "":
            return ""
        case Money():
            return str(value)
        case Decimal() if form in {Form.SHARE, Form.PORTION, Form.INDEX}:
            return shown_share(value * 100)
        case Decimal():
            return f"{value:f}"
    return str(value)


def contract_rows(facts: Mapping[str, str], tables: Sequence[BaseTable]) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet: kind, then what belongs to it; the last row is the hash of all before."""
    digest = hashlib.sha256()
    for row in _rows(facts, tables):
        digest.update("\x1f".join(row).encode() + b"\x1e")
        yield row
    yield ("hash", digest.hexdigest())


def read_contract(rows: Sequence[Sequence[object]]) -> Contract:
    """The contract from the rows of the hidden sheet; `ContractBroken` where it was changed or is of another version."""
    texts = [tuple(str(cell) for cell in row if cell is not None) for row in rows]
    texts = [row for row in texts if row]
    if not texts or texts[0] != ("stratbuild", CONTRACT_VERSION):
        raise ContractBroken(texts[0][1] if texts and len(texts[0]) > 1 else "")
    digest = hashlib.sha256()
    for row in texts[:-1]:
        digest.update("\x1f".join(row).encode() + b"\x1e")
    if texts[-1] != ("hash", digest.hexdigest()):
        raise ContractBroken("hash")
    facts = {row[1]: row[2] if len(row) > 2 else "" for row in texts if row[0] == "fact"}
    tables: dict[str, BaseTable] = {}
    for row in texts:
        if row[0] == "table":
            described = json.loads("".join(row[1:]))
            columns = {key: EditableColumn(key, tuple(way), Form(form)) for key, way, form in described.pop("columns")}
            described["new_rows"] = NewRows(described["new_rows"])
            tables[described["key"]] = BaseTable(**described, columns=columns, rows={})
        elif row[0] == "row":
            table, key, item, way, base = json.loads("".join(row[1:]))
            tables[table].rows[key] = BaseRow(key, item, tuple(way), base)  # type: ignore[index]
    return Contract(facts, tables)


def _rows(facts: Mapping[str, str], tables: Sequence[BaseTable]) -> Iterator[tuple[str, ...]]:
    yield ("stratbuild", CONTRACT_VERSION)
    for name, value in facts.items():
        yield ("fact", name, value) if value else ("fact", name)
    for table in tables:
        columns = [(column.key, column.way, column.form.value) for column in table.columns.values()]
        described = {
            "key": table.key,
            "sheet": table.sheet,
            "collection": table.collection,
            "new_rows": table.new_rows.value,
            "columns": columns,
        }
        yield ("table", *_json(described))
        for row in table.rows.values():
            yield ("row", *_json((table.key, row.key, row.item, row.way, row.base)))


def _json(value: object) -> tuple[str, ...]:
    """JSON in pieces that cells hold. `_x0041_` means a sign to spreadsheets, and readers undo that once too often, so no underscore is written."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("_", "\\u005f")
    return tuple(text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
