"""`python -m benchmarks.fuzz_workbooks [MUTANTS [SEED]]`: damaged workbooks; nothing but values and findings may come of them."""

import collections
import io
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

import xlsxwriter

from stratbuild.diagnostics import Diagnostic
from stratbuild.quantity import Refusal
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
)
from stratbuild.render.archive import pack, unpack
from stratbuild.render.edited.reader import read_edited
from stratbuild.render.edited.value_faults import refused
from stratbuild.render.edited.workbook import EditedWorkbook
from stratbuild.render.locale import locale

LONGEST_SECONDS = 10
"""What takes longer counts as a hang."""

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
)
_VALUE = re.compile(rb'(?<=")[^"<>]{0,60}(?=")|(?<=>)[^<>"]{1,60}(?=<)')
_ELEMENT = re.compile(rb"<[A-Za-z:]+[^<>]*/>|<([A-Za-z:]+)[^<>]*>[^<>]*</\1>")
_PIECES = (
    *(b"-1", b"0", b"99", b"abc", b"1e999", b"NaN", b"1_000", b"9" * 400, b"", b" ", b"true", b"#REF!", b"2026-02-30", b"1.5"),
    *(
        b"A1",
        b"ZZZZ1",
        b"XFD1048576",
        b"A0",
        b"B2:A1",
        b"A1:XFD1048576",
        b"s",
        b"n",
        b"d",
        b"b",
        b"e",
        b"str",
        b"inlineStr",
        b"shared",
    ),
    *(
        b"<",
        b">",
        b'"',
        b"&",
        b"&a;",
        b"&#0;",
        b"&#x110000;",
        b"]]>",
        b"<!-- -->",
        b"<?a b?>",
        b"<![CDATA[a]]>",
        b"<!DOCTYPE a []>",
    ),
    *(
        b"_x0000_",
        b"_xD800_",
        "１２".encode(),
        "\u202e".encode(),
        b"\xff",
        b"\x00",
        b"\xed\xa0\x80",
        b"../x",
        b"/xl/x",
    ),
    *(b"<f>A1</f>", b"<v>1</v>", b"<f t='shared' si='0'/>", b"<row/>", b"<c/>", b"<c><v>1</v></c>", b"xmlns=''", b"hidden='1'"),
)


def example() -> bytes:
    """A small workbook with a bit of everything that is read."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    lines, notes = book.add_worksheet("Рядки"), book.add_worksheet("Примітки")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    share = book.add_format({"num_format": "0.0%"})
    for row in range(6):
        lines.write_row(row, 0, [f"B-{row}", 1200.5 * row, "1 200,50"])
        lines.write_number(row, 3, 46096 + row, day)
        lines.write_number(row, 4, 0.6, share)
        lines.write_formula(row, 5, f"=B{row + 1}*2", None, 2401 * row)
        lines.write_boolean(row, 6, row % 2 == 0)
    lines.write_array_formula(7, 0, 7, 0, "{=SUM(B1:B6)}", None, 5)
    lines.set_row(2, None, None, {"hidden": True})
    lines.set_column(1, 1, None, None, {"hidden": True})
    lines.autofilter(0, 0, 5, 2)
    lines.filter_column(0, "x != B-2")
    notes.merge_range(0, 0, 1, 1, "злито")
    notes.write_comment("C3", "Звідки сума?", {"author": "Олена"})
    notes.hide()
    book.define_name("amt_2026", "='Рядки'!$B$1:$B$6")
    book.set_custom_property("revision", "a1b2c3")
    book.close()
    return written.getvalue()


def mutants(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Damaged copies, the same for the same seed: most in the XML of a part, the others in the bytes of the archive."""
    chance = Random(seed)
    parts = unpack(data)
    for _ in range(count):
        yield _with_bytes_damaged(data, chance) if chance.random() < 0.25 else pack(_with_part_damaged(parts, chance))


def _with_part_damaged(parts: Mapping[str, bytes], chance: Random) -> dict[str, bytes]:
    damaged = dict(parts)
    name = chance.choice(_READ)
    draw = chance.random()
    if draw < 0.02:
        del damaged[name]
    elif draw < 0.04:
        damaged[name] = parts[chance.choice(list(parts))]
    elif draw < 0.06:
        damaged[chance.choice((name.upper(), f"../{name}", f"{name}/", name.replace("xl", "x")))] = parts[name]
    else:
        for _ in range(chance.randint(1, 4)):
            damaged[name] = _with_value_damaged(damaged[name], chance)
    return damaged


_READ = (
    *("xl/worksheets/sheet1.xml",) * 6,
    *("xl/worksheets/sheet2.xml",) * 2,
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    *("xl/workbook.xml",) * 2,
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
    "docProps/custom.xml",
    "xl/comments1.xml",
    "xl/worksheets/_rels/sheet2.xml.rels",
    "[Content_Types].xml",
)


def _with_value_damaged(contents: bytes, chance: Random) -> bytes:
    """A value for another, an element lost or doubled, or signs thrown in."""
    draw = chance.random()
    found = list((_VALUE if draw < 0.6 else _ELEMENT).finditer(contents)) if draw < 0.8 else []
    if not found:
        at = chance.randrange(len(contents) + 1)
        return contents[:at] + chance.choice(_PIECES) + contents[at + chance.randint(0, 8) :]
    place = chance.choice(found)
    other = chance.choice(found)[0]
    if draw < 0.6:
        new = chance.choice(_PIECES) if chance.random() < 0.7 else other
    else:
        new = chance.choice((b"", place[0] * 2, other, place[0] + other))
    return contents[: place.start()] + new + contents[place.end() :]


def _with_bytes_damaged(data: bytes, chance: Random) -> bytes:
    raw = bytearray(data)
    draw = chance.random()
    if draw < 0.2:
        return bytes(raw[: chance.randrange(len(raw))])
    directory = raw.index(b"PK\x01\x02")
    for _ in range(chance.randint(1, 6)):
        # Damage to the headers goes further than damage to what is packed, which its checksum shows.
        headers = [place.start() for place in re.finditer(rb"PK\x03\x04", raw)]
        near = chance.choice(
            (chance.choice(headers or [0]) + chance.randrange(60), directory + chance.randrange(len(raw) - directory))
        )
        at = min(near if chance.random() < 0.7 else chance.randrange(len(raw)), len(raw) - 1)
        if draw < 0.9:
            raw[at] = chance.choice((0, 1, 0xFF, raw[at] ^ 1 << chance.randrange(8), chance.randrange(256)))
        else:
            del raw[at : at + chance.randint(1, 9)]
    return bytes(raw)


def outcomes(path: Path) -> set[str]:
    """The names of everything that is found in a file, or `read`; every value is read and every message made on the way."""
    workbook, found = read_edited(path)
    if workbook is not None:
        found = (*found, *_refusals(path, workbook))
    for one in found:
        for language in ("uk", "en"):
            show = locale(language).show
            assert one.message(language, show)
            assert one.hint(language, show)
    return {one.fault.name for one in found} or {"read"}


def _refusals(path: Path, workbook: EditedWorkbook) -> Iterator[Diagnostic]:
    for name in workbook.names:
        workbook.area(name)
    for sheet in workbook.sheets.values():
        for cell in sheet.cells():
            for parse in READERS:
                try:
                    parse(cell.value)
                except Refusal as refusal:
                    yield refused(path.as_posix(), sheet.place(cell.row, cell.column), refusal)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    begun = time.perf_counter()
    seen: collections.Counter[str] = collections.Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "budget.xlsx"
        path.write_bytes(example())
        assert "sheet_damaged" not in outcomes(path)
        for number, raw in enumerate(mutants(example(), count, seed)):
            path.write_bytes(raw)
            start = time.perf_counter()
            try:
                seen.update(outcomes(path))
            except Exception:
                kept = Path(tempfile.gettempdir()) / f"mutant-{seed}-{number}.xlsx"
                kept.write_bytes(raw)
                print(f"mutant {number} of seed {seed} is kept in {kept}")
                raise
            slowest = max(slowest, time.perf_counter() - start)
    assert slowest < LONGEST_SECONDS, f"a mutant took {slowest:.1f} s"
    print(f"{count} mutants, {time.perf_counter() - begun:.0f} s, the slowest {slowest:.2f} s, no exception")
    print(dict(seen.most_common()))


if __name__ == "__main__":
    main()
