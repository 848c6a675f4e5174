"""LibreOffice as an independent calculator: every formula from scratch, never the stored values.

LibreOffice believes the values that are stored in a workbook unless its setting `OOXMLRecalcMode` is 0
(always); each call has a profile of its own with that setting, so that calls do not meet.
"""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Difference:
    """A formula whose stored value is not what LibreOffice computes."""

    sheet: str
    cell: str
    formula: str
    stored: object
    computed: object


def soffice() -> str:
    """The program, or the test is skipped and says why."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice (soffice) is not installed: nothing can be recalculated or laid out independently")
    return found


def recalculated(workbook: Path, folder: Path) -> Path:
    """The workbook with every formula computed from scratch, as a new file in the folder."""
    return _converted(workbook, folder, "xlsx")


def as_pdf(document: Path, folder: Path) -> Path:
    """The document as it is printed."""
    return _converted(document, folder, "pdf")


def as_slides(presentation: Path, folder: Path) -> Path:
    """The presentation laid out and written again, as a new file in the folder."""
    return _converted(presentation, folder, "pptx")


def differences(workbook: Path, recomputed: Path) -> list[Difference]:
    """Every formula whose stored value differs from the computed one: sums at two decimals, without tolerance."""
    computed, stored = _values(recomputed), _values(workbook)
    found = []
    for sheet, cell, formula in formulas(workbook):
        before, after = stored[sheet].get(cell), computed[sheet].get(cell)
        if _plain(before) != _plain(after):
            found.append(Difference(sheet, cell, formula, before, after))
    return found


def formulas(workbook: Path) -> Iterator[tuple[str, str, str]]:
    """The sheet, the address and the text of every formula."""
    book = load_workbook(workbook)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, str(cell.value)


def _values(workbook: Path) -> Mapping[str, Mapping[str, Any]]:
    book = load_workbook(workbook, data_only=True)
    return {
        sheet.title: {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
        for sheet in book.worksheets
    }


def _plain(value: object) -> object:
    """A number at two decimals (shares, which are smaller than one, at four); a text as it is, none as the empty one."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        exact = Decimal(repr(value))
        places = Decimal("0.0001") if abs(exact) < 1 else Decimal("0.01")
        return exact.quantize(places, ROUND_HALF_UP) + 0
    return value if value is not None else ""


def _converted(document: Path, folder: Path, suffix: str) -> Path:
    program = soffice()
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    made = folder / suffix
    command = [program, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--convert-to", suffix]
    done = subprocess.run(
        [*command, "--outdir", str(made), str(document)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_SECONDS,
        check=False,
    )
    found = made / f"{document.stem}.{suffix}"
    assert found.is_file(), done.stdout + done.stderr
    return found
