"""Workbooks as people, spreadsheets and enemies send them back: read exactly, or refused with a reason. W01–W25 of the hazards."""

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

import libreoffice
from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.outputs.output import outputs
from stratbuild.quantity import Money, Refusal
from stratbuild.quantity.human import (
    CellValue,
    human_code,
    human_day,
    human_id,
    human_index,
    human_money,
    human_number,
    human_share,
    human_text,
    human_year,
    is_suspiciously_large,
)
from stratbuild.render.edited.reader import read_edited
from stratbuild.render.edited.scan import scan
from stratbuild.render.edited.value_faults import BY_REASON, refused
from stratbuild.render.edited.workbook import EditedWorkbook, ReviewNote, area_of, place_of
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.workbook import Area, Workbook, address
from stratbuild.render.workbook_writer import write_workbook
from strategies import check_folder

SHEET, STRINGS, STYLES, RELATIONS = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/_rels/workbook.xml.rels",
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def small(path: Path) -> Path:
    """A workbook of one sheet: a text, a sum, a formula with its value."""
    book = xlsxwriter.Workbook(path.as_posix())
    sheet = book.add_worksheet("Рядки")
    sheet.write_string("A1", "B-WIFI")
    sheet.write_number("B1", 1200.5)
    sheet.write_formula("C1", "=B1*2", None, 2401)
    book.define_name("amt_2026", "='Рядки'!$B$1")
    book.set_custom_property("revision", "a1b2")
    book.close()
    return path


def at(year: int, month: int, day: int, hour: int = 0) -> datetime:
    return datetime(year, month, day, hour)  # noqa: DTZ001 - a cell knows no time zone


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in parts.items():
            archive.writestr(name, contents)
    return path


def changed(folder: Path, **parts: bytes | Callable[[bytes], bytes]) -> Path:
    """The small workbook with parts replaced, or added, by the keys of `PARTS`."""
    found = parts_of(small(folder / "budget.xlsx"))
    for key, contents in parts.items():
        name = PARTS.get(key, key)
        found[name] = contents(found[name]) if callable(contents) else contents
    return packed(folder / "budget.xlsx", found)


PARTS = {"sheet": SHEET, "strings": STRINGS, "styles": STYLES, "relations": RELATIONS, "workbook": "xl/workbook.xml"}


def sheet_of(rows: str, before: str = "", after: str = "") -> bytes:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def names_of(found: tuple[Diagnostic, ...]) -> list[str]:
    for one in found:
        for language in ("uk", "en"):
            texts = one.message(language, locale(language).show), one.hint(language, locale(language).show)
            assert all(texts)
            assert not re.search(r"[{}]", "".join(texts))
    return [one.fault.name for one in found]


def refusal_of(path: Path) -> str:
    """The one fault for which a workbook is refused, by the scan or by the reading."""
    workbook, found = read_edited(path)
    assert workbook is None
    (name,) = names_of(found)
    assert found[0].severity is Severity.ERROR
    assert found[0].span.path == path.as_posix()
    return name


def read(path: Path) -> EditedWorkbook:
    workbook, found = read_edited(path)
    assert workbook is not None, names_of(found)
    assert [one for one in found if one.severity is Severity.ERROR] == []
    return workbook


def facts_of(path: Path) -> Mapping[str, object]:
    return read_edited(path)[1][0].facts


def test_a_workbook_is_read_with_values_and_formulas(tmp_path: Path) -> None:
    workbook, found = read_edited(small(tmp_path / "budget.xlsx"))
    assert found == ()
    assert workbook is not None
    sheet = workbook.sheets["Рядки"]
    assert [(cell.value, cell.formula) for cell in sheet.cells()] == [("B-WIFI", None), (1200.5, None), (2401, "B1*2")]
    assert workbook.area("amt_2026") == ("Рядки", Area(0, 1, 0, 1))
    assert workbook.area("amt_2027") is None
    assert workbook.properties == {"revision": "a1b2"}
    assert not workbook.from_1904
    assert sheet.place(13, 3) == "Рядки!D14"


def test_texts_come_back_as_they_were(tmp_path: Path) -> None:
    texts = ["_x0041_ a_x005F_", "a\rb", "рядок\nдругий ", " x ", "<r><t>x</t></r>", "=1+1", "🚲"]
    book = xlsxwriter.Workbook((tmp_path / "b.xlsx").as_posix())
    sheet = book.add_worksheet()
    for row, text in enumerate(texts[:4] + texts[5:]):
        sheet.write_string(row, 0, text)
    book.close()
    assert [cell.value for cell in read(tmp_path / "b.xlsx").sheets["Sheet1"].cells()] == texts[:4] + texts[5:]


ATTACKS = {
    "external entity": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "laughs": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
    "external type": b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
}


@pytest.mark.parametrize("part", ["sheet", "strings", "styles", "relations"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_w01_entities_in_any_part(tmp_path: Path, part: str, attack: str) -> None:
    path = changed(tmp_path, **{part: lambda old: ATTACKS[attack] + old.partition(b"?>")[2]})
    assert refusal_of(path) == "workbook_with_entities"
    assert facts_of(path)["part"] == PARTS[part].lower()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_w01_entities_in_utf_16(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a []><worksheet xmlns="{MAIN}"/>'
    assert refusal_of(changed(tmp_path, sheet=text.encode(encoding))) == "workbook_with_entities"


def test_w01_entities_behind_another_encoding(tmp_path: Path) -> None:
    hidden = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-'.encode("ascii")
    assert refusal_of(changed(tmp_path, sheet=hidden)) == "workbook_damaged"
    assert refusal_of(changed(tmp_path, sheet="<?xml version='1.0'?><a/>".encode("cp037"))) == "workbook_damaged"


def test_w01_utf_16_without_entities_is_read(tmp_path: Path) -> None:
    text = sheet_of('<row r="1"><c r="A1"><v>5</v></c></row>').decode()
    path = changed(tmp_path, sheet=f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16"))
    assert read(path).sheets["Рядки"].value(0, 0) == 5


def test_w02_bomb(tmp_path: Path) -> None:
    assert refusal_of(changed(tmp_path, sheet=sheet_of(" " * 50 * 1024**2))) == "workbook_packed_too_tightly"
    assert refusal_of(changed(tmp_path, sheet=sheet_of(" " * 101 * 1024**2))) == "workbook_too_large"


def test_w02_nested_bomb_is_never_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(300 * 1024**2))
    path = changed(tmp_path, **{"xl/embeddings/a.zip": inner.getvalue()})
    assert names_of(read_edited(path)[1]) == ["workbook_objects_ignored"]
    assert read(path).sheets["Рядки"].value(0, 1) == 1200.5


def test_w02_sizes_that_lie(tmp_path: Path) -> None:
    data = changed(tmp_path, sheet=sheet_of(" " * 8 * 1024**2)).read_bytes()
    true = struct.pack("<L", len(sheet_of(" " * 8 * 1024**2)))
    (tmp_path / "b.xlsx").write_bytes(data.replace(true, struct.pack("<L", 1000)))
    assert refusal_of(tmp_path / "b.xlsx") == "workbook_damaged"
    contents = sheet_of(" " * 8 * 1024**2)[:1000]
    checked = struct.pack("<L", zlib.crc32(sheet_of(" " * 8 * 1024**2)))
    lying = data.replace(true, struct.pack("<L", 1000)).replace(checked, struct.pack("<L", zlib.crc32(contents)))
    (tmp_path / "b.xlsx").write_bytes(lying)
    assert refusal_of(tmp_path / "b.xlsx") == "workbook_damaged"


def test_w02_entries_that_overlap(tmp_path: Path) -> None:
    data = bytearray(small(tmp_path / "budget.xlsx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, second = archive.infolist()[:2]
    at = data.index(b"PK\x01\x02")
    at = data.index(b"PK\x01\x02", at + 1)
    assert struct.unpack_from("<L", data, at + 42)[0] == second.header_offset
    struct.pack_into("<L", data, at + 42, first.header_offset)
    (tmp_path / "b.xlsx").write_bytes(data)
    assert refusal_of(tmp_path / "b.xlsx") == "workbook_parts_overlap"


def test_w02_thousands_of_entries(tmp_path: Path) -> None:
    assert refusal_of(changed(tmp_path, **{f"a/{number}": b"" for number in range(2_000)})) == "workbook_of_too_many_parts"


@pytest.mark.parametrize("name", [SHEET, SHEET.upper(), SHEET.replace("/", "\\")])
def test_w03_a_part_twice(tmp_path: Path, name: str) -> None:
    path = small(tmp_path / "budget.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(name, sheet_of('<row r="1"><c r="A1"><v>666</v></c></row>'))
    assert refusal_of(path) == "workbook_part_twice"


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "C:\\x", "xl/../../x", "..\\x", "\\\\server\\x", "xl/a:b"])
def test_w04_names_that_lead_out(tmp_path: Path, name: str) -> None:
    assert refusal_of(changed(tmp_path, **{name: b"x"})) == "workbook_part_outside"


def test_w05_a_vast_sheet_is_a_small_one(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="XFD1048576"><v>6</v></c></row>'
    workbook, found = read_edited(changed(tmp_path, sheet=sheet_of(rows, before='<dimension ref="A1:XFD1048576"/>')))
    assert workbook is not None
    assert [cell.value for cell in workbook.sheets["Рядки"].cells()] == [5]
    assert names_of(found) == ["cells_out_of_reach"]
    assert found[0].facts["cell"] == "Рядки!XFD1048576"


def test_w05_a_million_empty_rows(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>5</v></c></row>' + "".join(f'<row r="{number}"/>' for number in range(2, 1_000_001))
    merged = '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>'
    workbook = read(changed(tmp_path, sheet=sheet_of(rows, after=merged)))
    assert len(workbook.sheets["Рядки"].rows) == 1
    assert workbook.sheets["Рядки"].merged == (Area(0, 1, 0, 2),)


def test_w05_a_thousand_empty_rows_are_read_over(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>5</v></c></row><row r="{}"><c r="A{}"><v>6</v></c></row>'
    near, far = (changed_path(tmp_path, str(row), sheet_of(rows.format(row, row))) for row in (1_002, 1_003))
    assert len(read(near).sheets["Рядки"].rows) == 2
    assert len(read(far).sheets["Рядки"].rows) == 1


def changed_path(folder: Path, name: str, sheet: bytes) -> Path:
    return changed(folder, sheet=sheet).rename(folder / f"{name}.xlsx")


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ('<c r="A1" t="s"><v>99</v></c>', "A1"),
        ('<c r="A1" t="s"><v>-1</v></c>', "A1"),
        ('<c r="A1"><v>abc</v></c>', "A1"),
        ('<c r="A1"><v>1_000</v></c>', "A1"),
        ('<c r="A1"><v>NaN</v></c>', "A1"),
        ('<c r="A1"><v>1e999</v></c>', "A1"),
        ('<c r="A1" t="d"><v>2026-02-30</v></c>', "A1"),
        ('<c r="A1" t="b"><v>yes</v></c>', "A1"),
        ('<c r="A1" t="zz"><v>1</v></c>', "A1"),
        ('<c r="A1" s="99"><v>1</v></c>', "A1"),
        ('<c r="A1"><f t="shared" si="7"/><v>1</v></c>', "A1"),
        ('<c r="ZZZZ1"><v>1</v></c>', "ZZZZ1"),
        ('<c r="A0"><v>1</v></c>', "A0"),
        ('<c r="A2"><v>1</v></c>', "A2"),
        ('<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>', "B1"),
        ('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', "A1"),
    ],
)
def test_w06_a_damaged_cell(tmp_path: Path, cell: str, place: str) -> None:
    path = changed(tmp_path, sheet=sheet_of(f'<row r="1">{cell}</row>'))
    assert refusal_of(path) == "sheet_damaged"
    assert facts_of(path) == {"sheet": "Рядки", "cell": place}


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_of('<row r="x"><c><v>1</v></c></row>'),
        sheet_of('<row r="1048577"/>'),
        sheet_of('<row r="2"/><row r="1"/>'),
        sheet_of("", after='<mergeCells><mergeCell ref="B2:A1"/></mergeCells>'),
        sheet_of("", before='<cols><col min="0" max="99999"/></cols>'),
        sheet_of('<row r="1">').replace(b"</sheetData>", b""),
        b"<worksheet",
    ],
)
def test_w06_a_damaged_sheet(tmp_path: Path, sheet: bytes) -> None:
    assert refusal_of(changed(tmp_path, sheet=sheet)) == "sheet_damaged"


@pytest.mark.parametrize("part", ["strings", "styles", "relations", "workbook"])
def test_w06_a_damaged_part(tmp_path: Path, part: str) -> None:
    path = changed(tmp_path, **{part: lambda old: old[: len(old) // 2]})
    assert refusal_of(path) == "workbook_damaged"
    assert facts_of(path)["part"] == PARTS[part].lower()


def test_w06_a_missing_sheet(tmp_path: Path) -> None:
    parts = parts_of(small(tmp_path / "budget.xlsx"))
    del parts[SHEET]
    assert refusal_of(packed(tmp_path / "b.xlsx", parts)) == "workbook_damaged"


OTHER_FILES = {
    "workbook_is_empty": (b"",),
    "not_a_workbook": (b"\x00\x01\x02", b"hello", OLE, b"PK\x05\x06" + bytes(18)),
    "workbook_has_password": (OLE + "EncryptedPackage".encode("utf-16-le"),),
    "workbook_of_old_format": (OLE + "Workbook\x00".encode("utf-16-le"), OLE + "Book\x00".encode("utf-16-le")),
}


@pytest.mark.parametrize(("name", "data"), [(name, data) for name, files in OTHER_FILES.items() for data in files])
def test_w07_what_is_no_workbook(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / "budget.xlsx").write_bytes(data)
    assert refusal_of(tmp_path / "budget.xlsx") == name


@pytest.mark.parametrize(
    ("told", "data"),
    [
        ("HTML", b"<html><table><tr><td>1</td></tr></table>"),
        ("HTML", "\ufeff<!DOCTYPE html><p>Бюджет".encode()),
        ("HTML", "<html>".encode("utf-16")),
        ("CSV", "Код;Сума\r\nB-A;1 200,50\r\n".encode("cp1251")),
        ("CSV", "Код,Сума\nB-A,1\n".encode()),
        ("PDF", b"%PDF-1.7\n"),
        ("RTF", b"{\\rtf1"),
        ("XML Spreadsheet 2003", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
)
def test_w07_another_format_renamed(tmp_path: Path, told: str, data: bytes) -> None:
    (tmp_path / "budget.xlsx").write_bytes(data)
    assert refusal_of(tmp_path / "budget.xlsx") == "workbook_of_another_format"
    assert facts_of(tmp_path / "budget.xlsx")["format"] == told


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("ODS", {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
        ("DOCX", {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}),
        ("XLSB", {"[Content_Types].xml": b"<a/>", "xl/workbook.bin": b"a"}),
    ],
)
def test_w07_another_archive_renamed(tmp_path: Path, told: str, parts: dict[str, bytes]) -> None:
    path = tmp_path / "budget.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, contents in parts.items():
            archive.writestr(name, contents)
    assert refusal_of(path) == "workbook_of_another_format"
    assert facts_of(path)["format"] == told


def test_w07_truncated(tmp_path: Path) -> None:
    data = small(tmp_path / "budget.xlsx").read_bytes()
    (tmp_path / "budget.xlsx").write_bytes(data[: len(data) // 2])
    assert refusal_of(tmp_path / "budget.xlsx") == "workbook_truncated"


def test_w07_a_zip_with_a_password(tmp_path: Path) -> None:
    data = bytearray(small(tmp_path / "budget.xlsx").read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    (tmp_path / "budget.xlsx").write_bytes(data)
    assert refusal_of(tmp_path / "budget.xlsx") == "workbook_has_password"


def test_w07_no_file_and_a_folder(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "absent.xlsx") == "workbook_not_readable"
    assert refusal_of(tmp_path) == "workbook_not_readable"


def test_w07_macros_are_a_note(tmp_path: Path) -> None:
    path = changed(tmp_path, **{"xl/vbaProject.bin": OLE}).rename(tmp_path / "budget.xlsm")
    workbook, found = read_edited(path)
    assert workbook is not None
    assert names_of(found) == ["workbook_macros_ignored"]
    assert found[0].severity is Severity.NOTE


def test_w08_a_formula_in_an_input_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "=1+1"
    book.save(tmp_path / "never.xlsx")
    (cell,) = read(tmp_path / "never.xlsx").sheets["Sheet"].cells()
    assert (cell.formula, cell.value) == ("1+1", None)
    (cell,) = read(changed(tmp_path, sheet=sheet_of('<row><c r="A1"><f>1+1</f><v>2</v></c></row>'))).sheets["Рядки"].cells()
    assert (cell.formula, cell.value) == ("1+1", 2)


def test_w08_formulas_copied_down_and_errors(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="C2" t="str"><f>"a"</f><v>a</v></c><c r="D2" t="b"><v>1</v></c></row>'
    )
    found = list(read(changed(tmp_path, sheet=sheet_of(rows))).sheets["Рядки"].cells())
    assert [(cell.formula, cell.value) for cell in found] == [
        ("B1*$C$1", 2),
        ("B2*$C$1", 4),
        ("1/0", "#DIV/0!"),
        ('"a"', "a"),
        (None, True),
    ]
    assert [cell.is_error for cell in found] == [False, False, True, False, False]


SUMS = st.integers(min_value=0, max_value=Money.LARGEST)
SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])


@given(SUMS, SPACES, st.sampled_from([",", "."]), st.sampled_from(["", " ", "\u00a0", "\n"]))
def test_w10_sums_as_people_write_them(hundredths: int, space: str, comma: str, after: str) -> None:
    written = f"{hundredths // 100:,}".replace(",", space) + f"{comma}{hundredths % 100:02}{after}"
    assert human_money(written) == Money(hundredths)
    assert human_number(written) == Money(hundredths).decimal


@given(SUMS, SPACES)
def test_w10_a_minus_of_any_kind(hundredths: int, space: str) -> None:
    for minus in "-−–" if hundredths else "":
        written = f"{minus}{hundredths // 100:,}".replace(",", space) + f",{hundredths % 100:02}"
        assert human_money(written, signed=True) == Money(-hundredths)
        assert reason(human_money, written) == "cell_is_negative"


@given(st.text(st.sampled_from("0123456789.,-− \u00a0\u202f\u2009%₴тиcсEe+#/"), max_size=14))
def test_w10_any_heap_of_signs_is_a_value_or_a_refusal(text: str) -> None:
    for parse in READERS:
        try:
            parse(text)
        except Refusal as refusal:
            told = refused("budget.xlsx", "Рядки!D14", refusal)
            assert names_of((told,))


@given(st.floats() | st.integers() | st.booleans() | st.dates() | st.datetimes() | st.times() | st.timedeltas() | st.none())
def test_w10_any_value_is_read_or_refused(value: CellValue) -> None:
    for parse in READERS:
        try:
            parse(value)
        except Refusal as refusal:
            names_of((refused("budget.xlsx", "Рядки!D14", refusal),))


READERS: tuple[Callable[[CellValue], object], ...] = (
    human_money,
    human_number,
    human_share,
    human_index,
    human_year,
    human_day,
    human_text,
    human_code,
    human_id,
    lambda value: human_code(value, digits=7),
    lambda value: human_share(value, per_cent=True),
)


def reason(parse: Callable[..., object], value: CellValue, **options: object) -> str:
    """The reason for which a value is refused."""
    with pytest.raises(Refusal) as caught:
        parse(value, **options)
    assert caught.value.reason in BY_REASON
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "large", "small"),
    [
        ("1.000", "1000", "1"),
        ("1,000", "1000", "1"),
        ("1.200", "1200", "1.2"),
        ("12,345", "12345", "12.345"),
        ("123.456", "123456", "123.456"),
        ("1,000.50", "1000.5", "1.0005"),
        ("1.000,50", "1000.5", "1.0005"),
        ("1.234.567", "1234567", "1.234567"),
        ("1,234,567.89", "1234567.89", "1.23456789"),
        ("1.234.567,8", "1234567.8", "1.2345678"),
        ("1 234.567", "1234567", "1234.567"),
        ("-1.000", "-1000", "-1"),
    ],
)
def test_w11_two_readings(text: str, large: str, small: str) -> None:
    for parse in (human_money, human_number):
        with pytest.raises(Refusal) as caught:
            parse(text)
        assert caught.value.reason == "cell_ambiguous"
        assert caught.value.facts["large"] == Decimal(large)
        assert caught.value.facts["small"] == Decimal(small)


def test_w11_both_readings_are_told() -> None:
    with pytest.raises(Refusal) as caught:
        human_money("1.000,50")
    told = refused("budget.xlsx", "Рядки!D14", caught.value)
    message = "Рядки!D14: 1.000,50 можна прочитати як 1 000,5 і як 1,0005"
    assert told.message("uk", locale("uk").show).replace("\u00a0", " ") == message


def test_w12_ids_and_codes_that_became_something_else() -> None:
    for typed in (at(2026, 2, 1), date(2026, 3, 1), time(1, 10)):
        assert reason(human_id, typed) == "cell_turned_into_date"
        assert reason(human_code, typed) == "cell_turned_into_date"
    assert reason(human_id, 1.1) == "cell_holds_number"
    assert reason(human_code, 1.1) == "cell_holds_number"
    assert reason(human_code, 117530.0, before="0117530") == "cell_lost_leading_zero"
    assert reason(human_code, 12345, digits=8) == "cell_lost_leading_zero"
    assert reason(human_code, 1234567890123456) == "cell_lost_digits"
    assert reason(human_code, 1.23456789012346e15) == "cell_lost_digits"
    assert human_code("0117530 ") == "0117530"
    assert human_code("00012345") == "00012345"
    assert human_code(3110.0, before="3110") == "3110"
    assert human_code(2240, before="3110") == "2240"
    assert human_id(" M-WIFI ") == "M-WIFI"
    assert human_id(None) is None
    assert human_code("—") is None


def test_w12_the_lost_zero_is_told() -> None:
    with pytest.raises(Refusal) as caught:
        human_code(117530.0, before="0117530")
    told = refused("budget.xlsx", "Рядки!D14", caught.value)
    assert told.message("uk") == "Рядки!D14: код став числом 117530: нуль на початку втрачено"
    assert told.hint("uk") == "задайте клітинці формат «текст» і впишіть 0117530"
    assert told.message("en") == "Рядки!D14: the code became the number 117530: the leading zero is lost"


def test_w12_a_date_is_read_as_a_date(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = at(2026, 2, 1)
    book.save(tmp_path / "b.xlsx")
    value = read(tmp_path / "b.xlsx").sheets["Sheet"].value(0, 0)
    assert value == at(2026, 2, 1)
    assert reason(human_id, value) == "cell_turned_into_date"


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [(0.1 + 0.2, 30), (1234567.8899999999, 123456789), (1.01, 101), (9_999_999_999_999.99, Money.LARGEST), (5, 500), (0.0, 0)],
)
def test_w13_floats_to_the_hundredth(typed: float, hundredths: int) -> None:
    assert human_money(typed) == Money(hundredths)


@pytest.mark.parametrize("typed", [12.345, 1.005, 0.001, 1 / 3, 1e-300, 2.675])
def test_w13_floats_that_are_finer(typed: float) -> None:
    assert reason(human_money, typed) == "cell_too_fine"


@given(SUMS)
def test_w13_every_sum_survives_a_float(hundredths: int) -> None:
    assert human_money(float(Money(hundredths).decimal)) == Money(hundredths)


def test_w13_too_large_and_not_finite() -> None:
    for typed in (1e13, 10**13, 1e300, 10**4000, "99999999999999", "1" * 5000):
        assert reason(human_money, typed) == "cell_too_large"
    assert reason(human_money, float("nan")) == "cell_not_a_number"
    assert reason(human_money, float("-inf")) == "cell_not_a_number"


def test_shares_and_indices() -> None:
    for typed in (60, 60.0, "60", "60%", "60 %", "60,0 %"):
        assert human_share(typed) == 60
    assert human_share(0.6, per_cent=True) == 60
    assert human_share(0.333333, per_cent=True) == Decimal("33.3333")
    for typed in (0.6, "0,6", 1, "1"):
        assert reason(human_share, typed) == "cell_share_ambiguous"
    for typed in (0, 101, "101%", "0%"):
        assert reason(human_share, typed) == "cell_share_outside_whole"
    assert reason(human_share, 60, per_cent=True) == "cell_share_outside_whole"
    assert reason(human_share, "%") == "cell_not_a_number"
    assert reason(human_share, 33.33333) == "cell_too_fine"
    assert human_index("108,6 %") == human_index(1.086, per_cent=True) == human_index(108.6) == Decimal("108.6")
    assert reason(human_index, 1.086) == "cell_share_ambiguous"


def test_w15_merged_cells_are_listed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "M-A"
    sheet.merge_cells("A1:A3")
    book.save(tmp_path / "b.xlsx")
    assert read(tmp_path / "b.xlsx").sheets["Sheet"].merged == (Area(0, 0, 2, 0),)


def test_w16_hidden_rows_columns_and_sheets_are_listed(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook((tmp_path / "b.xlsx").as_posix())
    lines, secret, deep = book.add_worksheet("Рядки"), book.add_worksheet("Прихований"), book.add_worksheet("Глибоко")
    for row in range(4):
        lines.write_row(row, 0, [f"B-{row}", row, row * 2])
    lines.set_row(2, None, None, {"hidden": True})
    lines.set_column(1, 1, None, None, {"hidden": True})
    lines.autofilter(0, 0, 3, 2)
    lines.filter_column(0, "x != B-2")
    secret.write(0, 0, 5)
    secret.hide()
    deep.very_hidden()
    book.close()
    workbook = read(tmp_path / "b.xlsx")
    sheet = workbook.sheets["Рядки"]
    assert sheet.hidden_rows == (2,)
    assert sheet.rows[2].hidden
    assert not sheet.rows[1].hidden
    assert sheet.hidden_columns == ((1, 1),)
    assert sheet.is_column_hidden(1)
    assert not sheet.is_column_hidden(2)
    assert sheet.value(2, 2) == 4
    assert (sheet.filtered, sheet.filters) == (Area(0, 0, 3, 2), 1)
    assert {name: one.hidden for name, one in workbook.sheets.items()} == {"Рядки": False, "Прихований": True, "Глибоко": True}
    assert workbook.sheets["Прихований"].value(0, 0) == 5


def test_w21_links_objects_and_questions_are_listed(tmp_path: Path) -> None:
    relations = b'<Relationships><Relationship Id="a" Target="file:///C:/other.xlsx" TargetMode="External"/></Relationships>'
    dde = b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    rows = "".join(
        f"<row><c><f>{formula}</f><v>1</v></c></row>"
        for formula in ('WEBSERVICE("http://e")', "[1]Sheet1!A1", "cmd|' /c calc'!A0", "SUM(A1)")
    )
    path = changed(
        tmp_path,
        sheet=sheet_of(rows),
        **{
            "xl/externalLinks/externalLink1.xml": dde,
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations,
            "xl/embeddings/oleObject1.bin": OLE,
            "xl/vbaProject.bin": OLE,
        },
    )
    found = read_edited(path)[1]
    assert names_of(found) == [
        "workbook_macros_ignored",
        "workbook_links_ignored",
        "workbook_objects_ignored",
        "workbook_links_ignored",
    ]
    assert {one.severity for one in found} == {Severity.NOTE}
    assert found[1].facts["places"] == ("file:///C:/other.xlsx", "cmd|/c calc")
    assert found[2].facts["places"] == ("xl/embeddings/oleobject1.bin",)
    assert found[3].facts["places"] == ("Рядки!A1", "Рядки!A2", "Рядки!A3")


def test_w21_comments_are_review_notes(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook((tmp_path / "b.xlsx").as_posix())
    sheet = book.add_worksheet("Рядки")
    sheet.write(3, 1, 5)
    sheet.write_comment("B4", "Звідки сума?", {"author": "Олена"})
    sheet.write_comment("C1", "[Threaded comment]", {"author": "tc={1}"})
    book.close()
    parts = parts_of(tmp_path / "b.xlsx")
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    thread = b'<Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/t.xml"/>'
    parts[relations] = parts[relations].replace(b"</Relationships>", thread + b"</Relationships>")
    parts["xl/threadedComments/t.xml"] = (
        '<a><threadedComment ref="C1" personId="{1}"><text>Так</text></threadedComment></a>'.encode()
    )
    parts["xl/persons/person.xml"] = '<personList><person displayName="Іван" id="{1}"/></personList>'.encode()
    workbook, found = read_edited(packed(tmp_path / "b.xlsx", parts))
    assert workbook is not None
    assert workbook.review == (ReviewNote("Рядки", "B4", "Олена", "Звідки сума?"), ReviewNote("Рядки", "C1", "Іван", "Так"))
    assert names_of(found) == ["workbook_has_comments"]
    assert found[0].facts == {"count": 2, "cells": ("Рядки!B4", "Рядки!C1")}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("#REF!", "cell_holds_error"),
        ("#DIV/0!", "cell_holds_error"),
        ("#N/A", "cell_holds_error"),
        ("#ССИЛКА!", "cell_holds_error"),
        (True, "cell_holds_truth_value"),
        ("TRUE", "cell_holds_truth_value"),
        ("ІСТИНА", "cell_holds_truth_value"),
        ("12 тис.", "cell_with_words"),
        ("12 грн", "cell_with_words"),
        ("₴12", "cell_with_words"),
        ("1 0000", "cell_grouped_unevenly"),
        ("１２", "cell_in_foreign_digits"),
        ("١٢", "cell_in_foreign_digits"),
        ("багато", "cell_not_a_number"),
        ("+5", "cell_not_a_number"),
        ("1.", "cell_not_a_number"),
        (".5", "cell_not_a_number"),
        ("1e5", "cell_not_a_number"),
        ("1_000", "cell_not_a_number"),
        ("-0", "cell_is_negative"),
        (-5, "cell_is_negative"),
        ("0,125", "cell_too_fine"),
        (at(2026, 1, 1), "cell_turned_into_date"),
    ],
)
def test_w22_what_is_no_sum(typed: CellValue, expected: str) -> None:
    assert reason(human_money, typed) == expected


@pytest.mark.parametrize("typed", [None, "", "  ", "—", "–", "-", "−", "н/д", "Н/Д", "н.д.", "n/a"])
def test_w22_what_says_that_there_is_no_value(typed: str | None) -> None:
    for parse in (human_money, human_number, human_share, human_year, human_day, human_code, human_id):
        assert parse(typed) is None


def test_w23_a_sum_that_grew_a_thousandfold() -> None:
    assert is_suspiciously_large(Money(120_000), Money(120_000_000))
    assert not is_suspiciously_large(Money(120_000), Money(2_400_000))
    assert is_suspiciously_large(Money(120_000), Money(2_400_001))
    assert not is_suspiciously_large(Money(0), Money(5))
    assert not is_suspiciously_large(None, Money(5))
    assert not is_suspiciously_large(Money(5), None)


EXCEL_LOCK = b"\x05" + "Олена".encode("cp1251").ljust(54) + b"\x05\x00" + "Олена".encode("utf-16-le").ljust(108, b" ")


@pytest.mark.parametrize(
    ("lock", "record", "holder"),
    [
        ("~$budget.xlsx", EXCEL_LOCK, "Олена"),
        ("~$budget.xlsx", EXCEL_LOCK[:55], "Олена"),
        ("~$budget.xlsx", b"", "~$budget.xlsx"),
        (".~lock.budget.xlsx#", "Олена Коваль,olena,PC-7,24.11.2026 10:00,file:///c;".encode(), "Олена Коваль, PC-7"),
        (".~lock.budget.xlsx#", b",olena,PC-7,24.11.2026 10:00,file:///c;", "olena, PC-7"),
        (".~lock.budget.xlsx#", b"\xff\xfe\x00", ".~lock.budget.xlsx#"),
    ],
)
def test_w24_a_workbook_that_is_open(tmp_path: Path, lock: str, record: bytes, holder: str) -> None:
    path = small(tmp_path / "budget.xlsx")
    (tmp_path / lock).write_bytes(record)
    workbook, found = read_edited(path)
    assert workbook is not None
    assert names_of(found) == ["workbook_open_elsewhere"]
    assert found[0].severity is Severity.WARNING
    assert found[0].facts["holder"] == holder
    assert scan(path).found == found


def dated(folder: Path, serial: str, *, from_1904: bool = False) -> CellValue:
    book = xlsxwriter.Workbook((folder / "b.xlsx").as_posix(), {"date_1904": from_1904})
    sheet = book.add_worksheet()
    sheet.write_number(0, 0, 77777, book.add_format({"num_format": "dd.mm.yyyy"}))
    book.close()
    parts = parts_of(folder / "b.xlsx")
    parts[SHEET] = parts[SHEET].replace(b"77777", serial.encode())
    workbook = read(packed(folder / "b.xlsx", parts))
    assert workbook.from_1904 == from_1904
    return workbook.sheets["Sheet1"].value(0, 0)


def test_w25_both_date_systems(tmp_path: Path) -> None:
    assert dated(tmp_path, "46096") == at(2026, 3, 15)
    assert dated(tmp_path, "44634", from_1904=True) == at(2026, 3, 15)
    assert human_day(dated(tmp_path, "46096")) == human_day(dated(tmp_path, "44634", from_1904=True)) == date(2026, 3, 15)


@pytest.mark.parametrize("serial", ["60", "46096.5", "6693722", "-5", "0.5", "1e300"])
def test_w25_no_day_of_a_plan(tmp_path: Path, serial: str) -> None:
    assert reason(human_day, dated(tmp_path, serial)) == "cell_day_not_readable"


def test_w25_days_and_years() -> None:
    for typed in ("15.03.2026", "2026-03-15", date(2026, 3, 15), at(2026, 3, 15), " 15.3.2026 "):
        assert human_day(typed) == date(2026, 3, 15)
    for other in (
        "1.13.2026",
        "30.02.2026",
        "2026-02-30",
        "15/03/2026",
        "15.03.26",
        "15.03.20226",
        46096,
        at(2026, 1, 1, 3),
    ):
        assert reason(human_day, other) == "cell_day_not_readable"
    assert [human_year(typed) for typed in (2026, 2026.0, "2026", " 2026 ")] == [2026] * 4
    for wrong in (20226, 1989, 2026.5, "2026 р.", "26", -2026):
        assert reason(human_year, wrong) == "cell_year_not_readable"
    assert reason(human_year, at(1905, 7, 18)) == "cell_turned_into_date"


def test_texts_of_cells() -> None:
    assert human_text("a\r\nb\rc") == "a\nb\nc"
    assert [human_text(typed) for typed in (5, 5.0, 5.5, 0.1 + 0.2, "—", " ", None)] == ["5", "5", "5.5", "0.3", "—", None, None]
    assert reason(human_text, True) == "cell_holds_truth_value"
    assert reason(human_text, "#N/A") == "cell_holds_error"
    assert human_text("#хештег і текст") == "#хештег і текст"


def test_references_lead_to_areas() -> None:
    assert area_of("='За роками'!$A$5:$C$120") == ("За роками", Area(4, 0, 119, 2))
    assert area_of("'О''Ніл'!B2") == ("О'Ніл", Area(1, 1, 1, 1))
    for leads_nowhere in ("#REF!", "a!A1,a!B1", "SUM(a!A1)", "A1", "", "a!XFE1", "[1]a!A1"):
        assert area_of(leads_nowhere) is None
    assert place_of("XFD1048576") == (1_048_575, 16_383)
    assert place_of("XFE1") is None
    assert place_of("A1048577") is None


def test_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook((tmp_path / "b.xlsx").as_posix())
    sheet = book.add_worksheet()
    for row in range(10_000):
        sheet.write_row(row, 0, [f"B-{row}", *range(20)])
        sheet.write_formula(row, 21, f"=SUM(B{row + 1}:U{row + 1})", None, 190)
    book.close()
    found = read(tmp_path / "b.xlsx").sheets["Sheet1"]
    assert len(found.rows) == 10_000
    assert found.cell(9_999, 21) is not None
    assert (found.value(9_999, 0), found.value(9_999, 21)) == ("B-9999", 190)


def everything(path: Path) -> dict[tuple[str, str], tuple[object, object]]:
    """Every cell's value and formula as openpyxl, which reads a workbook twice for it, gives them."""
    values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    found: dict[tuple[str, str], tuple[object, object]] = {}
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    formula = str(getattr(cell.value, "text", cell.value)).removeprefix("=") if cell.data_type == "f" else None
                    found[sheet.title, cell.coordinate] = (values[sheet.title][cell.coordinate].value, formula)
    return found


@pytest.mark.parametrize("saved_by", ["stratbuild", "LibreOffice"])
@pytest.mark.parametrize("name", ["budget", "plan"])
def test_the_samples_workbooks_are_read_as_openpyxl_reads_them(tmp_path: Path, name: str, saved_by: str) -> None:
    plan = check_folder(Path(__file__).parent.parent / "strategy").plan
    assert plan is not None
    edition = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")
    (made,) = outputs()[name].view(plan, edition)
    assert isinstance(made, Workbook)
    path = tmp_path / write_workbook(made, edition, tmp_path)
    if saved_by == "LibreOffice":
        path = libreoffice.recalculated(path, tmp_path / "office")
    workbook, found = read_edited(path)
    assert found == ()
    assert workbook is not None
    mine = {
        (sheet.name, address(cell.row, cell.column)): (cell.value, cell.formula)
        for sheet in workbook.sheets.values()
        for cell in sheet.cells()
    }
    assert len(mine) > 1000
    assert mine == everything(path)
    assert set(made.names) <= {name for name in workbook.names if workbook.area(name) is not None}


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [("ods", "workbook_of_another_format"), ("xls", "workbook_of_old_format"), ("html", "workbook_of_another_format")],
)
def test_w07_what_libreoffice_saves_in_other_formats(tmp_path: Path, suffix: str, expected: str) -> None:
    other = libreoffice._converted(small(tmp_path / "budget.xlsx"), tmp_path / "office", suffix)
    (tmp_path / "renamed.xlsx").write_bytes(other.read_bytes())
    assert refusal_of(tmp_path / "renamed.xlsx") == expected


def test_every_reason_of_a_cell_is_raised_somewhere() -> None:
    source = (Path(__file__).parent.parent / "src" / "stratbuild" / "quantity" / "human.py").read_text(encoding="utf-8")
    assert set(re.findall(r'Refusal\("(\w+)"', source)) == set(BY_REASON)
