"""Finding the tables of the contract in a workbook: by their machine headers, wherever these have been moved to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.findings import Finder
from stratbuild.exchange.values import NOTHING
from stratbuild.exchange.workbook_faults import CELLS_MERGED, WORKBOOK_COLUMN_UNCLEAR, WORKBOOK_TABLE_UNCLEAR
from stratbuild.quantity import Refusal
from stratbuild.quantity.human import human_id
from stratbuild.render.edited.workbook import EditedCell, EditedRow, EditedSheet, EditedWorkbook
from stratbuild.render.workbook import Area
from stratbuild.render.workbook_contract import END_MARK, NO_ROW, TABLE_MARK, BaseTable, Contract, EditableColumn, NewRows

_SHOWN = 5


@dataclass(frozen=True)
class FoundTable:
    """A table of the contract, the sheet on which it stands now, and the places of its columns there."""

    base: BaseTable
    sheet: EditedSheet
    header_row: int
    mark_column: int
    places: Mapping[str, int]
    """By the key of a column: its place."""

    def columns(self) -> Iterator[EditableColumn]:
        """The columns of the contract that were found."""
        return (column for key, column in self.base.columns.items() if key in self.places)

    def cell(self, row: EditedRow, column: EditableColumn) -> EditedCell | None:
        """The cell of a column on a row, where it holds something."""
        return row.cells.get(self.places[column.key])

    def place(self, row: EditedRow, column: EditableColumn | None = None) -> str:
        """How the cell of a column, or of the row's key, is called in messages."""
        return self.sheet.place(row.number, self.mark_column if column is None else self.places[column.key])


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row below a machine header and the text of its key; nothing in it where the cell is empty."""

    row: EditedRow
    key: str


def find_tables(workbook: EditedWorkbook, contract: Contract, finder: Finder) -> tuple[list[FoundTable], list[Diagnostic]]:
    """Every table of the contract that can be read without doubt, and why the others cannot."""
    headers = list(_headers(workbook))
    found: list[FoundTable] = []
    diagnostics: list[Diagnostic] = []
    for table in contract.tables.values():
        of_table = [(sheet, row, column) for sheet, row, column, key in headers if key == table.key]
        if len(of_table) != 1:
            cells = tuple(sheet.place(row, column) for sheet, row, column in of_table[:_SHOWN])
            diagnostics.append(finder(WORKBOOK_TABLE_UNCLEAR, sheet=table.sheet, table=table.key, cells=cells or ("—",)))
            continue
        read, wrong = _table(table, of_table[0], finder)
        diagnostics += wrong
        if not wrong:
            found.append(read)
    return found, diagnostics


def rows_of(table: FoundTable, finder: Finder) -> tuple[list[FoundRow], list[Diagnostic]]:
    """The rows below the header that people see, down to the end of the table, in the order in which they stand.

    Sums and headings are left out. A key that the spreadsheet has turned into something else is a finding.
    """
    rows: list[FoundRow] = []
    diagnostics: list[Diagnostic] = []
    for number in sorted(one for one in table.sheet.rows if one > table.header_row):
        row = table.sheet.rows[number]
        mark = row.cells.get(table.mark_column)
        text = mark.value.strip() if mark is not None and isinstance(mark.value, str) else NOTHING
        if text.startswith(TABLE_MARK) or text == END_MARK:
            break
        is_seen_header = number == table.header_row + 1 and text not in table.base.rows
        if is_seen_header or text == NO_ROW:
            continue
        try:
            key = _key(mark, table.base)
        except Refusal as refusal:
            diagnostics.append(finder.refused(table.place(row), refusal))
            continue
        rows.append(FoundRow(row, key))
    # Where every row is there and none can be added, what stands below is none of the table's.
    is_complete = table.base.new_rows is NewRows.REFUSED and table.base.rows.keys() <= {row.key for row in rows}
    return rows, [] if is_complete else diagnostics


def _headers(workbook: EditedWorkbook) -> Iterator[tuple[EditedSheet, int, int, str]]:
    for sheet in workbook.sheets.values():
        for cell in sheet.cells():
            if isinstance(cell.value, str) and cell.value.startswith(TABLE_MARK) and cell.value != END_MARK:
                yield sheet, cell.row, cell.column, cell.value.removeprefix(TABLE_MARK)


def _table(base: BaseTable, header: tuple[EditedSheet, int, int], finder: Finder) -> tuple[FoundTable, list[Diagnostic]]:
    sheet, header_row, mark_column = header
    by_key: dict[str, list[int]] = {}
    for cell in sheet.rows[header_row].cells.values():
        if isinstance(cell.value, str) and cell.column != mark_column:
            by_key.setdefault(cell.value.strip(), []).append(cell.column)
    places = {key: by_key[key][0] for key in base.columns if len(by_key.get(key, ())) == 1}
    found = FoundTable(base, sheet, header_row, mark_column, places)
    wrong = [
        finder(
            WORKBOOK_COLUMN_UNCLEAR,
            sheet=sheet.name,
            column=key,
            cells=tuple(sheet.place(header_row, column) for column in by_key.get(key, ())) or ("—",),
        )
        for key in base.columns
        if key not in places
    ]
    merged = [area for area in sheet.merged if not wrong and _touches(found, area)]
    if merged:
        cells = (*(f"{sheet.name}!{area}" for area in merged[:_SHOWN]), *(("…",) if len(merged) > _SHOWN else ()))
        wrong.append(finder(CELLS_MERGED, cells=cells))
    return found, wrong


def _touches(table: FoundTable, area: Area) -> bool:
    """Whether merged cells hide cells of the table's rows that are read."""
    columns = {table.mark_column, *table.places.values()}
    rows = [number for number in table.sheet.rows if number > table.header_row + 1 and area.first_row <= number <= area.last_row]
    known = {*table.base.rows}
    is_row = any(str(table.sheet.value(number, table.mark_column) or "").strip() in known for number in rows)
    return is_row and any(area.first_column <= column <= area.last_column for column in columns)


def _key(mark: EditedCell | None, base: BaseTable) -> str:
    if mark is None:
        return NOTHING
    if isinstance(mark.value, (int, float)) and not isinstance(mark.value, bool):
        digits = f"{mark.value:.15g}"
        meant = [key for key in base.rows if key.isdecimal() and key.lstrip("0") == digits.lstrip("0")]
        if len(meant) == 1:
            return meant[0]
    return human_id(mark.value) or NOTHING
