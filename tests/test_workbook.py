"""The workbooks that people get: their sums are the model's, their texts are texts, their bytes are always the same."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from stratbuild.model import Plan
from stratbuild.model.budget import economic_code, goal_of, measure, programme, source, top_goal_of, unit_of, year
from stratbuild.outputs.output import outputs
from stratbuild.quantity import ZERO, Money
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.workbook import (
    Area,
    Cell,
    DefinedNameRefused,
    Kind,
    Row,
    Sheet,
    SheetNameRefused,
    Style,
    Workbook,
    sheet_names,
)
from stratbuild.render.workbook_faults import TextTooLong
from stratbuild.render.workbook_reader import StoredValues, read_back, stored_money, verify_workbook
from stratbuild.render.workbook_style import row_height
from stratbuild.render.workbook_writer import write_workbook
from strategies import SETTINGS, check_text, check_texts, shipped_classifiers

SAMPLE = Path(__file__).parent.parent / "strategy"
EDITION = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")
HOSTILE = (
    '=HYPERLINK("http://e")',
    "=1+1",
    "+5",
    "-5",
    "@x",
    "#N/A",
    "http://example.org/",
    "mailto:a@example.org",
    "{=SUM(A1)}",
    "0012",
    "<r><t>x</t></r>",
    "_x0041_ a_x005F_",
    "1.2.3",
    "TRUE",
)


def workbook(plan: Plan, name: str, edition: Edition = EDITION) -> Workbook:
    (made,) = outputs()[name].view(plan, edition)
    assert isinstance(made, Workbook)
    return made


def built(plan: Plan, name: str, folder: Path, edition: Edition = EDITION) -> StoredValues:
    described = workbook(plan, name, edition)
    path = folder / write_workbook(described, edition, folder)
    assert verify_workbook(path, described) == ()
    return read_back(path)


def column(stored: StoredValues, sheet: str, header: str) -> list[object]:
    """The values below a header, down to the first empty first cell."""
    rows = stored.sheets[sheet]
    top, place = next((at, row.index(header)) for at, row in enumerate(rows) if header in row)
    found: list[object] = []
    for row in rows[top + 1 :]:
        if row[0] is None:
            break
        found.append(row[place])
    return found


def table(stored: StoredValues, sheet: str, key: str, header: str) -> dict[object, Money]:
    """From the values of one column to the sums of another."""
    return {
        name: stored_money(value) for name, value in zip(column(stored, sheet, key), column(stored, sheet, header), strict=True)
    }


def parts(path: Path) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            yield name, archive.read(name).decode("utf-8")


@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_total_is_the_models(sample: Plan, tmp_path: Path, language: str) -> None:
    edition = replace(EDITION, language=language)
    budget, plan = (built(sample, name, tmp_path, edition) for name in ("budget", "plan"))
    total, by_year = sample.budget.total, sample.budget.total_by(year)
    ways = ("lines", "sources", "goals", "units", "economics", "programmes")
    assert total > ZERO
    assert {budget.money(f"{way}_total") for way in ways} == {total}
    assert {budget.money(name) for name in ("budget_total", "about_total", "facts_total")} == {total}
    assert {plan.money("plan_total"), plan.money("units_total")} == {total}
    for one in sample.budget.years:
        assert {budget.money(f"{way}_{one}") for way in ways} == {plan.money(f"plan_{one}")} == {by_year[one]}
    assert budget.named("check_total") == 0


def test_every_table_is_the_models(sample: Plan, tmp_path: Path) -> None:
    stored, budget, codes = built(sample, "budget", tmp_path), sample.budget, sample.coverage.codes
    by_source_and_year = budget.by(source, year)
    for one in budget.years:
        found = table(stored, "За роками і джерелами", "Джерело", f"Заплановано, {one} рік, грн")
        for id_ in sample.strategy.sources:
            assert found[id_] == by_source_and_year.get((id_, one), ZERO)
    goals = table(stored, "За цілями", "№", "Разом, грн")
    for key in (measure, goal_of(sample.strategy), top_goal_of(sample.strategy)):
        for item, money in budget.total_by(key).items():
            assert goals[codes[str(item)]] == money
    units = table(stored, "За виконавцями", "Виконавець", "Разом, грн")
    by_unit = budget.total_by(unit_of(sample.strategy))
    assert {unit: units[unit] for unit in sample.strategy.units} == {
        unit: by_unit.get(unit, ZERO) for unit in sample.strategy.units
    }
    economic = table(stored, "За КЕКВ", "КЕКВ", "Разом, грн")
    assert {code: economic[code] for code in budget.total_by(economic_code)} == budget.total_by(economic_code)
    programmes = table(stored, "За програмами", "КПКВКМБ", "Разом, грн")
    assert {code: programmes[code] for code in budget.total_by(programme)} == budget.total_by(programme)


def test_facts_are_the_models(sample: Plan, tmp_path: Path) -> None:
    stored = built(sample, "budget", tmp_path)
    lines, sources = ([row[0] for row in stored.area(f"fact_{name}")] for name in ("line", "source"))
    found: dict[tuple[object, int, object], Money] = {}
    for spent_in in sample.budget.years:
        amounts = [row[0] for row in stored.area(f"fact_{spent_in}")]
        for line, paid_by, amount in zip(lines, sources, amounts, strict=True):
            if amount is not None:
                assert (line, spent_in, paid_by) not in found
                found[line, spent_in, paid_by] = stored_money(amount)
    assert {key: money for key, money in found.items() if money} == {
        (one.line.id, one.year, one.source or "Джерело не визначено"): one.money for one in sample.budget.amounts if one.money
    }


def test_values_have_their_types(sample: Plan, tmp_path: Path) -> None:
    built(sample, "budget", tmp_path)
    built(sample, "plan", tmp_path)
    lines = load_workbook(tmp_path / "budget.xlsx")["Рядки"]
    header = [cell.value for cell in lines[9]]
    programme_code, amount = (lines[10][header.index(name)] for name in ("КПКВКМБ", "Зазначено, 2025, у валюті рядка"))
    assert (programme_code.value, programme_code.data_type, programme_code.number_format) == ("0117520", "s", "@")
    assert (amount.data_type, amount.number_format) == ("n", "#,##0.00")
    start = load_workbook(tmp_path / "plan.xlsx", data_only=True)["Заходи"]["E7"]
    assert (start.data_type, start.number_format) == ("d", "dd.mm.yyyy")


def test_only_planned_formulas_and_no_links(sample: Plan, tmp_path: Path) -> None:
    for name in ("budget", "plan"):
        described = workbook(sample, name)
        path = tmp_path / write_workbook(described, EDITION, tmp_path)
        assert_only_planned_formulas(path, described)


def assert_only_planned_formulas(path: Path, described: Workbook) -> None:
    planned = sorted(
        cell.formula for sheet in described.sheets for row in sheet.rows for cell in row.cells if cell and cell.formula
    )
    found = []
    for name, content in parts(path):
        tree = etree.fromstring(content.encode())
        assert not list(tree.iter("{*}hyperlink", "{*}hlinkClick")), name
        assert not [one for one in tree.iter("{*}Relationship") if "hyperlink" in one.get("Type", "") or one.get("TargetMode")], (
            name
        )
        assert "externalLink" not in name
        assert "vba" not in name
        if name.startswith("xl/worksheets/sheet"):
            found += [element.text or "" for element in tree.iter("{*}f")]
    assert sorted(found) == planned


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(tmp_path: Path, text: str) -> None:
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    plan = check_text(
        f"""
        units: [{{id: U-A, name: {quoted}, short_name: {quoted}, head: {quoted}}}]
        goals: [{{id: G-A, title: {quoted}, result: {quoted}}}]
        kpis: [{{id: K-A, goal: G-A, title: {quoted}, measurement_unit: {quoted}, source: {quoted}, owner: U-A,
                 baseline: {{value: 1, on: 2025, source: {quoted}}}}}]
        measures: [{{id: M-A, goal: G-A, title: {quoted}, lead: U-A, kpis: [K-A], start: 2026, result: {quoted}}}]
        sources: [{{id: S-A, title: {quoted}, kind: local}}]
        budget_lines:
          - {{id: B-A, measure: M-A, title: {quoted}, amounts: {{2026: 5.00}}, funding: S-A, basis: {quoted}, note: {quoted},
              measurement_unit: {quoted}}}
        """
    ).plan
    assert plan is not None
    for name, least in (("budget", 8), ("plan", 8)):
        described = workbook(plan, name)
        path = tmp_path / write_workbook(described, EDITION, tmp_path)
        assert verify_workbook(path, described) == ()
        assert_only_planned_formulas(path, described)
        cells = [cell for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row]
        meant = text.replace("_x005F_", "_")  # openpyxl undoes this escape once too often; the file has it right
        same = [cell.data_type for cell in cells if cell.value == meant]
        assert len(same) >= least
        assert set(same) == {"s"}


def test_two_writings_are_the_same_bytes(sample: Plan, tmp_path: Path) -> None:
    for name in ("budget", "plan"):
        first, second = (tmp_path / "first", tmp_path / "second")
        path = write_workbook(workbook(sample, name), EDITION, first)
        assert write_workbook(workbook(sample, name), EDITION, second) == path
        assert (first / path).read_bytes() == (second / path).read_bytes()


def test_a_wrong_stored_value_is_found(sample: Plan, tmp_path: Path) -> None:
    described = workbook(sample, "plan")
    path = tmp_path / write_workbook(described, EDITION, tmp_path)
    total = described.sheets[0].rows[3].cells[-2]
    assert total is not None
    assert isinstance(total.value, Money)
    row = replace(described.sheets[0].rows[3], cells=(replace(total, value=total.value + Money(1)),))
    other = replace(
        described, sheets=(replace(described.sheets[0], rows=(*described.sheets[0].rows[:3], row)), *described.sheets[1:])
    )
    found, formula = verify_workbook(path, other)
    assert (found.sheet, found.cell, found.meant) == ("Заходи", "A4", total.value + Money(1))
    assert (formula.sheet, formula.cell, formula.meant) == ("Заходи", "A4", f"={total.formula}")


def test_sums_are_locked_without_a_password_and_inputs_are_not(sample: Plan, tmp_path: Path) -> None:
    built(sample, "budget", tmp_path)
    book = load_workbook(tmp_path / "budget.xlsx")
    locked = {sheet.title for sheet in book.worksheets if sheet.protection.sheet}
    assert locked == {sheet.title for sheet in book.worksheets}
    assert all(sheet.protection.password is None for sheet in book.worksheets)
    sources = book["За роками і джерелами"]
    ceiling = next(cell for cell in sources[6] if cell.value == "Граничний обсяг, 2025 рік, грн (ввід)")
    assert not sources.cell(7, ceiling.column).protection.locked
    assert sources.cell(7, 6).protection.locked


def test_sheets_are_ready_for_the_printer(sample: Plan, tmp_path: Path) -> None:
    for name in ("budget", "plan"):
        built(sample, name, tmp_path)
        for sheet in load_workbook(tmp_path / f"{name}.xlsx").worksheets:
            assert sheet.page_setup.paperSize == 9
            assert sheet.sheet_properties.pageSetUpPr is not None
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
            assert sheet.oddFooter is not None
            assert "&P" in str(sheet.oddFooter.right.text)
            if sheet.freeze_panes:
                assert sheet.print_title_rows, sheet.title
                assert sheet.page_setup.orientation == "landscape"


def test_pages_with_several_tables_repeat_the_title_and_no_header_of_another_table(sample: Plan, tmp_path: Path) -> None:
    built(sample, "budget", tmp_path)
    book = load_workbook(tmp_path / "budget.xlsx")
    for name in ("Сценарії", "Перевірки"):
        assert book[name].print_title_rows == "$1:$1"
    assert book["Рядки"].print_title_rows == "$9:$9"


def test_the_strategy_as_written_is_called_as_commands_call_it(sample: Plan, tmp_path: Path) -> None:
    stored = built(sample, "budget", tmp_path)
    assert table(stored, "Сценарії", "Сценарій", "Разом, грн")["base"] == sample.budget.total


def test_the_workbook_of_a_draft_that_says_almost_nothing(tmp_path: Path) -> None:
    plan = check_text("goals: [{id: G-A, title: Ціль}]").plan
    assert plan is not None
    budget = built(plan, "budget", tmp_path)
    built(plan, "plan", tmp_path)
    assert budget.money("budget_total") == ZERO
    assert "За КЕКВ" not in budget.sheets
    assert "За програмами" not in budget.sheets


def test_money_without_source_unit_and_code_is_shown_as_such(tmp_path: Path) -> None:
    texts = {
        "a.yaml": """
            goals: [{id: G-A, title: Ціль}]
            measures: [{id: M-A, goal: G-A, title: Зробити, start: 2026}]
            sources: [{id: S-A, title: Бюджет, kind: local, fund: general}]
            budget_lines: [{id: B-A, measure: M-A, title: Дріт, amounts: {2026: 100.01}, funding: {S-A: 40%}}]
        """,
        "s.yaml": SETTINGS + "  classifiers: {economic: kekv}\n",
    }
    plan = check_texts(texts, shipped_classifiers()).plan
    assert plan is not None
    stored = built(plan, "budget", tmp_path)
    assert table(stored, "За роками і джерелами", "Джерело", "Разом, грн")["Джерело не визначено"] == Money(6001)
    assert table(stored, "За виконавцями", "Виконавець", "Разом, грн")["Виконавця не визначено"] == Money(10001)
    assert table(stored, "За КЕКВ", "КЕКВ", "Разом, грн")["Код не вказано"] == Money(10001)
    assert stored.named("check_total") == 0


def test_a_text_longer_than_a_cell_is_refused(tmp_path: Path) -> None:
    def one_cell(text: str) -> Workbook:
        return Workbook("a.xlsx", "a", "a", (Sheet("a", (10,), (Row((Cell(text),)),)),))

    longest = "я" * 32_767
    write_workbook(one_cell(longest), EDITION, tmp_path)
    assert verify_workbook(tmp_path / "a.xlsx", one_cell(longest)) == ()
    for text in (longest + "я", "🙂" * 16_384):
        with pytest.raises(TextTooLong) as caught:
            write_workbook(one_cell(text), EDITION, tmp_path)
        (found,) = caught.value.diagnostics
        assert found.code == "SB887"
        assert found.facts["cell"] == "A1"


def test_sheet_names_fit_and_differ() -> None:
    long = "Відділ житлово-комунального господарства та будівництва"
    found = sheet_names([long, long.upper(), "Бюджет", "бюджет", "a/b:c*[d]?", "'x'", "", "History"])
    assert found == (
        "Відділ житлово-комунального гос",
        "ВІДДІЛ ЖИТЛОВО-КОМУНАЛЬНОГО (2)",
        "Бюджет",
        "бюджет (2)",
        "a b c  d",
        "x",
        "-",
        "History (2)",
    )
    assert max(map(len, found)) <= 31


def test_names_that_no_workbook_accepts_are_refused() -> None:
    for name in ("a" * 32, "a:b", ""):
        with pytest.raises(SheetNameRefused):
            Workbook("a.xlsx", "a", "a", (Sheet(name, (), ()),))
    with pytest.raises(SheetNameRefused):
        Workbook("a.xlsx", "a", "a", (Sheet("Бюджет", (), ()), Sheet("БЮДЖЕТ", (), ())))
    for name in ("A1", "R1C1", "y2026", "tbl2", "x y", "план_2026", "a_" + "b" * 255):
        with pytest.raises(DefinedNameRefused):
            Workbook("a.xlsx", "a", "a", (Sheet("a", (), ()),), {name: ("a", sheet_area())})


def sheet_area() -> Area:
    return Area(0, 0, 0, 0)


def test_the_ukrainian_workbook_has_no_english_word() -> None:
    allowed = re.compile(r"\{[a-z]+\}|&[PN]|plan\.xlsx|budget\.xlsx|_stratbuild|dd\.mm\.yyyy")
    for file in ("plan_workbook", "budget_workbook"):
        for key, words in locale("uk").words[file].items():
            assert not re.search("[A-Za-z]", allowed.sub("", words)), key


def test_both_catalogues_say_the_same_things() -> None:
    places = re.compile(r"\{[a-z]+\}")
    for file in ("plan_workbook", "budget_workbook"):
        ukrainian, english = (locale(language).words[file] for language in ("uk", "en"))
        assert list(ukrainian) == list(english)
        for key, words in ukrainian.items():
            assert sorted(places.findall(words)) == sorted(places.findall(english[key])), key


def test_columns_are_wide_enough_for_the_largest_sum(tmp_path: Path) -> None:
    plan = check_text(
        """
        goals: [{id: G-A, title: Ціль}]
        measures: [{id: M-A, goal: G-A, title: Зробити, start: 2026}]
        budget_lines: [{id: B-A, measure: M-A, title: Дріт, amounts: {2026: 9999999999999.99}}]
        """
    ).plan
    assert plan is not None
    for name in ("budget", "plan"):
        for sheet in workbook(plan, name).sheets:
            for row in sheet.rows:
                for width, cell in zip(sheet.widths, row.cells, strict=False):
                    if cell is not None and cell.kind is Kind.MONEY and isinstance(cell.value, Money):
                        assert width > len(f"{cell.value.decimal:,.2f}"), (sheet.name, cell)
    assert built(plan, "budget", tmp_path).money("budget_total") == Money(999_999_999_999_999)


def test_inputs_are_marked_by_words_too(sample: Plan) -> None:
    lines = next(sheet for sheet in workbook(sample, "budget").sheets if sheet.name == "Рядки")
    marks = [cell.value if cell else None for cell in lines.rows[6].cells]
    for row in lines.rows[9:]:
        for mark, cell in zip(marks, row.cells, strict=True):
            if cell is not None and cell.style is Style.INPUT:
                assert "ввід" in str(mark)
            if cell is not None and cell.formula is not None:
                assert "розрахунок" in str(mark)


def test_rows_are_as_high_as_their_texts() -> None:
    assert row_height(Row((Cell("коротко"), None)), (20.0, 20.0)) is None
    assert row_height(Row((Cell("перше\nдруге"),)), (50.0,)) == 28
    assert row_height(Row((Cell("Комунальне підприємство; Відділ цифрових трансформацій"),)), (20.0,)) == 52
    assert row_height(Row((Cell("я" * 200, wrap=False),)), (10.0,)) is None
    assert row_height(Row((Cell("я" * 30_000),)), (10.0,)) == 409
