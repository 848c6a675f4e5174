"""Numbers that somebody typed over sums outside of the inputs: told of, and never read.

Where the sum of one neighbour, copied past a number, is that of the neighbour on the other side, the number stands
where a sum stood; that holds however rows were sorted or columns inserted. Other formulas may well have constants
between them: of what a scenario changes, for example.
"""

from collections.abc import Iterator, Sequence

from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.cell_faults import SUM_TYPED_OVER
from stratbuild.exchange.findings import Finder
from stratbuild.exchange.known_rows import ReadTable
from stratbuild.render.edited.cells import copied_formula
from stratbuild.render.edited.workbook import EditedCell, EditedSheet, EditedWorkbook
from stratbuild.render.workbook import address

_AXES = ((1, 0), (0, 1))
_SUMS = ("SUM(", "SUMIF(", "SUMIFS(", "SUMPRODUCT(", "SUBTOTAL(")


def of_typed_over(workbook: EditedWorkbook, tables: Sequence[ReadTable], finder: Finder) -> Iterator[Diagnostic]:
    """The findings of all sheets, but for the columns of the tables, in which every cell is judged by itself."""
    for sheet in workbook.sheets.values():
        judged = {
            (row.row.number, place)
            for one in tables
            if one.table.sheet is sheet
            for row in one.rows
            for place in one.table.places.values()
        }
        for cell in sheet.cells():
            if _is_number(cell) and (cell.row, cell.column) not in judged and _stands_for_a_sum(sheet, cell):
                yield finder(SUM_TYPED_OVER, cell=sheet.place(cell.row, cell.column), value=f"{cell.value}")


def _is_number(cell: EditedCell) -> bool:
    return cell.formula is None and isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)


def _stands_for_a_sum(sheet: EditedSheet, cell: EditedCell) -> bool:
    for down, right in _AXES:
        before = sheet.cell(cell.row - down, cell.column - right)
        after = sheet.cell(cell.row + down, cell.column + right)
        if before is None or after is None or not (before.formula or "").upper().startswith(_SUMS):
            continue
        places = address(before.row, before.column), address(after.row, after.column)
        if copied_formula(before.formula or "", *places) == after.formula:
            return True
    return False
