"""`plan.xlsx`: its figures are the model's, its formulas go on with what a person types, its form follows a file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from libreoffice import differences, formulas, recalculated
from stratbuild.model import Plan
from stratbuild.model.load import capacity_of
from stratbuild.outputs.documents.budget_workbook import OUTPUT as BUDGET
from stratbuild.outputs.documents.plan_workbook import OUTPUT, plan_workbook_in
from stratbuild.outputs.sheets.plan.form import decode_form, shipped_form
from stratbuild.outputs.sheets.plan.people import rounded
from stratbuild.quantity import Money
from stratbuild.render.edition import Edition
from stratbuild.render.faults import PaperFault
from stratbuild.render.workbook import Workbook
from stratbuild.render.workbook_reader import StoredValues, read_back, verify_workbook
from stratbuild.render.workbook_writer import write_workbook
from stratbuild.source import SourceText
from strategies import check_folder, check_text, lines

TOWN = Path(__file__).parent / "data" / "town_plan"
EDITION = Edition(date(2026, 3, 31), "a1b2c3d4e5f6", "uk", "0.1.0")
YEARS = (2025, 2026, 2027)
FIRST_CALENDAR_COLUMN, LABEL_ROW, FIRST_ROW = 8, 6, 7


@pytest.fixture(scope="module")
def town() -> Plan:
    checked = check_folder(TOWN)
    assert checked.plan is not None, lines(checked.diagnostics)
    assert [one.code for one in checked.diagnostics if one.severity.name == "ERROR"] == []
    return checked.plan


def described(plan: Plan, language: str = "uk") -> Workbook:
    (made,) = OUTPUT.view(plan, replace(EDITION, language=language))
    assert isinstance(made, Workbook)
    return made


def written(workbook: Workbook, folder: Path) -> Path:
    path = folder / write_workbook(workbook, EDITION, folder)
    assert verify_workbook(path, workbook) == ()
    return path


def by_id(stored: StoredValues, ids: str, values: str) -> dict[str, Any]:
    """A column of a sheet by the column of keys."""
    return {row[0]: value[0] for row, value in zip(stored.area(ids), stored.area(values), strict=True)}


def bar(stored: StoredValues, id_: str) -> dict[str, str]:
    """The signs of an item's bar by month, `2026-04`."""
    rows = stored.sheets["Графік"]
    row = next(one for one in rows if id_ in one)
    firsts = rows[3][FIRST_CALENDAR_COLUMN:]
    return {f"{first:%Y-%m}": sign for first, sign in zip(firsts, row[FIRST_CALENDAR_COLUMN:], strict=False) if first and sign}


def needed(stored: StoredValues, unit: str) -> dict[str, tuple[float, Any]]:
    """By month: the people that a unit needs, and those that it misses."""
    rows = stored.sheets["Навантаження"]
    place = next(number for number, one in enumerate(rows) if one[-1] == unit)
    months = rows[3][3:]
    found = zip(months, rows[place][3:], rows[place + 2][3:], strict=True)
    return {f"{month:%Y-%m}": (need, over) for month, need, over in found if month and need}


def exact(value: object) -> Decimal:
    return Decimal(repr(value))


@pytest.mark.parametrize("language", ["uk", "en"])
def test_libreoffice_computes_every_stored_value(town: Plan, tmp_path: Path, language: str) -> None:
    path = written(described(town, language), tmp_path)
    assert sum(1 for _ in formulas(path)) > 900
    assert differences(path, recalculated(path, tmp_path / "office")) == []


def test_sheets_are_those_that_say_something(town: Plan) -> None:
    assert [sheet.name for sheet in described(town).sheets] == [
        "Заходи",
        "Форма заходів",
        "Графік",
        "Критичний шлях",
        "Навантаження",
        "Зайнятість",
        "Показники",
        "Внески",
        "Виконавці",
        "Черговість",
        "Ризики",
    ]
    draft = check_text("goals: [{id: G-A, title: Ціль}]").plan
    assert draft is not None
    assert [sheet.name for sheet in described(draft).sheets] == ["Заходи", "Показники", "Виконавці", "Черговість"]
    dated = check_text("goals: [{id: G-A, title: Ціль}]\nmilestones: [{id: MS-A, title: Віха, on: 2026-05}]").plan
    assert dated is not None
    assert [sheet.name for sheet in described(dated).sheets][1:3] == ["Графік", "Критичний шлях"]


def test_dates_and_floats_are_the_models(town: Plan, tmp_path: Path) -> None:
    stored = read_back(written(described(town), tmp_path))
    starts, finishes = by_id(stored, "gantt_id", "gantt_start"), by_id(stored, "gantt_id", "gantt_finish")
    assert list(starts)[-1] == "M-IDEA"
    assert starts.pop("M-IDEA") is finishes.pop("M-IDEA") is None
    assert {id_: (one.date(), finishes[id_].date()) for id_, one in starts.items()} == {
        id_: (one.first, one.last) for id_, one in town.timing.items()
    }
    assert by_id(stored, "float_id", "float_total") == {id_: one.total_float for id_, one in town.timing.items()}
    assert by_id(stored, "float_id", "float_free") == {id_: one.free_float for id_, one in town.timing.items()}
    slips = {id_: days for id_, days in by_id(stored, "order_id", "order_slip").items() if days}
    assert slips == town.slips
    assert slips["M-DESIGN"] == 21
    spare = {id_: days for id_, days in by_id(stored, "deadline_id", "deadline_spare").items() if days is not None}
    assert spare == {"MS-BUDGET": 7, "M-FIBRE": 16, "M-QUEUE": 97, "MS-END": 49}


def test_the_critical_path_is_told_with_what_decides_it(town: Plan, tmp_path: Path) -> None:
    rows = read_back(written(described(town), tmp_path)).sheets["Критичний шлях"]
    chain = [(row[2], row[3].date(), row[4].date(), row[6]) for row in rows[5:9]]
    assert chain == [
        ("Прокласти оптоволокно до шести сіл", date(2026, 1, 15), date(2026, 9, 14), "не раніше ніж 15.01.2026"),
        ("Лінію прийнято в користування", date(2026, 9, 14), date(2026, 9, 14), "після завершення: 1.1.2"),
        (
            "Під’єднати оселі",
            date(2026, 9, 15),
            date(2027, 7, 14),
            "після завершення: віха «Лінію прийнято в користування»",
        ),
        ("Мережа працює в усіх селах", date(2027, 7, 14), date(2027, 7, 14), "після завершення: 1.1.4"),
    ]
    reasons = {row[-1]: row[6] for row in rows[11:] if row[-1]}
    assert reasons["M-CABINETS"] == "завершується не раніше, ніж 1.1.2 (−10 днів)"
    assert reasons["M-DESIGN"] == "початок указано"
    assert reasons["MS-BUDGET"] == "дату вказано"


def test_bars_differ_by_their_signs(town: Plan, tmp_path: Path) -> None:
    stored = read_back(written(described(town), tmp_path))
    assert bar(stored, "M-WIFI") == {f"2026-{month:02}": "■" for month in range(4, 13)}
    assert bar(stored, "M-FIBRE") == {f"2026-{month:02}": "●" for month in range(1, 10)}
    assert bar(stored, "MS-BUDGET") == {"2025-12": "◆"}
    assert bar(stored, "M-IDEA") == {}


def test_loads_are_the_models(town: Plan, tmp_path: Path) -> None:
    stored = read_back(written(described(town), tmp_path))
    for unit, by_month in town.loads.items():
        found = needed(stored, unit)
        assert set(found) == {f"{month:%Y-%m}" for month, load in by_month.items() if load.needed}
        for month, load in by_month.items():
            need, over = found[f"{month:%Y-%m}"]
            assert exact(need) == rounded(load.needed, 6)
            if capacity_of(town.strategy.units[unit], month.year) is not None:
                assert abs(exact(over) - rounded(load.over, 6)) <= Decimal("0.000001")
    # 1.5 people of the line to 14.09, 0.75 of the wireless, cabinets to 04.09, homes from 15.09.
    september = Fraction(3, 2) * Fraction(14, 30) + Fraction(3, 4)
    assert town.loads["U-IT"][date(2026, 9, 1)].needed > september
    overloads = {(one.unit, f"{one.month:%Y-%m}") for one in town.overloads}
    assert {(unit, month) for unit in town.loads for month, (_, over) in needed(stored, unit).items() if over} == overloads


def test_contributions_are_the_models(town: Plan, tmp_path: Path) -> None:
    stored = read_back(written(described(town), tmp_path))
    for place, found in enumerate(town.contributions.values(), start=1):
        reached, gaps = stored.area(f"reached_{place}")[0], stored.area(f"gap_{place}")[0]
        for year, of in found.by_year.items():
            assert exact(reached[YEARS.index(year)]) == of.reached
            assert exact(gaps[YEARS.index(year)]) == of.gap
    assert stored.area("gap_1") == ((None, -1.4, 5.15),)


def typed(path: Path, sheet: str, cells: Mapping[tuple[str, int], date]) -> Path:
    """The workbook with values typed into the row of a key, by the number of the column."""
    book = load_workbook(path)
    for (id_, column), value in cells.items():
        row = next(cell.row for row in book[sheet].iter_rows() for cell in row if cell.value == id_)
        book[sheet].cell(row, column).value = value
    edited = path.with_name("edited.xlsx")
    book.save(edited)
    return edited


def test_a_changed_start_moves_the_bar_the_float_and_the_load(town: Plan, tmp_path: Path) -> None:
    """What the workbook makes of a later start is what the model makes of it."""
    path = written(described(town), tmp_path)
    edited = typed(path, "Графік", {("M-FIBRE", 4): date(2026, 3, 10), ("M-COURSES", 4): date(2026, 2, 1)})
    stored = read_back(recalculated(edited, tmp_path / "office"))
    finish = date(2026, 11, 9)
    assert by_id(stored, "gantt_id", "gantt_finish")["M-FIBRE"].date() == finish
    assert bar(stored, "M-FIBRE") == {f"2026-{month:02}": "●" for month in range(3, 12)}
    assert by_id(stored, "float_id", "float_total")["M-FIBRE"] == -54
    assert by_id(stored, "deadline_id", "deadline_spare")["M-FIBRE"] == (date(2026, 9, 30) - finish).days
    edu = needed(stored, "U-EDU")
    assert exact(edu["2026-03"][0]) == rounded(Fraction(1, 4) * Fraction(22, 31) + Fraction(1, 5), 6)
    assert "2026-01" not in edu
    assert exact(edu["2026-11"][0]) == rounded(Fraction(1, 4) * Fraction(9, 30) + Fraction(3, 5), 6)
    moved = next(row for row in stored.sheets["Заходи"] if row[-1] == "M-FIBRE")
    assert (moved[4].date(), moved[5].date(), moved[6]) == (date(2026, 3, 10), finish, 245)


def test_person_months_stay_the_same_however_long_a_measure_takes(town: Plan, tmp_path: Path) -> None:
    path = written(described(town), tmp_path)
    edited = typed(path, "Графік", {("M-JOIN", 4): date(2026, 9, 7), ("M-JOIN", 5): date(2027, 3, 19)})
    stored = read_back(recalculated(edited, tmp_path / "office"))
    row = next(one for one in stored.sheets["Зайнятість"] if one[-1] == "M-JOIN")
    assert abs(sum((exact(cell) for cell in row[8:-2]), Decimal(-14))) < Decimal("0.00001")


def test_a_load_is_seen_wherever_in_the_strategy_it_is_moved(town: Plan, tmp_path: Path) -> None:
    path = written(described(town), tmp_path)
    stored = read_back(recalculated(typed(path, "Графік", {("M-QUEUE", 4): date(2027, 10, 1)}), tmp_path / "office"))
    assert exact(needed(stored, "U-IT")["2027-11"][0]) == Decimal("0.333")


def test_a_measure_without_dates_gets_a_bar_when_a_person_tries_some(town: Plan, tmp_path: Path) -> None:
    path = written(described(town), tmp_path)
    edited = typed(path, "Графік", {("M-IDEA", 4): date(2027, 2, 1), ("M-IDEA", 5): date(2027, 3, 1)})
    stored = read_back(recalculated(edited, tmp_path / "office"))
    assert bar(stored, "M-IDEA") == {"2027-02": "■", "2027-03": "■"}


def test_a_long_plan_is_shown_by_quarters(tmp_path: Path) -> None:
    plan = check_text(
        "goals: [{id: G-A, title: Ціль}]\nmeasures: [{id: M-A, goal: G-A, title: Захід, start: 2025-04, duration: 7 років}]"
    ).plan
    assert plan is not None
    path = written(described(plan), tmp_path)
    rows = read_back(path).sheets["Графік"]
    assert rows[LABEL_ROW][FIRST_CALENDAR_COLUMN : FIRST_CALENDAR_COLUMN + 5] == ("I", "II", "III", "IV", "I")
    assert rows[FIRST_ROW][FIRST_CALENDAR_COLUMN : FIRST_CALENDAR_COLUMN + 2] == (None, "●")
    assert differences(path, recalculated(path, tmp_path / "office")) == []


def test_a_whole_lasts_as_long_as_its_parts(tmp_path: Path) -> None:
    plan = check_text(
        """
        goals: [{id: G-A, title: Ціль}]
        measures:
          - {id: M-ALL, goal: G-A, title: Усе}
          - {id: M-ONE, goal: G-A, title: Перше, part_of: M-ALL, start: 2026-02-01, duration: 20 днів}
          - {id: M-TWO, goal: G-A, title: Друге, part_of: M-ALL, after: [M-ONE], duration: 1 місяць}
        """
    ).plan
    assert plan is not None
    edited = typed(written(described(plan), tmp_path), "Графік", {("M-TWO", 4): date(2026, 4, 1)})
    stored = read_back(recalculated(edited, tmp_path / "office"))
    assert by_id(stored, "gantt_id", "gantt_start")["M-ALL"].date() == date(2026, 2, 1)
    assert by_id(stored, "gantt_id", "gantt_finish")["M-ALL"].date() == date(2026, 4, 30)


def test_the_forms_totals_are_those_of_the_budget_workbook(town: Plan, tmp_path: Path) -> None:
    (money,) = BUDGET.view(town, EDITION)
    assert isinstance(money, Workbook)
    budget = read_back(written(money, tmp_path))
    stored = read_back(written(described(town), tmp_path))
    for year in YEARS:
        assert exact(stored.named(f"form_{year}")) * 1000 == budget.money(f"lines_{year}").decimal
    sources = {row[0] for row in stored.area("form_source")} - {None}
    planned = {
        (source[0], year): Money(int(exact(amount).scaleb(2).to_integral_value()))
        for source, row in zip(budget.area("source_id"), budget.area("source_planned"), strict=True)
        for year, amount in zip(YEARS, row, strict=True)
    }
    rows = stored.sheets["Форма заходів"]
    first = next(number for number, row in enumerate(rows) if row[0] == "Усього")
    assert sources == {"S-LOCAL", "S-STATE", "S-DONOR", "none"}
    for row in rows[first : first + 4]:
        source = "Джерело не визначено" if row[-2] == "none" else row[-2]
        for place, year in enumerate(YEARS):
            assert exact(row[6 + place]) * 1000 == planned[source, year].decimal, (source, year)


def test_the_form_is_that_of_the_council(town: Plan) -> None:
    sheet = next(one for one in described(town).sheets if one.name == "Форма заходів")
    titles = [[cell.value if cell else None for cell in sheet.rows[number].cells[:10]] for number in (3, 4)]
    assert titles[0] == [
        "№ з/п",
        "Назва напряму діяльності (пріоритетні завдання)",
        "Перелік заходів Програми",
        "Термін виконання заходу",
        "Виконавці",
        "Джерела фінансування",
        "Орієнтовні обсяги фінансування (вартість), тис. грн, у тому числі за роками",
        None,
        None,
        "Очікуваний результат",
    ]
    assert titles[1] == [None] * 6 + ["2025", "2026", "2027", None]
    merged = {str(area) for area in sheet.merged}
    assert {"A4:A5", "G4:I4", "B6:B12", "C7:C9", "A17:E20", "A21:F21"} <= merged


OTHER_FORM = """\
unit: one
decimals: 2
columns:
  - {value: measure, uk: Захід, width: 50}
  - {value: total, uk: "Усього, {unit}"}
  - {value: lead, uk: Хто відповідає}
  - {value: years, uk: "На {year} рік"}
"""


def test_the_columns_of_the_form_are_changed_by_its_file(town: Plan, tmp_path: Path) -> None:
    """Without sources every measure is one row, and there is one total; sums may be in hryvnias and stand anywhere."""
    workbook = plan_workbook_in(town, EDITION, decode_form(SourceText("measures.yaml", OTHER_FORM), "uk"))
    path = written(workbook, tmp_path)
    assert differences(path, recalculated(path, tmp_path / "office")) == []
    stored = read_back(path)
    rows = [row[:6] for row in stored.sheets["Форма заходів"][3:]]
    assert rows[0] == ("Захід", "Усього, грн", "Хто відповідає", "На 2025 рік", "На 2026 рік", "На 2027 рік")
    assert rows[3] == ("Прокласти оптоволокно до шести сіл", 2345678.91, "Відділ цифрового розвитку", None, 2345678.91, None)
    assert rows[-1][0] == "Разом"
    assert stored.money("form_total") == town.budget.total
    assert len(rows) == 2 + len(town.strategy.measures) + 1


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("columns: []\n", "SB892", "1:1"),
        ("columns: [{value: sum, uk: Сума}]\n", "SB890", "1:19"),
        ("columns: [{value: total, uk: 'Сума, {money}'}]\n", "SB890", "1:30"),
        ("columns: [{value: total, en: Total}]\n", "SB892", "1:12"),
        ("unit: million\ncolumns: [{value: total, uk: Сума}]\n", "SB891", "1:7"),
        ("columns: [{value: total, uk: Сума, width: 200}]\n", "SB891", "1:43"),
        ("columns: [{value: total, uk: Сума, group: Кошти}]\n", "SB892", "1:43"),
        ("colums: []\n", "SB890", "1:1"),
    ],
)
def test_what_is_wrong_with_a_form_is_found_at_its_place(text: str, code: str, place: str) -> None:
    with pytest.raises(PaperFault) as caught:
        decode_form(SourceText("measures.yaml", text), "uk")
    found = caught.value.diagnostics[0]
    assert (found.code, str(found.span)) == (code, f"measures.yaml:{place}")


def test_the_shipped_form_is_sound_in_both_languages() -> None:
    assert [one.value for one in shipped_form("uk").columns] == [one.value for one in shipped_form("en").columns]
    assert shipped_form("uk").in_thousands
