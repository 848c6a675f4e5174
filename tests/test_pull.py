"""Reading an edited budget workbook back: what it brings, what is refused, and that the YAML keeps all else."""

import hashlib
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.comments import Comment

from stratbuild.cli import main
from stratbuild.exchange.three_way import Outcome, outcome
from workbooks import Edited, build_budget, write_strategy

Pull = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plain strategy and its workbook, `budget.xlsx`, in one folder; copied by every test that changes them."""
    folder = tmp_path_factory.mktemp("built")
    build_budget(write_strategy(folder / "strategy"), folder)
    return folder


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def pull(place: Path, capsys: pytest.CaptureFixture[str]) -> Pull:
    """Pull the workbook: the exit status and what is said as JSON."""

    def call(*options: str, workbook: Path | None = None) -> tuple[int, dict[str, Any]]:
        status = main(["pull", str(workbook or place / "budget.xlsx"), str(place / "strategy"), "--format", "json", *options])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return status, json.loads(said.out)

    return call


@pytest.fixture
def edited(place: Path) -> Edited:
    return Edited(place / "budget.xlsx")


def codes(said: dict[str, Any], severity: str | None = None) -> list[str]:
    return [one["code"] for one in said["diagnostics"] if severity in {None, one["severity"]}]


def texts(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((place / "strategy").rglob("*.yaml"))}


def changed_lines(before: dict[str, bytes], after: dict[str, bytes]) -> list[tuple[str, str]]:
    """The lines that differ, the old and the new one, where no line was added or taken away."""
    found = []
    for name, old in before.items():
        olds, news = old.decode().splitlines(keepends=True), after[name].decode().splitlines(keepends=True)
        assert len(olds) == len(news)
        found += [(one.strip(), other.strip()) for one, other in zip(olds, news, strict=True) if one != other]
    return found


def swap_in(place: Path, file: str, old: str, new: str) -> None:
    """Change the strategy after the workbook was built."""
    path = place / "strategy" / file
    content = path.read_bytes()
    assert content.count(old.encode()) == 1, old
    path.write_bytes(content.replace(old.encode(), new.encode()))


_A, _B, _C = "1.00", "2.00", "3.00"
NINE = [
    (_A, _A, _A, Outcome.NOTHING),
    (_A, _A, _B, Outcome.NOTHING),
    (_A, _B, _A, Outcome.CHANGE),
    (_A, _B, _B, Outcome.ALREADY),
    (_A, _B, _C, Outcome.CONFLICT),
    (_A, "", _A, Outcome.CHANGE),
    (_A, "", _B, Outcome.CONFLICT),
    ("", _B, "", Outcome.CHANGE),
    ("", _B, _C, Outcome.CONFLICT),
]


@pytest.mark.parametrize(("base", "theirs", "ours", "expected"), NINE)
def test_w19_nine_combinations(base: str, theirs: str, ours: str, expected: Outcome) -> None:
    assert outcome(base, theirs, ours) is expected


FIELDS: dict[str, tuple[str, str, str, str, str, str, list[Any]]] = {
    # table, row, column, file, the field as it is written, a pattern of it, three values: as built and two others
    "sum": ("lines", "B-AP", "unit_price", "wifi.yaml", "unit_price: 18500 ", "unit_price: {} ", [18500, 19000, 20000]),
    "number": ("lines", "B-AP", "quantity_2025", "wifi.yaml", "{2025: 4,", "{{2025: {},", [4, 5, 6.5]),
    "code": ("lines", "B-AP", "economic", "wifi.yaml", 'economic_code: "3110"', 'economic_code: "{}"', ["3110", "2210", "2240"]),
    "text": ("lines", "B-AP", "title", "wifi.yaml", '"Точки доступу"', '"{}"', ["Точки доступу", "Точки", "Антени"]),
    "translated": ("lines", "B-WORK", "title", "wifi.yaml", "{uk: Монтаж,", "{{uk: {},", ["Монтаж", "Роботи", "Праця"]),
    "part": ("funding", "B-WORK|S-LOCAL", "part", "wifi.yaml", "{S-LOCAL: 60%,", "{{S-LOCAL: {},", ["60%", "55%", "50.5%"]),
    "ceiling": ("ceilings", "S-LOCAL", "ceiling_2026", "settings.yaml", "2026: 900000.00", "2026: {}", [900000, 800000, 700000]),
}
"""Fields of every form and of every way of writing them."""


@pytest.mark.parametrize(("theirs", "ours"), [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (0, 2)])
@pytest.mark.parametrize("field", FIELDS)
def test_w19_nine_combinations_of_every_field(
    place: Path, edited: Edited, pull: Pull, field: str, theirs: int, ours: int
) -> None:
    table, row, column, file, old, pattern, values = FIELDS[field]
    if theirs:
        edited.set(table, row, column, values[theirs])
        edited.save()
    file = file if file == "settings.yaml" else f"budget/{file}"
    if ours:
        swap_in(place, file, old, pattern.format(values[ours]))
    before = texts(place)
    status, said = pull("--apply")
    if theirs == 0:
        assert (status, said["changes"], said["conflicts"]) == (0, [], [])
        assert texts(place) == before
    elif theirs == ours:
        assert (status, [one["kind"] for one in said["changes"]]) == (0, ["already"])
        assert texts(place) == before
    elif ours == 0:
        assert (status, [one["kind"] for one in said["changes"]], said["applied"]) == (0, ["changed"], True)
        assert len(changed_lines(before, texts(place))) == 1
        status, said = pull("--apply")
        assert (status, said["applied"], [one["kind"] for one in said["changes"]]) == (0, False, ["already"])
    else:
        assert (status, said["applied"]) == (5, False)
        [conflict] = said["conflicts"]
        assert len({conflict["base"], conflict["theirs"], conflict["ours"]}) == 3
        assert codes(said, "error") == ["SB987"]
        assert texts(place) == before


def test_an_unedited_workbook_changes_nothing(place: Path, pull: Pull) -> None:
    before = texts(place)
    status, said = pull("--apply")
    assert (status, said["changes"], said["files"], said["diagnostics"]) == (0, [], [], [])
    assert texts(place) == before


def test_spellings_are_no_changes(place: Path, pull: Pull) -> None:
    swap_in(place, "budget/wifi.yaml", "unit_price: 18500 ", "unit_price: 18500.0 ")
    swap_in(place, "budget/wifi.yaml", "funding: S-LOCAL", "funding: {S-LOCAL: 100.00%}")
    status, said = pull()
    assert (status, said["changes"], said["conflicts"]) == (0, [], [])


def test_w08_a_formula_in_an_input_is_refused_without_its_value(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-AP", "unit_price", "=18000+500")
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, codes(said, "error"), said["changes"]) == (1, ["SB990"], [])
    assert texts(place) == before


def test_w08_w09_the_stored_value_of_a_formula_is_taken_with_a_note(place: Path, pull: Pull) -> None:
    _store_formula(
        place / "budget.xlsx", Edited(place / "budget.xlsx").cell("lines", "B-AP", "unit_price").coordinate, "=1+1", "19000"
    )
    status, said = pull()
    assert (status, codes(said, "note")[:1]) == (0, ["SB989"])
    assert [(one["field"], one["theirs"]) for one in said["changes"]] == [("unit_price", "19000.00")]


def test_w09_totals_are_never_imported(edited: Edited, pull: Pull) -> None:
    sheet = edited.sheet("lines")
    total = next(cell for cell in sheet[4] if cell.value and str(cell.value).startswith("=SUM"))
    total.value = 999
    edited.save()
    status, said = pull()
    assert (status, said["changes"], said["money"]["total"]["difference"]) == (0, [], "0.00")


def test_w09_w18_a_sum_typed_over_a_formula_is_told_of(edited: Edited, place: Path, pull: Pull) -> None:
    total = next(
        cell
        for cells in edited.sheet("lines").iter_cols(min_row=edited.row("lines", "B-AP"))
        for above, cell, below in zip(cells, cells[1:], cells[2:], strict=False)
        if all(str(one.value).startswith("=SUM") for one in (above, cell, below))
    )
    total.value = 999
    edited.save()
    status, said = pull()
    assert (status, codes(said), said["changes"]) == (0, ["SB929"], [])


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "code"),
    [
        ("lines", "B-AP", "economic", datetime(2026, 2, 1), "SB966"),  # noqa: DTZ001 - cells have no zone
        ("lines", "B-AP", "unit_price", datetime(2026, 2, 1), "SB966"),  # noqa: DTZ001 - as above
        ("lines", "B-AP", "unit_price", "1.000,50", "SB962"),
        ("lines", "B-AP", "unit_price", 12.345, "SB967"),
        ("lines", "B-AP", "unit_price", "12 тис.", "SB963"),
        ("lines", "B-AP", "unit_price", True, "SB965"),
        ("lines", "B-AP", "unit_price", "#REF!", "SB964"),
        ("lines", "B-AP", "title", "#N/A", "SB964"),
        ("lines", "B-AP", "quantity_2025", -3, "SB969"),
        ("funding", "B-WORK|S-LOCAL", "part", "багато", "SB972"),
    ],
)
def test_w12_w22_what_cannot_be_read_exactly_is_refused_by_cell(
    edited: Edited, place: Path, pull: Pull, table: str, row: str, column: str, value: object, code: str
) -> None:
    cell = edited.set(table, row, column, value)
    edited.set("lines", "B-WORK", "amounts_2025", 5)
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, codes(said, "error")) == (1, [code])
    assert cell.coordinate in said["diagnostics"][0]["message"]
    assert texts(place) == before


@pytest.mark.parametrize("value", ["—", "н/д", "", None, " - "])
def test_w22_no_value_empties_an_optional_field(edited: Edited, place: Path, pull: Pull, value: str | None) -> None:
    edited.set("lines", "B-AP", "basis", value)
    if value not in {"", None}:
        edited.set("lines", "B-AP", "economic", value)
    edited.save()
    status, said = pull()
    if value in {"", None}:
        assert [(one["field"], one["kind"]) for one in said["changes"]] == [("basis", "emptied")]
    else:
        assert ("economic_code", "emptied") in [(one["field"], one["kind"]) for one in said["changes"]]
    assert status == 0


@pytest.mark.parametrize("typed", ["1 200,50", "1\u00a0200,50", "1\u202f200.50", "1200,5 ", 1200.5])
def test_w10_sums_typed_as_people_write_them(edited: Edited, pull: Pull, typed: object) -> None:
    edited.set("lines", "B-WORK", "amounts_2025", typed)
    edited.save()
    status, said = pull()
    assert (status, [one["theirs"] for one in said["changes"]]) == (0, ["1200.50"])


def test_w12_a_key_that_became_a_date_is_explained(edited: Edited, pull: Pull) -> None:
    edited.sheet("lines").cell(edited.row("lines", "B-AP"), 1).value = datetime(2026, 1, 2)  # noqa: DTZ001 - cells have no zone
    edited.save()
    status, said = pull()
    assert (status, codes(said, "error")) == (1, ["SB966"])
    assert said["removals"] == []


def test_w14_sorted_and_filtered_rows_change_nothing(edited: Edited, pull: Pull) -> None:
    edited.put_rows("lines", edited.rows("lines")[::-1])
    edited.put_rows("funding", edited.rows("funding")[::-1])
    edited.save()
    status, said = pull()
    assert (status, said["changes"], said["removals"], codes(said)) == (0, [], [], [])
    assert len(said["sorted"]) == 2


def test_w14_a_deleted_row_is_told_of_and_removed_only_by_agreement(edited: Edited, place: Path, pull: Pull) -> None:
    edited.delete("lines", "B-DIG")
    for source in ("S-LOCAL", "S-DONOR"):
        edited.delete("funding", f"B-DIG|{source}")
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, codes(said)) == (0, ["SB995"])
    assert [(one["item"], one["accepted"]) for one in said["removals"]] == [("B-DIG", False)]
    assert texts(place) == before
    status, said = pull("--apply", "--accept-removals")
    assert (status, said["applied"], said["money"]["total"]["difference"]) == (0, True, "-777.77")
    assert b"B-DIG" not in texts(place)["fibre.yaml"]
    assert before["wifi.yaml"] == texts(place)["wifi.yaml"]
    status, said = pull("--apply", "--accept-removals")
    assert (status, said["applied"], said["removals"]) == (0, False, [])


def test_a_deleted_source_of_a_line_is_removed_by_agreement(edited: Edited, place: Path, pull: Pull) -> None:
    edited.delete("funding", "B-DIG|S-DONOR")
    edited.set("funding", "B-DIG|S-LOCAL", "part", "100%")
    edited.save()
    status, _ = pull("--apply", "--accept-removals")
    assert status == 0
    assert "funding: {S-LOCAL: 100%}}" in texts(place)["fibre.yaml"].decode()


def test_a_source_is_replaced_by_another(edited: Edited, place: Path, pull: Pull) -> None:
    edited.delete("funding", "B-AP|S-LOCAL")
    edited.add("funding", {"line": "B-AP", "source": "S-DONOR", "part": "100%"})
    edited.save()
    before = texts(place)
    assert pull("--apply")[0] == 1
    assert pull("--apply", "--accept-removals")[0] == 0
    assert changed_lines(before, texts(place)) == [("funding: S-LOCAL", "funding: S-DONOR")]


def test_the_only_source_is_removed(edited: Edited, place: Path, pull: Pull) -> None:
    edited.delete("funding", "B-AP|S-LOCAL")
    edited.save()
    assert pull("--apply", "--accept-removals")[0] == 0
    assert b"funding: S-LOCAL" not in texts(place)["wifi.yaml"]
    assert b"funding: {}" not in texts(place)["wifi.yaml"]


@pytest.mark.parametrize(("part", "lines"), [("60%", []), ("55%", [("{S-LOCAL: 60%,", "{S-LOCAL: 55%,")])])
def test_a_row_deleted_and_typed_anew_is_the_same_row(
    edited: Edited, place: Path, pull: Pull, part: str, lines: list[tuple[str, str]]
) -> None:
    edited.delete("funding", "B-WORK|S-LOCAL")
    edited.add("funding", {"line": "B-WORK", "source": "S-LOCAL", "part": part})
    edited.save()
    before = texts(place)
    status, said = pull("--apply", "--accept-removals")
    assert (status, said["removals"], len(said["changes"])) == (0, [], len(lines))
    after = {name: content.replace(b"55%,", b"60%,") for name, content in texts(place).items()}
    assert after == before
    assert (texts(place) == before) is (not lines)


def test_edits_of_a_line_that_is_removed_go_with_it(edited: Edited, place: Path, pull: Pull) -> None:
    edited.delete("lines", "B-DIG")
    edited.set("funding", "B-DIG|S-LOCAL", "part", 0.4)
    edited.save()
    status, said = pull("--apply", "--accept-removals")
    assert (status, said["applied"], said["changes"]) == (0, True, [])
    assert b"B-DIG" not in texts(place)["fibre.yaml"]


def test_a_removed_line_that_was_changed_meanwhile_is_a_conflict(edited: Edited, place: Path, pull: Pull) -> None:
    edited.delete("lines", "B-DIG")
    edited.save()
    swap_in(place, "budget/fibre.yaml", "777.77", "888.88")
    status, said = pull("--apply", "--accept-removals")
    assert (status, [one["ours"] for one in said["conflicts"]]) == (5, ["888.88"])


def test_a_change_of_a_line_that_is_gone_is_a_conflict(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-DIG", "amounts_2027", 1)
    edited.save()
    path = place / "strategy/budget/fibre.yaml"
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:2]), encoding="utf-8")
    status, said = pull()
    assert (status, [(one["item"], one["ours"]) for one in said["conflicts"]]) == (5, [("B-DIG", "")])


def test_w14_a_copied_row(edited: Edited, place: Path, pull: Pull) -> None:
    sheet, row = edited.sheet("lines"), edited.row("lines", "B-WORK")
    copy = sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(copy, column).value = sheet.cell(row, column).value
    edited.save()
    status, said = pull()
    assert (status, codes(said), said["changes"], said["new"]) == (0, ["SB993"], [], [])
    sheet.cell(copy, edited.column("lines", "amounts_2025")).value = 7
    edited.save()
    status, said = pull("--apply")
    assert (status, codes(said, "error"), said["applied"]) == (1, ["SB994"], False)
    sheet.cell(copy, 1).value = None
    edited.save()
    status, said = pull("--apply")
    assert (status, said["applied"]) == (0, True)
    assert [(one["item"], one["fields"]["amounts.2025"]) for one in said["new"]] == [("B-WIFI-1", "7.00")]
    assert b"B-WIFI-1" in texts(place)["wifi.yaml"]


def test_w14_new_rows_become_items_at_the_end_of_the_right_list(edited: Edited, place: Path, pull: Pull) -> None:
    edited.add("lines", {"measure": "M-WIFI", "title": "Антени", "quantity_2026": 3, "unit_price": "1 000,50"})
    edited.add("lines", {"measure": "M-FIBRE", "title": "Муфти", "amounts_2025": 10}, key="B-CLOSURE")
    edited.add("funding", {"line": "B-CLOSURE", "source": "S-LOCAL", "part": "100%"})
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, [one["item"] for one in said["new"]]) == (0, ["B-WIFI-1", "B-CLOSURE"])
    assert said["money"]["total"]["difference"] == "3011.50"
    after = texts(place)
    assert after["settings.yaml"] == before["settings.yaml"]
    for name, ending in (
        (
            "wifi.yaml",
            "  - id: B-WIFI-1\n    measure: M-WIFI\n    title: Антени\n    quantity: {2026: 3}\n    unit_price: 1000.50\n",
        ),
        ("fibre.yaml", "B-CLOSURE, measure: M-FIBRE, title: Муфти, amounts: {2025: 10.00}, funding: S-LOCAL}\n"),
    ):
        assert after[name].startswith(before[name].rstrip())
        assert after[name].decode().endswith(ending)
    status, said = pull("--apply")
    assert (status, said["applied"], [one["already"] for one in said["new"]]) == (0, False, [True, True])
    assert texts(place) == after


def test_two_new_rows_that_say_the_same_are_two_lines_and_stay_two(edited: Edited, place: Path, pull: Pull) -> None:
    for _ in range(2):
        edited.add("lines", {"measure": "M-WIFI", "title": "Антени", "amounts_2026": 3})
    edited.save()
    status, said = pull("--apply")
    assert (status, [one["item"] for one in said["new"]]) == (0, ["B-WIFI-1", "B-WIFI-2"])
    after = texts(place)
    status, said = pull("--apply")
    assert (status, said["applied"], [one["already"] for one in said["new"]]) == (0, False, [True, True])
    assert texts(place) == after


@pytest.mark.parametrize(
    ("table", "values", "key", "code"),
    [
        ("lines", {"title": "Без заходу"}, None, "SB996"),
        ("lines", {"measure": "M-WIFI", "amounts_2026": 3}, None, "SB996"),
        ("lines", {"measure": "M-WIFL", "title": "Не той захід"}, None, "SB997"),
        ("lines", {"measure": "M-WIFI", "title": "Зайнятий"}, "S-LOCAL", "SB998"),
        ("lines", {"measure": "M-WIFI", "title": "Не ідентифікатор"}, "рядок 7", "SB998"),
        ("funding", {"line": "B-AP", "part": "5%"}, None, "SB996"),
        ("funding", {"line": "B-AP", "source": "S-NOBODY", "part": "5%"}, None, "SB997"),
        ("funding", {"line": "B-WORK", "source": "S-LOCAL", "part": "5%"}, None, "SB994"),
        ("funding", {"line": "B-AP", "source": "S-DONOR", "part": 0.5}, None, "SB973"),
    ],
)
def test_new_rows_that_cannot_be_taken(
    edited: Edited, pull: Pull, table: str, values: dict[str, object], key: str | None, code: str
) -> None:
    edited.add(table, values, key)
    edited.save()
    status, said = pull()
    assert (status, codes(said, "error")[:1]) == (1, [code])


def test_a_new_row_in_a_table_that_takes_none(edited: Edited, pull: Pull) -> None:
    sheet, row = edited.sheet("ceilings"), edited.row("ceilings", "S-DONOR")
    sheet.insert_rows(row)
    sheet.cell(row, 1).value = "S-NEW"
    sheet.cell(row, edited.column("ceilings", "ceiling_2026")).value = 5
    edited.save()
    status, said = pull()
    assert (status, codes(said, "error")) == (1, ["SB986"])


def test_a_source_of_one_year(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("funding", "B-WORK|S-LOCAL|2026", "part", 20000)
    edited.add("funding", {"line": "B-DIG", "source": "S-DONOR", "of_year": 2027, "part": "100%"})
    edited.save()
    status, said = pull("--apply")
    assert (status, [one["field"] for one in said["changes"]]) == (
        0,
        ["funding_by_year.2026.S-LOCAL", "funding_by_year.2027.S-DONOR"],
    )
    assert "2026: {S-LOCAL: 20000.00, S-DONOR: rest}" in texts(place)["wifi.yaml"].decode()
    assert "funding_by_year: {2027: {S-DONOR: 100%}}" in texts(place)["fibre.yaml"].decode()
    assert pull("--apply")[1]["applied"] is False


def test_a_single_source_is_joined_by_another(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("funding", "B-AP|S-LOCAL", "part", "70%")
    edited.add("funding", {"line": "B-AP", "source": "S-DONOR", "part": "решта"})
    edited.save()
    before = texts(place)
    assert pull("--apply")[0] == 0
    assert changed_lines(before, texts(place)) == [("funding: S-LOCAL", "funding: {S-LOCAL: 70%, S-DONOR: rest}")]
    assert pull("--apply")[1]["applied"] is False


def test_a_single_source_that_pays_less_is_an_error_of_the_strategy(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("funding", "B-AP|S-LOCAL", "part", "70%")
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, [one["name"] for one in said["diagnostics"] if one["severity"] == "error"]) == (
        1,
        ["funding_shares_not_whole"],
    )
    assert texts(place) == before


def test_w15_merged_cells_over_ids_are_refused(edited: Edited, pull: Pull) -> None:
    row = edited.row("lines", "B-AP")
    edited.sheet("lines").merge_cells(start_row=row, end_row=row + 1, start_column=1, end_column=1)
    edited.save()
    status, said = pull()
    assert (status, codes(said, "error"), said["removals"]) == (1, ["SB999"], [])


def test_w16_hidden_rows_columns_and_sheets_are_read_and_listed(edited: Edited, pull: Pull) -> None:
    sheet, row = edited.sheet("lines"), edited.row("lines", "B-WORK")
    sheet.row_dimensions[row].hidden = True
    letter = edited.cell("lines", "B-AP", "basis").column_letter
    sheet.column_dimensions[letter].hidden = True
    edited.sheet("funding").sheet_state = "hidden"
    edited.set("lines", "B-WORK", "amounts_2025", 4)
    edited.save()
    status, said = pull()
    assert (status, [one["theirs"] for one in said["changes"]]) == (0, ["4.00"])
    hidden = {one["sheet"]: one for one in said["hidden"]}
    assert hidden[sheet.title]["rows"] == [row]
    assert letter in hidden[sheet.title]["columns"]
    assert hidden[edited.sheet("funding").title]["whole_sheet"] is True


def test_w17_a_renamed_sheet_and_moved_columns_are_found_by_the_machine_header(edited: Edited, pull: Pull) -> None:
    edited.set("lines", "B-WORK", "amounts_2025", 4)
    sheet = edited.sheet("lines")
    mark = edited.header("lines").row
    title, note = edited.column("lines", "title"), edited.column("lines", "note")
    for row in range(mark, sheet.max_row + 1):
        one, other = sheet.cell(row, title), sheet.cell(row, note)
        one.value, other.value = other.value, one.value
    sheet.insert_cols(2)
    sheet.insert_rows(1, 3)
    sheet.title = "Наш бюджет"
    edited.save()
    status, said = pull()
    assert (status, [(one["field"], one["theirs"]) for one in said["changes"]]) == (0, [("amounts.2025", "4.00")])


def _without_header(edited: Edited) -> None:
    edited.sheet("lines").delete_rows(edited.header("lines").row)


def _without_column(edited: Edited) -> None:
    edited.sheet("lines").delete_cols(edited.column("lines", "unit_price"))


def _with_column_twice(edited: Edited) -> None:
    sheet = edited.sheet("lines")
    sheet.cell(edited.header("lines").row, sheet.max_column + 1).value = "unit_price"


def _with_sheet_twice(edited: Edited) -> None:
    edited.book.copy_worksheet(edited.sheet("lines"))


@pytest.mark.parametrize(
    ("break_it", "code"),
    [(_without_header, "SB984"), (_without_column, "SB985"), (_with_column_twice, "SB985"), (_with_sheet_twice, "SB984")],
)
def test_w17_a_header_that_is_missing_or_twice_there_is_refused(
    edited: Edited, place: Path, pull: Pull, break_it: Callable[[Edited], None], code: str
) -> None:
    edited.set("ceilings", "S-LOCAL", "ceiling_2026", 5)
    break_it(edited)
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, codes(said, "error")) == (1, [code])
    assert [one["field"] for one in said["changes"]] == ["ceilings.2026"]
    assert texts(place) == before


def test_w18_overwritten_computed_cells_are_told_of_and_ignored(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-AP", "amounts_2025", 5)
    edited.set("lines", "B-DIG", "measure", "M-WIFI")
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, codes(said, "warning"), said["changes"]) == (0, ["SB988"] * 2, [])
    assert texts(place) == before


def test_w18_a_line_that_is_gone_has_no_overwritten_cells(edited: Edited, place: Path, pull: Pull) -> None:
    swap_in(place, "budget/wifi.yaml", "id: B-AP ", "id: B-POINTS ")
    status, said = pull()
    assert (status, codes(said), said["changes"]) == (0, [], [])


@pytest.mark.parametrize(("column", "value"), [("line", "B-DIG"), ("source", "S-DONOR"), ("of_year", "2026")])
def test_a_row_that_names_something_else_than_its_key_is_refused(
    edited: Edited, place: Path, pull: Pull, column: str, value: str
) -> None:
    edited.set("funding", "B-WORK|S-LOCAL", column, value)
    edited.set("funding", "B-WORK|S-LOCAL", "part", "40%")
    edited.set("funding", "B-WORK|S-DONOR", "part", "60%")
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, codes(said, "error")) == (1, ["SB927"])
    assert texts(place) == before


@pytest.mark.parametrize("key", [None, "b-ap", "B-OTHER"])
def test_w14_a_row_that_lost_its_key_is_not_counted_twice(edited: Edited, place: Path, pull: Pull, key: str | None) -> None:
    edited.sheet("lines").cell(edited.row("lines", "B-AP"), edited.header("lines").column).value = key
    edited.save()
    before = texts(place)
    for options in ((), ("--accept-removals",)):
        status, said = pull("--apply", *options)
        assert (status, codes(said), said["new"], said["removals"]) == (1, ["SB926"], [], [])
        assert texts(place) == before


def test_w14_a_deleted_row_of_a_table_that_removes_none(edited: Edited, pull: Pull) -> None:
    edited.delete("ceilings", "S-LOCAL")
    edited.save()
    for options in ((), ("--accept-removals",)):
        status, said = pull(*options)
        assert (status, codes(said), said["files"]) == (0, ["SB925"], [])


def test_a_line_that_is_reckoned_in_another_way(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-AP", "quantity_2025", None)
    edited.set("lines", "B-AP", "quantity_2026", None)
    edited.set("lines", "B-AP", "unit_price", None)
    edited.set("lines", "B-AP", "amounts_2025", 80000)
    edited.set("lines", "B-AP", "amounts_2026", "90 000,50")
    edited.set("lines", "B-WORK", "amounts_2025", None)
    edited.set("lines", "B-WORK", "amounts_2026", None)
    edited.set("lines", "B-WORK", "quantity_2026", 3)
    edited.set("lines", "B-WORK", "measurement_unit", "шт.")
    edited.set("lines", "B-WORK", "unit_price", 20000)
    edited.save()
    status, said = pull("--apply")
    assert (status, codes(said, "warning"), said["applied"]) == (0, [], True)
    money = {one["item"]: one["after"] for one in said["money"]["items"]}
    assert money == {"B-AP": "170000.50", "B-WORK": "60000.00"}
    written = texts(place)["wifi.yaml"].decode()
    assert "      2025: 80000.00\n      2026: 90000.50\n" in written
    assert "quantity: {2026: 3}" in written
    assert "18500" not in written
    after = texts(place)
    status, said = pull("--apply")
    assert (status, said["applied"]) == (0, False)
    assert texts(place) == after


def test_an_input_of_another_way_alone_counts_for_nothing(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-WORK", "quantity_2026", 3)
    edited.set("lines", "B-WORK", "unit_price", 5000)
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, codes(said, "warning"), said["changes"]) == (0, ["SB928"] * 2, [])
    assert texts(place) == before


def test_w20_two_reviewers_in_sequence(place: Path, pull: Pull) -> None:
    first, second = Edited(place / "budget.xlsx"), Edited(place / "budget.xlsx")
    first.set("lines", "B-AP", "unit_price", 19000)
    first.set("lines", "B-WORK", "amounts_2025", 1000)
    one = first.save(place / "first.xlsx")
    second.set("lines", "B-AP", "unit_price", 20000)
    second.set("lines", "B-WORK", "amounts_2025", 1000)
    second.set("lines", "B-DIG", "amounts_2027", 5)
    other = second.save(place / "second.xlsx")
    assert pull("--apply", workbook=one)[0] == 0
    before = texts(place)
    status, said = pull("--apply", workbook=other)
    assert (status, [(found["item"], found["field"]) for found in said["conflicts"]]) == (5, [("B-AP", "unit_price")])
    assert {found["kind"] for found in said["changes"]} == {"already", "changed"}
    assert texts(place) == before


def test_w21_comments_become_review_notes(edited: Edited, pull: Pull) -> None:
    edited.cell("lines", "B-AP", "unit_price").comment = Comment("Де взяли ціну?", "Олена")
    edited.save()
    status, said = pull()
    assert (status, [(one["author"], one["text"]) for one in said["review"]]) == (0, [("Олена", "Де взяли ціну?")])


def test_w23_a_sum_that_grows_more_than_twentyfold_needs_agreement(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-DIG", "amounts_2027", 777770)
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, codes(said, "error")) == (1, ["SB992"])
    assert texts(place) == before
    assert pull("--apply", "--accept-large")[0] == 0
    assert b"2027: 777770.00" in texts(place)["fibre.yaml"]


def test_w24_whoever_holds_the_workbook_is_named(place: Path, pull: Pull) -> None:
    (place / ".~lock.budget.xlsx#").write_text(",olena,fin-pc,15.03.2026 10:00,file:///x;", encoding="utf-8")
    status, said = pull()
    assert (status, ["olena" in one["message"] for one in said["diagnostics"]]) == (0, [True])


def test_a_required_value_cannot_be_emptied(edited: Edited, pull: Pull) -> None:
    edited.set("lines", "B-AP", "title", None)
    edited.save()
    status, said = pull()
    assert (status, codes(said, "error")) == (1, ["SB991"])


def test_a_change_that_makes_a_new_error_is_refused(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-AP", "unit_price", None)
    edited.save()
    before = texts(place)
    status, said = pull("--apply")
    assert (status, said["applied"]) == (1, False)
    assert [one["name"] for one in said["diagnostics"] if one["severity"] == "error"] == ["amount_given_by_half"]
    assert texts(place) == before


def test_the_last_year_emptied_takes_its_mapping_with_it(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-DIG", "amounts_2027", None)
    edited.save()
    status, said = pull("--apply")
    assert (status, [one["kind"] for one in said["changes"]]) == (0, ["emptied"])
    assert b"amounts" not in texts(place)["fibre.yaml"]


@pytest.mark.parametrize("language", ["uk", "en"])
def test_texts_in_several_languages(place: Path, pull: Pull, language: str) -> None:
    workbook = Edited(build_budget(place / "strategy", place / language, language))
    workbook.set("lines", "B-WORK", "title", "Setting up")
    workbook.set("lines", "B-AP", "basis", "Three offers")
    one = workbook.save()
    before = texts(place)
    status, _ = pull("--apply", workbook=one)
    assert status == 0
    title = {"uk": "{uk: Setting up, en: Installation}", "en": "{uk: Монтаж, en: Setting up}"}[language]
    written = texts(place)["wifi.yaml"].decode()
    assert f"title: {title}" in written
    if language == "uk":
        assert "basis: Three offers\n" in written
        assert len(changed_lines(before, texts(place))) == 2
    else:
        assert "Три комерційні пропозиції" in written
        assert "en: Three offers" in written
    assert pull("--apply", workbook=one)[1]["applied"] is False


@pytest.mark.parametrize("language", ["uk", "en"])
def test_a_text_emptied_in_one_language_is_emptied_once(place: Path, pull: Pull, language: str) -> None:
    swap_in(place, "budget/fibre.yaml", "title: Кабель,", "title: Кабель, basis: {uk: Тариф, en: Tariff},")
    workbook = Edited(build_budget(place / "strategy", place / language, language))
    workbook.set("lines", "B-CABLE", "basis", None)
    one = workbook.save()
    assert pull("--apply", workbook=one)[0] == 0
    left = {"uk": "basis: {en: Tariff}", "en": "basis: {uk: Тариф}"}[language]
    after = texts(place)
    assert left in after["fibre.yaml"].decode()
    status, said = pull("--apply", workbook=one)
    assert (status, said["applied"], said["conflicts"], [one["kind"] for one in said["changes"]]) == (0, False, [], ["already"])
    assert texts(place) == after


def test_a_long_text_keeps_the_way_in_which_it_is_written(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-WORK", "note", "Перший абзац.\r\n\r\nІнший абзац.")
    edited.save()
    before = texts(place)
    assert pull("--apply")[0] == 0
    assert changed_lines(before, texts(place)) == [("Другий абзац.", "Інший абзац.")]


@pytest.mark.parametrize("mark", [False, True])
def test_line_ends_and_byte_order_marks_stay(tmp_path: Path, pull: Pull, mark: bool) -> None:
    folder = tmp_path / "other"
    strategy = write_strategy(folder / "strategy", newline="\r\n", mark=mark)
    workbook = Edited(build_budget(strategy, folder))
    workbook.set("lines", "B-WORK", "amounts_2025", 1)
    workbook.add("lines", {"measure": "M-WIFI", "title": "Антени", "amounts_2026": 3})
    path = strategy / "budget/wifi.yaml"
    before = path.read_bytes()
    assert main(["pull", str(workbook.save()), str(strategy), "--apply"]) == 0
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf") is mark
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\r\n")
    assert "1.00  # за кошторисом\r\n".encode() in after


def test_a_workbook_of_another_currency_is_refused(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    swap_in(place, "settings.yaml", "language: uk", "language: uk\n  currency: EUR")
    assert main(["pull", str(place / "budget.xlsx"), str(place / "strategy")]) == 1
    assert "SB983" in capsys.readouterr().out


def test_a_workbook_without_its_hidden_sheet_is_refused(edited: Edited, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del edited.book["_stratbuild"]
    edited.save()
    assert main(["pull", str(place / "budget.xlsx"), str(place / "strategy")]) == 1
    assert "SB980" in capsys.readouterr().out


def test_a_changed_hidden_sheet_is_refused(edited: Edited, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited.book["_stratbuild"].cell(3, 2).value = "something"
    edited.save()
    assert main(["pull", str(place / "budget.xlsx"), str(place / "strategy")]) == 1
    assert "SB981" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kind", "piece", "other"),
    [
        ("table", '"collection":"budget\\u005flines"', '"collection":["budget\\u005flines"]'),
        ("table", '"collection":"budget\\u005flines"', '"collection":"nothing"'),
        ("table", '["title"]', '["id"]'),
        ("row", '"B-AP","B-AP",[]', '"B-AP",7,[]'),
        ("row", '"B-AP","B-AP",[]', '"B-AP","B-AP",[1]'),
        ("fact", "uk", "xx"),
    ],
)
def test_a_hidden_sheet_with_a_hash_of_its_own_is_refused_where_the_program_wrote_no_such_thing(
    edited: Edited, place: Path, pull: Pull, kind: str, piece: str, other: str
) -> None:
    edited.set("lines", "B-AP", "title", "Інша назва")
    sheet = edited.book["_stratbuild"]
    rows = [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)][:-1]
    changed = [[cell.replace(piece, other) if row[0] == kind else cell for cell in row] for row in rows]
    assert changed != rows
    digest = hashlib.sha256()
    sheet.delete_rows(1, sheet.max_row)
    for row in changed:
        digest.update("\x1f".join(row).encode() + b"\x1e")
        sheet.append(row)
    sheet.append(["hash", digest.hexdigest()])
    edited.save()
    status, said = pull("--apply", "--accept-removals")
    assert (status, codes(said)) == (1, ["SB981"])


def test_a_workbook_of_a_scenario_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strategy = write_strategy(tmp_path / "strategy")
    extra = "scenarios:\n  - {id: SC-LOW, title: Менше грошей, budget_lines: {B-AP: {unit_price: 100.00}}}\n"
    (strategy / "scenarios.yaml").write_text(extra, encoding="utf-8")
    workbook = build_budget(strategy, tmp_path, scenario="SC-LOW")
    assert main(["pull", str(workbook), str(strategy)]) == 1
    said = capsys.readouterr().out
    assert "SB982" in said
    assert "SC-LOW" in said


@pytest.mark.parametrize(("content", "status"), [(b"", 1), (b"PK\x03\x04 no archive", 1), (b"a;b\n1;2\n", 1)])
def test_other_files_are_refused_with_their_reason(place: Path, pull: Pull, content: bytes, status: int) -> None:
    (place / "budget.xlsx").write_bytes(content)
    found, said = pull()
    assert (found, len(said["diagnostics"])) == (status, 1)


def test_the_json_has_the_same_keys_whatever_happens(place: Path, pull: Pull) -> None:
    _, sound = pull()
    (place / "budget.xlsx").write_bytes(b"")
    _, empty = pull()
    assert list(sound) == list(empty)
    assert sound["workbook"]["revision"] == sound["revision"] == empty["revision"]


def test_a_folder_in_place_of_a_workbook_is_no_finding_but_trouble_with_the_disk(place: Path, pull: Pull) -> None:
    status, said = pull(workbook=place)
    assert (status, len(said["diagnostics"])) == (3, 1)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_files_that_may_not_be_written_stay_all_of_them(edited: Edited, place: Path, pull: Pull) -> None:
    edited.set("lines", "B-WORK", "amounts_2025", 4)
    edited.set("lines", "B-DIG", "amounts_2027", 4)
    edited.save()
    before = texts(place)
    (place / "strategy/budget/fibre.yaml").chmod(0o444)
    status, said = pull("--apply")
    assert (status, said["applied"], len(said["changes"])) == (3, False, 2)
    assert texts(place) == before


def test_a_file_that_is_not_there_is_a_mistake_of_usage(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pull", str(place / "no.xlsx"), str(place / "strategy")]) == 2
    assert "no.xlsx" in capsys.readouterr().err


def test_what_people_read(edited: Edited, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited.set("lines", "B-AP", "unit_price", 19000)
    edited.save()
    command = ["pull", str(place / "budget.xlsx"), str(place / "strategy")]
    assert main(command) == 0
    said = capsys.readouterr()
    assert "unit_price: 18 500,00 → 19 000,00" in said.out.replace("\u00a0", " ")
    assert "разом за рядком: 185 000,00 → 190 000,00 (+5 000,00)" in said.out.replace("\u00a0", " ")
    assert "--apply" in said.err
    assert main([*command, "--apply", "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert said.out.rstrip().endswith("wifi.yaml")
    assert main([*command, "--apply", "--lang", "en"]) == 0
    assert "changes nothing" in capsys.readouterr().out


def _store_formula(path: Path, cell: str, formula: str, value: str) -> None:
    """Put a formula with a stored value, right or wrong, into a cell of the sheet of lines, as a spreadsheet stores it."""
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    name = next(
        one
        for one, part in parts.items()
        if one.startswith("xl/worksheets/") and f'r="{cell}"'.encode() in part and b"18500" in part
    )
    pattern = rf'<c r="{cell}"([^>]*)><v>18500</v></c>'.encode()
    new = rf'<c r="{cell}"\1><f>{formula.removeprefix("=")}</f><v>{value}</v></c>'.encode()
    parts[name], count = re.subn(pattern, new, parts[name])
    assert count == 1
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, part in parts.items():
            archive.writestr(one, part)
