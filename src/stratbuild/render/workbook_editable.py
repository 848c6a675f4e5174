"""A workbook that can be read back: its machine headers, and the hidden sheet with what every input held."""

from collections.abc import Mapping
from dataclasses import replace

from stratbuild.render.workbook import Cell, Kind, Row, Sheet, Style, Workbook
from stratbuild.render.workbook_contract import (
    CONTRACT_SHEET,
    TABLE_MARK,
    BaseRow,
    BaseTable,
    EditableColumn,
    EditableTable,
    base_text,
    contract_rows,
)


def machine_header(table: str, mark_column: int, columns: Mapping[int, EditableColumn]) -> Row:
    """The hidden row above a table: its mark, and the keys of its columns."""
    cells: list[Cell | None] = [None] * (max((mark_column, *columns)) + 1)
    cells[mark_column] = Cell(f"{TABLE_MARK}{table}", Kind.CODE, Style.NOTE, wrap=False)
    for place, column in columns.items():
        cells[place] = Cell(column.key, Kind.CODE, Style.NOTE, wrap=False)
    return Row(tuple(cells), hidden=True)


def with_contract(workbook: Workbook, facts: Mapping[str, str]) -> Workbook:
    """The workbook with its hidden sheet; the same one where nothing in it is read back."""
    tables = [_base(sheet, table) for sheet in workbook.sheets for table in sheet.tables]
    if not tables:
        return workbook
    rows = tuple(Row(tuple(Cell(text, wrap=False) for text in row)) for row in contract_rows(facts, tables))
    hidden = Sheet(CONTRACT_SHEET, (24, 60), rows, protected=True, hidden=True)
    return replace(workbook, sheets=(*workbook.sheets, hidden), facts=facts)


def _base(sheet: Sheet, table: EditableTable) -> BaseTable:
    rows = {}
    for offset, row in enumerate(table.rows):
        if row is None:
            continue
        cells = sheet.rows[table.first_row + offset].cells
        base = {
            column.key: base_text(cell.value, column.form)
            for place, column in table.columns.items()
            if place < len(cells) and (cell := cells[place]) is not None and cell.style is Style.INPUT and cell.formula is None
        }
        rows[row.key] = BaseRow(row.key, row.item, row.way, base)
    columns = {column.key: column for column in table.columns.values()}
    return BaseTable(table.key, sheet.name, table.collection, table.new_rows, columns, rows)
