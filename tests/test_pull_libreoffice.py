"""The round trip through LibreOffice: the sample's workbook is opened, edited and saved by it, and pulled."""

import shutil
import subprocess
from collections.abc import Mapping
from difflib import ndiff
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from libreoffice import recalculated, soffice
from stratbuild.cli import main
from stratbuild.render.workbook_reader import read_back
from workbooks import Edited, build_budget

SAMPLE = Path(__file__).parent.parent / "strategy"
_SECONDS = 180
_LIBRARY = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:{kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{kind}.dtd">\n'
_NAMES = 'xmlns:library="http://openoffice.org/2000/library"'
_MACRO = """\
Sub Run
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = "Hidden"
  opened(0).Value = True
  Dim stored(0) As New com.sun.star.beans.PropertyValue
  stored(0).Name = "FilterName"
  stored(0).Value = "Calc MS Excel 2007 XML"
  document = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, opened())
{edits}
  document.storeToURL("{target}", stored())
  document.close(True)
End Sub
"""


def typed_in_libreoffice(workbook: Path, folder: Path, cells: Mapping[tuple[str, str], float | str], *first: str) -> Path:
    """The workbook as LibreOffice saves it after these values were typed into these cells of these sheets.

    `first` are statements of its Basic that come before, with the `document` in their hands.
    """
    program = soffice()
    basic = folder / "profile" / "user" / "basic"
    target = folder / "saved" / workbook.name
    target.parent.mkdir(parents=True)
    command = [program, f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}", "--headless"]
    _run([*command, "--terminate_after_init"])  # the first start fills the profile with libraries of its own
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    typed = (
        f'  document.Sheets.getByName("{sheet}").getCellRangeByName("{cell}").{_typing(value)}'
        for (sheet, cell), value in cells.items()
    )
    edits = "\n".join((*(f"  {statement}" for statement in first), *typed))
    macro = _MACRO.format(source=workbook.resolve().as_uri(), target=target.resolve().as_uri(), edits=edits)
    module = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">'
        f"{escape(macro)}</script:module>\n"
    )
    library = f'<library:library {_NAMES} library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    files = {
        "script.xlc": _LIBRARY.format(kind="libraries")
        + f'<library:libraries {_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
        'library:link="false"/></library:libraries>\n',
        "Standard/script.xlb": _LIBRARY.format(kind="library")
        + f'{library}<library:element library:name="Module1"/></library:library>\n',
        "Standard/Module1.xba": module,
    }
    for name, content in files.items():
        (basic / name).write_text(content, encoding="utf-8")
    _run([*command, "macro:///Standard.Module1.Run"])
    assert target.is_file()
    return target


def test_three_cells_typed_in_libreoffice_are_three_lines_of_the_strategy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strategy = tmp_path / "strategy"
    shutil.copytree(SAMPLE, strategy)
    git = ["git", "-C", str(strategy), "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "as it was"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    workbook = build_budget(strategy, tmp_path / "build")
    places = Edited(workbook)
    changes: dict[tuple[str, str, str], float | str] = {
        ("lines", "B-NETAUDIT-TST", "unit_price"): 19250.5,
        ("lines", "B-FIBRE-AUTH", "title"): "Авторський нагляд проєктувальника, два виїзди",
        ("ceilings", "S-GEN", "ceiling_2026"): 2612345.67,
    }
    cells = {}
    for (table, row, column), value in changes.items():
        found = places.cell(table, row, column)
        cells[places.sheet(table).title, found.coordinate] = value
    saved = typed_in_libreoffice(workbook, tmp_path, cells)
    assert main(["pull", str(saved), str(strategy), "--apply"]) == 0
    assert "SB9" not in capsys.readouterr().out
    diff = subprocess.run([*git, "diff", "-U0"], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    lines = [line for line in diff.splitlines() if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}]
    assert sum(line.startswith("-") for line in lines) == 3
    assert sorted(line.lstrip("+ ") for line in lines if line.startswith("+")) == [
        "2026: 2612345.67",
        "title: Авторський нагляд проєктувальника, два виїзди",
        "unit_price: 19250.50",
    ]
    assert main(["pull", str(saved), str(strategy), "--apply"]) == 0
    again = subprocess.run([*git, "diff", "-U0"], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    assert again == diff


def test_a_workbook_that_libreoffice_only_saved_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = build_budget(SAMPLE, tmp_path / "build")
    saved = typed_in_libreoffice(workbook, tmp_path, {})
    assert main(["pull", str(saved), str(SAMPLE), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "changes nothing" in said
    assert "SB9" not in said


def _typing(value: float | str) -> str:
    return f'setString("{value}")' if isinstance(value, str) else f"setValue({value!r})"


def _run(command: list[str]) -> None:
    subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)


def test_a_row_inserted_in_libreoffice_becomes_a_line_and_breaks_no_sum(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strategy = tmp_path / "strategy"
    shutil.copytree(SAMPLE, strategy)
    workbook = build_budget(strategy, tmp_path / "build")
    places = Edited(workbook)
    above = places.cell("lines", "B-NETAUDIT-TST", "title")
    sheet, row = places.sheet("lines").title, above.row + 1
    columns = {key: places.cell("lines", "B-NETAUDIT-SRV", key).column_letter for key in ("title", "measure", "amounts_2025")}
    cells: dict[tuple[str, str], float | str] = {
        (sheet, f"{columns['title']}{row}"): "Перевезення вимірювальних приладів",
        (sheet, f"{columns['measure']}{row}"): "M-NETAUDIT",
        (sheet, f"{columns['amounts_2025']}{row}"): 1234.5,
    }
    insert = (
        f'document.Sheets.getByName("{sheet}").unprotect("")',
        (f'document.Sheets.getByName("{sheet}").Rows.insertByIndex({row - 1}, 1)'),
    )
    saved = typed_in_libreoffice(workbook, tmp_path, cells, *insert)
    stored, as_built = read_back(recalculated(saved, tmp_path / "office")), read_back(workbook)
    assert stored.named("check_total") == 0
    assert stored.money("lines_total") == as_built.money("lines_total")
    assert len(stored.area("line_id")) == len(as_built.area("line_id")) + 1
    before = (strategy / "budget" / "infrastructure.yaml").read_text(encoding="utf-8").splitlines()
    assert main(["pull", str(saved), str(strategy), "--apply"]) == 0
    assert "1 234,50" in capsys.readouterr().out.replace("\u00a0", " ")
    after = (strategy / "budget" / "infrastructure.yaml").read_text(encoding="utf-8").splitlines()
    changed = list(ndiff(before, after))
    assert [line for line in changed if line.startswith("- ")] == []
    added = [line.removeprefix("+ ").strip() for line in changed if line.startswith("+ ")]
    assert [line for line in added if not line.startswith("- id: B-NETAUDIT-")] == [
        "",
        "measure: M-NETAUDIT",
        "title: Перевезення вимірювальних приладів",
        "amounts: {2025: 1234.50}",
    ]
