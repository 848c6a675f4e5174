"""`budget-request.xlsx`: the community's own money in the columns of a form, which an office may change; rounding that shows."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from libreoffice import differences, formulas, recalculated
from stratbuild.cli import main
from stratbuild.model import Plan
from stratbuild.model.budget import economic_code, programme, source, year
from stratbuild.outputs.documents.budget_request import budget_request, request_workbook
from stratbuild.outputs.sheets.request.facts import OWN, facts_of, share_of, years_of
from stratbuild.outputs.sheets.request.form import SUMS, TEXTS, RequestForm, decode_form, shipped_form
from stratbuild.quantity import ZERO, Money, in_thousands, rounding_gap
from stratbuild.render.edition import Edition
from stratbuild.render.faults import PaperFault
from stratbuild.render.locale import locale
from stratbuild.render.workbook_reader import read_back, verify_workbook
from stratbuild.render.workbook_writer import write_workbook
from stratbuild.source import SourceText, resource
from strategies import check_folder, check_text, lines

DATA = Path(__file__).parent / "data"
EDITION = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")
FORM = resource("templates", "forms", "budget_request.yaml").read_text(encoding="utf-8")
OF_YEAR = re.compile(r"(\d{4}) рік")


@pytest.fixture(scope="module")
def plan() -> Plan:
    found = check_folder(DATA / "budget_strategy").plan
    assert found is not None
    return found


def form(text: str = FORM, language: str = "uk") -> RequestForm:
    return decode_form(SourceText("templates/forms/budget_request.yaml", text), language)


def thousands(decimals: int = 1) -> RequestForm:
    return form(FORM.replace("unit: one", "unit: thousand").replace("decimals: 1", f"decimals: {decimals}"))


def write(plan: Plan, folder: Path, chosen: RequestForm | None = None, edition: Edition = EDITION) -> Path:
    described = request_workbook(plan, edition, chosen or form(language=edition.language))
    path = folder / write_workbook(described, edition, folder)
    assert verify_workbook(path, described) == ()
    return path


def table(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet below the row of headers, by header."""
    rows = read_back(path).sheets[sheet]
    start = next(place for place, row in enumerate(rows) if {"КПКВКМБ", "КЕКВ"} & set(row))
    return [dict(zip(rows[start], row, strict=True)) for row in rows[start + 1 :]]


def hundredths(stored: object) -> int:
    assert isinstance(stored, (int, float)), stored
    return int(Decimal(repr(stored)).quantize(Decimal("0.01")).scaleb(2))


def own_money(plan: Plan, of: int) -> dict[tuple[object, object], Money]:
    """By programme and code: the community's own money of a year and what goes on afterwards, found without the workbook."""
    found: dict[tuple[object, object], Money] = {}
    for (code, economic, paid_by, when), money in plan.budget.by(programme, economic_code, source, year).items():
        if when == of and paid_by is not None and share_of(plan.strategy.sources[str(paid_by)]) in OWN:
            found[code, economic] = found.get((code, economic), ZERO) + money
    for one in plan.budget.after:
        if one.year == of:
            key = (one.line.programme, one.line.economic_code)
            found[key] = found.get(key, ZERO) + one.money
    return {key: money for key, money in found.items() if money}


@pytest.mark.parametrize("name", ["base", "SC-DEARER", "SC-WITHOUT-DONOR", "SC-LEAN"])
def test_every_row_is_the_plans_money(plan: Plan, name: str, tmp_path: Path) -> None:
    shown = plan if name == "base" else plan.scenarios[name]
    path = write(shown, tmp_path)
    *rows, total = table(path, "Пропозиція")
    codes = [row for row in rows if row["КЕКВ (ключ)"]]
    for header in [one for one in total if one and one.endswith("разом, грн")]:
        (of,) = map(int, OF_YEAR.findall(header))
        expected = own_money(shown, of)
        found = {(row["КПКВКМБ"], row["КЕКВ"]): hundredths(row[header]) for row in codes if row[header]}
        assert found == {key: money.hundredths for key, money in expected.items()}
        assert hundredths(total[header]) == Money.total(expected.values()).hundredths
    stored = read_back(path)
    assert stored.named("check_total") == 0


def test_the_funds_of_a_year_add_up_to_its_total(plan: Plan, tmp_path: Path) -> None:
    for row in table(write(plan, tmp_path), "Пропозиція"):
        for of in ("2027 рік", "2028 рік", "2029 рік (після Стратегії)"):
            parts = [row.get(f"{of}, {fund}, грн") or 0 for fund in ("загальний фонд", "спеціальний фонд", "фонд не визначено")]
            assert sum(map(hundredths, parts)) == hundredths(row[f"{of}, разом, грн"])


def test_other_money_stands_apart_and_nothing_is_lost(plan: Plan, tmp_path: Path) -> None:
    path = write(plan, tmp_path)
    *rows, total = table(path, "Інші джерела")
    assert {row["Джерело"] for row in rows} == {"S-DONOR", "Джерело не визначено"}
    own = table(path, "Пропозиція")[-1]
    for of in (2027, 2028):
        both = hundredths(own[f"{of} рік, разом, грн"]) + hundredths(total[f"{of} рік, грн"])
        assert both == plan.budget.total_by(year)[of].hundredths


@pytest.mark.parametrize("unit", ["one", "thousand"])
@pytest.mark.parametrize("name", ["base", "SC-LEAN"])
def test_libreoffice_computes_the_same(plan: Plan, name: str, unit: str, tmp_path: Path) -> None:
    shown = plan if name == "base" else plan.scenarios[name]
    path = write(shown, tmp_path, thousands() if unit == "thousand" else form())
    assert len(list(formulas(path))) > 150
    assert differences(path, recalculated(path, tmp_path)) == []


def test_a_changed_fact_is_found_by_the_checks(plan: Plan, tmp_path: Path) -> None:
    """A kopeck more in the parts: the workbook no longer is the plan, and says so on its first sheet."""
    path = write(plan, tmp_path)
    book = load_workbook(path)
    sheet = book["Складові"]
    cell = sheet.cell(4, 10)
    assert isinstance(cell.value, (int, float))
    cell.value += 0.01
    book.save(path)
    stored = read_back(recalculated(path, tmp_path))
    assert stored.named("check_total") == 2
    assert any("НЕ сходяться, розбіжностей: 2" in str(cell) for row in stored.sheets["Пропозиція"] for cell in row)


def test_years_follow_the_edition_or_the_settings(plan: Plan) -> None:
    assert years_of(plan, EDITION) == (2027, 2028, 2029)
    text = "units: []\n"
    other = check_text(text).plan
    assert other is not None
    assert years_of(other, EDITION) == (2027, 2028, 2029)
    assert years_of(other, Edition(date(2024, 1, 1), "a", "uk", "0")) == (2025, 2026, 2027)


def test_a_year_before_the_strategy_is_labelled_and_empty(tmp_path: Path) -> None:
    text = """\
        goals: [{id: G-A, title: Ц}]
        measures: [{id: M-A, goal: G-A, title: З, start: 2025}]
        sources: [{id: S-A, title: Місцевий бюджет, kind: local}]
        budget_lines: [{id: B-A, measure: M-A, title: Р, amounts: {2025: 100.00}, funding: S-A}]
    """
    plan = check_text(text).plan
    assert plan is not None
    *_, total = table(write(plan, tmp_path, edition=Edition(date(2023, 5, 1), "a1b2c3d4e5f6", "uk", "0.1.0")), "Пропозиція")
    assert hundredths(total["2024 рік (до початку Стратегії), разом, грн"]) == 0
    assert hundredths(total["2025 рік, разом, грн"]) == hundredths(total["2025 рік, фонд не визначено, грн"]) == 10_000


def test_a_strategy_without_money_makes_no_request() -> None:
    plan = check_text("units: []\n").plan
    assert plan is not None
    assert list(budget_request(plan, EDITION)) == []


def test_an_office_chooses_its_columns(plan: Plan, tmp_path: Path) -> None:
    """Another order, other titles, one year, every kind of column: no Python is touched."""
    columns = [f"  - {{value: {one}, uk: 'Графа {one}', en: Column}}" for one in reversed(TEXTS)]
    columns += [f"  - {{value: {one}, year: 2, uk: 'Сума {one} {{year}}', en: Sum}}" for one in SUMS]
    chosen = form("unit: one\ncolumns:\n" + "\n".join(columns) + "\n")
    path = write(plan, tmp_path, chosen)
    rows = read_back(path).sheets["Пропозиція"]
    start = next(place for place, row in enumerate(rows) if row[0] == "Графа measures")
    assert list(rows[start])[: len(columns)] == [
        *(f"Графа {one}" for one in reversed(TEXTS)),
        *(f"Сума {one} 2028 рік" for one in SUMS),
    ]
    first = dict(zip(rows[start], rows[start + 1], strict=True))
    assert first["Графа programme"] == "0117520"
    assert first["Графа manager"] == "Відділ ЦР"
    assert differences(path, recalculated(path, tmp_path)) == []


WRONG_FORMS = {
    "columns:\n  - {value: economic_kode, uk: К}\n": ["2:13: error[SB890] the form asks for “economic_kode”"],
    "columns:\n  - {value: total, year: 4, uk: К}\n": ["2:26: error[SB891] in the form, year cannot be “4”"],
    "columns:\n  - {value: total, uk: К}\n": ["2:6: error[SB892] in the form, year is missing here"],
    "columns:\n  - {value: programme, year: 1, uk: К}\n": ["2:24: error[SB890] the form asks for “year”"],
    "columns:\n  - {value: programme, en: К}\n": ["2:6: error[SB892] in the form, uk is missing here"],
    "columns:\n  - {value: programme, uk: '{yaer} К'}\n": ["2:28: error[SB890] the form asks for “{yaer}”"],
    "columns:\n  - {value: programme, uk: '{year К'}\n": ["2:28: error[SB891] in the form, uk cannot be “{year К”"],
    "columns:\n  - {value: programme, uk: К, width: 400}\n": ["2:38: error[SB891] in the form, width cannot be “400”"],
    "columns:\n  - {value: programme, uk: К, heigth: 4}\n": ["2:31: error[SB890] the form asks for “heigth”"],
    "columns:\n  - {value: programme, uk: К, optional: можливо}\n": [
        "2:41: error[SB891] in the form, optional cannot be “можливо”"
    ],
    "columns:\n  - programme\n": ["2:5: error[SB892] in the form, value is missing here"],
    "colums:\n  - {value: programme, uk: К}\n": [
        "1:1: error[SB890] the form asks for “colums”",
        "1:1: error[SB892] in the form, columns is missing here",
    ],
    "unit: million\ncolumns:\n  - {value: programme, uk: К}\n": ["1:7: error[SB891] in the form, unit cannot be “million”"],
    "columns: [}\n": ["1:11: error[SB"],
}


@pytest.mark.parametrize("text", WRONG_FORMS)
def test_a_mistake_in_the_form_has_a_place_and_a_remedy(text: str) -> None:
    with pytest.raises(PaperFault) as raised:
        form(text)
    found = lines(raised.value.diagnostics)
    expected = WRONG_FORMS[text]
    assert len(found) == len(expected)
    for one, start in zip(found, expected, strict=True):
        assert one.startswith(f"templates/forms/budget_request.yaml:{start}"), one
    for language in ("uk", "en"):
        assert all(one.hint(language, locale(language).show) for one in raised.value.diagnostics)


def test_a_mistyped_column_is_answered_with_the_nearest() -> None:
    with pytest.raises(PaperFault) as raised:
        form("columns:\n  - {value: economic_kode, uk: К}\n")
    assert raised.value.diagnostics[0].hint("uk", locale("uk").show).startswith("можливо, economic_code")


def test_a_broken_form_stops_the_build_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = tmp_path / "forms" / "budget_request.yaml"
    changed.parent.mkdir()
    changed.write_text(FORM.replace("value: functional_code", "value: funktional_code"), encoding="utf-8")
    output = tmp_path / "papers"
    own = ["--templates", str(tmp_path)]
    assert main(["build", str(DATA / "budget_strategy"), "-o", str(output), "--only", "budget-request", *own]) == 1
    said = capsys.readouterr().err
    line = FORM[: FORM.index("{value: functional_code")].count("\n") + 1
    assert f"templates/forms/budget_request.yaml:{line}:13: помилка[SB890] форма просить «funktional_code»" in said
    assert "можливо, functional_code" in said
    assert not (output / "manifest.json").exists()


@pytest.mark.parametrize("language", ["uk", "en"])
def test_the_shipped_form_has_titles_in_every_language(plan: Plan, language: str, tmp_path: Path) -> None:
    edition = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", language, "0.1.0")
    assert {one.value for one in shipped_form(language).columns} >= set(SUMS)
    rows = read_back(write(plan, tmp_path, edition=edition)).sheets
    assert len(rows) == 4


def test_the_catalogues_have_the_same_words_and_use_them() -> None:
    ukrainian, english = (locale(language).words["budget_request"] for language in ("uk", "en"))
    assert list(ukrainian) == list(english)
    code = "".join(path.read_text(encoding="utf-8") for path in sources_of_the_request())
    by_name = re.compile(r"(?:share|kind|sheet|whose)_\w+|total|goal")
    assert [name for name in ukrainian if not by_name.fullmatch(name) and f'"{name}"' not in code] == []


def sources_of_the_request() -> Iterator[Path]:
    outputs = Path(__file__).parent.parent / "src" / "stratbuild" / "outputs"
    yield from outputs.glob("sheets/request/*.py")
    yield outputs / "sheets" / "book.py"
    yield outputs / "documents" / "budget_request.py"


SUMS_OF_MONEY = st.lists(st.integers(0, 10**9).map(Money), min_size=1, max_size=30)


@given(parts=SUMS_OF_MONEY, decimals=st.integers(0, 3))
def test_rounded_parts_miss_a_rounded_whole_by_little(parts: list[Money], decimals: int) -> None:
    """Half a last digit for each part is the most; and the total is the exact sum, rounded once, half up."""
    digit = Decimal(1).scaleb(-decimals)
    gap = rounding_gap(parts, decimals)
    assert abs(gap) <= len(parts) * digit / 2
    whole = Money.total(parts)
    assert abs(in_thousands(whole, decimals) - whole.decimal / 1000) <= digit / 2
    assert gap == sum(in_thousands(one, decimals) for one in parts) - in_thousands(whole, decimals)


@given(money=st.integers(-(10**12), 10**12).map(Money), decimals=st.integers(0, 5))
def test_rounding_is_the_same_on_both_sides_of_zero(money: Money, decimals: int) -> None:
    assert in_thousands(Money(-money.hundredths), decimals) == -in_thousands(money, decimals)


def test_a_half_is_rounded_up() -> None:
    assert [str(in_thousands(Money(one), 1)) for one in (4_999, 5_000, 15_000, -5_000)] == ["0.0", "0.1", "0.2", "-0.1"]
    assert locale("uk").thousands(Money(123_456_789_00)) == "123\u00a0456,8"
    assert locale("uk").thousands(Money(25_000_000), 0) == "250"


@given(sums=st.lists(st.integers(1, 3_000_000), min_size=1, max_size=6), decimals=st.integers(0, 2))
def test_the_note_of_rounding_stands_where_rounding_shows(sums: list[int], decimals: int) -> None:
    """Any strategy: the note is there if and only if sums that a reader can add up miss their total."""
    codes = ("2210", "2240", "3110")
    amounts = "\n".join(
        f'  - {{id: B-A{place}, measure: M-A, title: Р, programme: "011753{place % 2}", economic_code: "{codes[place % 3]}",'
        f" amounts: {{2027: {Money(one)}}}, funding: S-{'AB'[place % 2]}}}"
        for place, one in enumerate(sums)
    )
    text = f"""\
goals: [{{id: G-A, title: Ц}}]
measures: [{{id: M-A, goal: G-A, title: З, start: 2027}}]
sources:
  - {{id: S-A, title: Загальний, kind: local, fund: general}}
  - {{id: S-B, title: Розвиток, kind: local, fund: development}}
budget_lines:
{amounts}
"""
    plan = check_text(text, {}).plan
    assert plan is not None
    described = request_workbook(plan, EDITION, thousands(decimals))
    notes = [cell.value for row in described.sheets[0].rows[:8] for cell in row.cells if cell is not None and cell.value]
    has_note = any(str(note).startswith("Кожну суму") for note in notes)
    assert has_note == bool(_shown_gaps(plan, decimals))


def _shown_gaps(plan: Plan, decimals: int) -> list[Decimal]:
    """Where rounding shows in the sheet, found from the lines alone: down each column, and across each row."""
    parts: dict[tuple[str, str, str], Money] = {}
    for amount in plan.budget.amounts:
        key = (str(amount.line.programme), str(amount.line.economic_code), str(amount.source))
        parts[key] = parts.get(key, ZERO) + amount.money
    programmes, codes = sorted({key[0] for key in parts}), sorted({key[:2] for key in parts})

    def added(*wanted: tuple[int, str]) -> Money:
        return Money.total(money for key, money in parts.items() if all(key[place] == value for place, value in wanted))

    gaps = []
    for fund in (((2, "S-A"),), ((2, "S-B"),), ()):
        by_code = {code: added((0, code[0]), (1, code[1]), *fund) for code in codes}
        gaps.append(rounding_gap(by_code.values(), decimals))
        gaps.append(rounding_gap([added((0, one), *fund) for one in programmes], decimals))
        gaps += [rounding_gap([money for code, money in by_code.items() if code[0] == one], decimals) for one in programmes]
    for row in ([(0, code[0]), (1, code[1])] for code in codes):
        gaps.append(rounding_gap([added(*row, (2, "S-A")), added(*row, (2, "S-B"))], decimals))
    for one in programmes:
        gaps.append(rounding_gap([added((0, one), (2, "S-A")), added((0, one), (2, "S-B"))], decimals))
    gaps.append(rounding_gap([added((2, "S-A")), added((2, "S-B"))], decimals))
    return [gap for gap in gaps if gap]


def test_facts_hold_everything_of_their_years(plan: Plan) -> None:
    years = years_of(plan, EDITION)
    facts = facts_of(plan, years)
    for place, of in enumerate(years):
        after = Money.total(one.money for one in plan.budget.after if one.year == of)
        planned = plan.budget.total_by(year).get(of, ZERO)
        assert Money.total(fact.sums[place] for fact in facts) == planned + after
