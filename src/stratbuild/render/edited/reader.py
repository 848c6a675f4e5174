"""Reads a workbook that a person edited: looked at first, read once, and told apart from what is damaged."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from stratbuild.diagnostics import Diagnostic, Fault, Span, Stage
from stratbuild.render.edited.comments import review_notes
from stratbuild.render.edited.faults import CELLS_OUT_OF_REACH, SHEET_DAMAGED
from stratbuild.render.edited.package import PartDamaged, package
from stratbuild.render.edited.scan import named, scan
from stratbuild.render.edited.scan_content_faults import WORKBOOK_HAS_COMMENTS, WORKBOOK_LINKS_IGNORED
from stratbuild.render.edited.scan_kind_faults import WORKBOOK_DAMAGED
from stratbuild.render.edited.sheet import MOST_EMPTY_ROWS, SheetDamaged, read_sheet
from stratbuild.render.edited.workbook import EditedSheet, EditedWorkbook
from stratbuild.render.workbook import address

_REACHES_OUT = re.compile(
    r"\b(?:WEBSERVICE|RTD|DDE|IMPORTDATA|IMPORTRANGE|SQL\.REQUEST)\(|\[[0-9]+\]|\[[^\]]+\.xl\w+\]|\w\|'", re.IGNORECASE
)


def read_edited(path: Path) -> tuple[EditedWorkbook | None, tuple[Diagnostic, ...]]:
    """The workbook, or nothing where it must not or cannot be read, and what was found; nothing is raised."""
    scanned = scan(path)
    if scanned.parts is None:
        return None, scanned.found
    try:
        workbook, left_out = _read(path.name, scanned.parts)
    except PartDamaged as damaged:
        return None, (*scanned.found, _found(path, WORKBOOK_DAMAGED, part=str(damaged)[:80] or path.name))
    except _SheetUnreadable as damaged:
        return None, (*scanned.found, _found(path, SHEET_DAMAGED, sheet=damaged.sheet, cell=damaged.cell))
    return workbook, (*scanned.found, *_notes(path, workbook, left_out))


class _SheetUnreadable(Exception):
    def __init__(self, sheet: str, cell: str) -> None:
        super().__init__(sheet)
        self.sheet, self.cell = sheet, cell


def _read(name: str, parts: Mapping[str, bytes]) -> tuple[EditedWorkbook, tuple[str, ...]]:
    """The workbook and the first cells, one a sheet, that lie too far to be read."""
    shared = package(parts)
    sheets: dict[str, EditedSheet] = {}
    left_out: list[str] = []
    for part in shared.sheets:
        if part.part not in parts:
            raise PartDamaged(part.part)
        try:
            sheets[part.name], cell = read_sheet(part, parts[part.part], shared)
        except SheetDamaged as damaged:
            raise _SheetUnreadable(part.name, str(damaged) or "A1") from None
        if cell is not None:
            left_out.append(f"{part.name}!{cell}")
    review = review_notes(parts, shared)
    workbook = EditedWorkbook(name, sheets, shared.names, shared.properties, shared.from_1904, review)
    return workbook, tuple(left_out)


def _notes(path: Path, workbook: EditedWorkbook, left_out: tuple[str, ...]) -> Iterator[Diagnostic]:
    for cell in left_out:
        yield _found(path, CELLS_OUT_OF_REACH, cell=cell, largest=MOST_EMPTY_ROWS)
    reaching = [
        f"{sheet.name}!{address(cell.row, cell.column)}"
        for sheet in workbook.sheets.values()
        for cell in sheet.cells()
        if cell.formula is not None and _REACHES_OUT.search(cell.formula)
    ]
    if reaching:
        yield _found(path, WORKBOOK_LINKS_IGNORED, places=named(reaching))
    if workbook.review:
        cells = named(f"{note.sheet}!{note.cell}" for note in workbook.review)
        yield _found(path, WORKBOOK_HAS_COMMENTS, count=len(workbook.review), cells=cells)


def _found(path: Path, fault: Fault, **facts: object) -> Diagnostic:
    return Diagnostic(fault, Span(path.as_posix()), facts, fault.severity_at(Stage.DRAFT))
