"""What a small change of the program would break unseen: cases that others tests reach only by chance, or not at all."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from libreoffice import recalculated
from reckoned import plan_of
from stratbuild.cli import main
from stratbuild.exchange.cells import read_input
from stratbuild.exchange.context import Context
from stratbuild.exchange.values import canonical_cell
from stratbuild.model import Plan, compare
from stratbuild.outputs.output import outputs
from stratbuild.quantity import Money, Refusal
from stratbuild.quantity.human import CellValue
from stratbuild.render.edited.workbook import EditedCell
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.workbook import Kind, Style, Workbook
from stratbuild.render.workbook_contract import Form
from stratbuild.render.workbook_reader import read_back
from stratbuild.rewrite import RemoveKey, rewrite
from stratbuild.source import SourceText
from strategies import check_folder
from workbooks import Edited, build_budget, write_strategy

SAMPLE = Path(__file__).parent.parent / "strategy"
EDITION = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")

BASE = """
strategy: {title: Стратегія, language: uk, community: {name: Громада}, period: {start: 2025, finish: 2027}}
units: [{id: U-A, name: А}, {id: U-B, name: Б}]
goals: [{id: G-A, title: А}]
kpis: [{id: K-A, title: п, goal: G-A, targets: {2025: 5}}]
measures: [{id: M-A, goal: G-A, title: а, lead: U-A, start: 2025, finish: 2027}]
programmes: [{id: BP-A, code: "0117530", title: П, ceilings: {2025: 900.00, 2026: 800.00}}]
sources:
  - {id: S-A, title: А, kind: local, ceilings: {2025: 900.00, 2026: 700.00}}
  - {id: S-B, title: Б, kind: donor, confirmed: false}
price_indices: [{id: PI-A, title: Ціни, index: {2026: 110%, 2027: 120%}, source: Прогноз}]
vat_rates: [{id: VAT-A, title: ПДВ, rate: 20%, source: ПКУ}]
exchange_rates: [{id: FX-A, title: Євро, currency: EUR, rate: 48.00, rate_by_year: {2026: 50.00}, on: 2024-11-03, source: НБУ}]
budget_lines:
  - {id: B-A, measure: M-A, title: р, total: 100.00, evenly_over: [2025, 2026], funding: S-A, funding_by_year: {2026: S-B}}
"""


def scenarios(*changes: str) -> Plan:
    """The base with scenarios, each inheriting from the one before: `SC-1`, `SC-2`, …"""
    written = [
        f"  - {{id: SC-{number}, title: с, {f'inherits: SC-{number - 1}, ' if number > 1 else ''}{one}}}\n"
        for number, one in enumerate(changes, start=1)
    ]
    return plan_of({"a.yaml": f"{BASE}scenarios:\n{''.join(written)}"})


def test_a_source_that_pays_in_one_year_only_and_does_not_come() -> None:
    """The line names it in no other place than in `funding_by_year`, and is reckoned anew all the same."""
    plan = scenarios("sources: {S-B: {absent: true}}")
    paid = [(one.year, one.source, str(one.money)) for one in plan.scenarios["SC-1"].budget.amounts]
    assert paid == [(2025, "S-A", "50.00"), (2026, None, "50.00")]


def test_another_division_of_a_total_takes_the_place_of_the_old_one() -> None:
    first = "budget_lines: {B-A: {year_shares: {2026: 30%, 2027: 70%}}}"
    plan = scenarios(first, "budget_lines: {B-A: {total: 50.00}}", "budget_lines: {B-A: {evenly_over: [2026, 2027]}}")
    shares, total, even = (plan.scenarios[f"SC-{number}"] for number in (1, 2, 3))
    assert shares.strategy.budget_lines["B-A"].evenly_over == ()
    assert [str(money) for money in shares.budget.of_line("B-A").values()] == ["30.00", "70.00"]
    assert [str(money) for money in total.budget.of_line("B-A").values()] == ["15.00", "35.00"]
    assert even.strategy.budget_lines["B-A"].year_shares == {}
    assert [str(money) for money in even.budget.of_line("B-A").values()] == ["25.00", "25.00"]


def test_money_that_is_promised_only_in_a_scenario() -> None:
    plan = scenarios(
        "sources: {S-B: {confirmed: true}}", "sources: {S-B: {ceilings: {2026: 5.00}}}", "sources: {S-B: {confirmed: ні}}"
    )
    found = [plan.scenarios[f"SC-{number}"].strategy.sources["S-B"].confirmed for number in (1, 2, 3)]
    assert (plan.strategy.sources["S-B"].confirmed, found) == (False, [True, True, False])


def test_ceilings_of_other_years_stay_in_a_scenario() -> None:
    plan = scenarios("sources: {S-A: {ceilings: {2026: 1.00}}}, programmes: {BP-A: {ceilings: {2026: 2.00, 2027: 3.00}}}")
    strategy = plan.scenarios["SC-1"].strategy
    assert strategy.sources["S-A"].ceilings == {2025: Money(90_000), 2026: Money(100)}
    assert strategy.programmes["BP-A"].ceilings == {2025: Money(90_000), 2026: Money(200), 2027: Money(300)}


def test_a_target_of_a_year_that_only_a_scenario_has_is_a_difference() -> None:
    plan = scenarios("kpis: {K-A: {targets: {2027: 8}}}")
    found = compare(plan, plan.scenarios["SC-1"]).targets
    assert [(one.kpi, one.year, one.first, str(one.second)) for one in found] == [("K-A", 2027, None, "8")]
    assert len(compare(plan.scenarios["SC-1"], plan).targets) == 1


@pytest.mark.parametrize(
    ("change", "last"),
    [("duration: 3 months", "2025-03-31"), ("finish: 2026", "2026-12-31"), ("start: 2026, duration: 1 months", "2026-01-31")],
)
def test_a_duration_takes_the_place_of_a_finish(change: str, last: str) -> None:
    plan = scenarios(
        f"measures: {{M-A: {{{change}}}}}", "measures: {M-A: {finish: 2027}}", "measures: {M-A: {duration: 2 months}}"
    )
    assert str(plan.scenarios["SC-1"].windows["M-A"].last) == last
    assert str(plan.scenarios["SC-2"].windows["M-A"].last) == "2027-12-31"
    later = plan.scenarios["SC-3"]
    assert later.strategy.measures["M-A"].finish is None
    assert str(later.windows["M-A"].last) == ("2026-02-28" if "start" in change else "2025-02-28")


def test_a_measure_without_dates_and_money_that_is_left_out_is_a_difference() -> None:
    text = BASE.replace("measures: [", "measures: [{id: M-B, goal: G-A, title: б}, ")
    plan = plan_of({"a.yaml": f"{text}scenarios: [{{id: SC-1, title: с, measures: {{M-B: {{absent: true}}}}}}]\n"})
    (found,) = compare(plan, plan.scenarios["SC-1"]).measures
    assert (found.measure, found.in_first, found.in_second, found.first_window) == ("M-B", True, False, None)
    (found,) = compare(plan.scenarios["SC-1"], plan).measures
    assert (found.measure, found.in_first, found.in_second) == ("M-B", False, True)


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ("budget_lines: {B-A: {funding: {S-A: 50%}}}", "SB404", "funding: {S-A: 50%}"),
        ("budget_lines: {B-A: {year_shares: {2026: 50%, 2027: 40%}}}", "SB440", "year_shares: {2026"),
        ("measures: {M-A: {years_later: 4}}", "SB328", "4}}"),
        ("sources: {S-A: {ceilings: {2025: 10.00}}}", "SB405", "10.00}"),
        ("sources: {S-A: {confirmed: true}}", "SB405", "40.00, 2026"),
    ],
)
def test_a_finding_in_a_scenario_points_at_what_the_scenario_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: str, code: str, place: str
) -> None:
    """`check --scenario` shows the line that has to be mended; what the scenario leaves alone is shown where it is written."""
    text = BASE.replace("ceilings: {2025: 900.00, 2026: 700.00}", "ceilings: {2025: 40.00, 2026: 700.00}")
    content = f"{text}scenarios:\n  - {{id: SC-1, title: с, {change}}}\n  - {{id: SC-2, title: с, inherits: SC-1}}\n"
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    main(["check", str(tmp_path), "--scenario", "SC-2", "--format", "json"])
    found = [one for one in json.loads(capsys.readouterr().out)["diagnostics"] if one["code"] == code]
    assert [content.splitlines()[one["line"] - 1][one["column"] - 1 :][: len(place)] for one in found] == [place]


def test_sums_that_follow_from_others_are_formulas() -> None:
    """A number that is no input and has no formula is a number that an edited input would leave behind; these are all there are."""
    plan = check_folder(SAMPLE).plan
    assert plan is not None
    (made,) = outputs()["budget"].view(plan, EDITION)
    assert isinstance(made, Workbook)
    numbers = {Kind.MONEY, Kind.SHARE, Kind.NUMBER, Kind.WHOLE}
    rigid = Counter(
        sheet.name
        for sheet in made.sheets
        for row in sheet.rows
        for cell in row.cells
        if cell is not None
        and cell.kind in numbers
        and cell.formula is None
        and cell.style is not Style.INPUT
        and cell.value not in {None, ""}
    )
    indices = {line.price_index for line in plan.strategy.budget_lines.values()} - {None}
    assert rigid.pop("Припущення") == len(indices)  # the 1 from which every chain of prices starts
    assert rigid.pop("За виконавцями") <= len(plan.strategy.units) + 1  # how many measures a unit leads, or nobody
    assert set(rigid) <= {
        "Сценарії",
        "Сценарії – заходи",
        "Сценарії – рядки",
        "Сценарії – фінансування",
    }  # what a scenario itself says


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """The workbook of the plain strategy, opened."""
    return Edited(build_budget(write_strategy(tmp_path / "strategy"), tmp_path / "build"))


def pulled(edited: Edited, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, Any]]:
    """Save the workbook and pull it: the exit status and what is said."""
    strategy = edited.path.parent.parent / "strategy"
    edited.save()
    capsys.readouterr()
    status = main(["pull", str(edited.path), str(strategy), "--format", "json", *options])
    return status, json.loads(capsys.readouterr().out)


def test_edits_of_a_line_whose_row_is_missing_stay_where_nobody_agreed_to_its_removal(
    edited: Edited, capsys: pytest.CaptureFixture[str]
) -> None:
    edited.delete("lines", "B-DIG")
    edited.set("funding", "B-DIG|S-LOCAL", "part", "40%")
    edited.set("funding", "B-DIG|S-DONOR", "part", "60%")
    status, said = pulled(edited, capsys, "--apply")
    assert (status, [(one["item"], one["theirs"]) for one in said["changes"]]) == (0, [("B-DIG", "40%"), ("B-DIG", "60%")])
    written = (edited.path.parent.parent / "strategy" / "budget" / "fibre.yaml").read_text(encoding="utf-8")
    assert "funding: {S-LOCAL: 40%, S-DONOR: 60%}" in written


@pytest.mark.parametrize(
    ("value", "form", "base", "expected"),
    [
        (50, Form.PORTION, "60.05", "50.00"),  # a sum stood there
        (50, Form.PORTION, "60%", "50%"),
        (50, Form.PORTION, "", "50%"),
        (50, Form.PORTION, "rest", "50%"),
        (100, Form.PORTION, "", "100%"),
        (100.01, Form.PORTION, "", "100.01"),
        (0.6, Form.PORTION, "60%", "60%"),  # the fraction that was written, in a cell that lost its format
        (0.333333, Form.SHARE, "33.3333%", "33.3333%"),
        (1.086, Form.INDEX, "108.6%", "108.6%"),
        ("0117530", Form.CODE, "", "0117530"),
        (2240, Form.CODE, "2210", "2240"),
        (48.5, Form.RATE, "48.25", "48.5"),
        (None, Form.RATE, "48.25", ""),
    ],
)
def test_a_cell_is_read_by_what_stood_there(value: CellValue, form: Form, base: str, expected: str) -> None:
    assert canonical_cell(EditedCell(0, 0, value), form, base) == expected


@pytest.mark.parametrize(
    ("value", "form", "base"),
    [(0, Form.RATE, "48.25"), ("0,00", Form.RATE, ""), (117530, Form.CODE, "0117530"), (0.5, Form.PORTION, "60%")],
)
def test_a_cell_that_cannot_mean_what_it_holds_is_refused(value: CellValue, form: Form, base: str) -> None:
    with pytest.raises(Refusal):
        canonical_cell(EditedCell(0, 0, value), form, base)


def test_a_removed_line_whose_funding_was_changed_meanwhile_is_a_conflict(
    edited: Edited, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the sheet of financing shows what changed: the row of the line itself is as it was."""
    path = edited.path.parent.parent / "strategy" / "budget" / "fibre.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("{S-LOCAL: 50%, S-DONOR: 50%}", "{S-LOCAL: 40%, S-DONOR: 60%}"), "utf-8"
    )
    edited.delete("lines", "B-DIG")
    for source in ("S-LOCAL", "S-DONOR"):
        edited.delete("funding", f"B-DIG|{source}")
    before = path.read_bytes()
    status, said = pulled(edited, capsys, "--apply", "--accept-removals")
    assert (status, [(one["field"], one["base"], one["ours"]) for one in said["conflicts"]]) == (
        5,
        [("funding.S-LOCAL", "50%", "40%")],
    )
    assert path.read_bytes() == before


def test_a_row_of_money_that_nobody_pays_is_no_entry_that_could_be_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strategy = write_strategy(tmp_path / "strategy")
    path = strategy / "budget" / "fibre.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", funding: S-LOCAL}", "}"), "utf-8")
    edited = Edited(build_budget(strategy, tmp_path / "build"))
    edited.delete("funding", "B-CABLE|")
    before = path.read_bytes()
    status, said = pulled(edited, capsys, "--apply", "--accept-removals")
    assert (status, said["removals"], said["changes"], path.read_bytes()) == (0, [], [], before)


def test_a_text_that_is_written_in_another_language_only_is_not_emptied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An English workbook shows the Ukrainian note, for there is no other; emptying the cell does not take it out of the file."""
    strategy = write_strategy(tmp_path / "strategy")
    edited = Edited(build_budget(strategy, tmp_path / "build", "en"))
    edited.set("lines", "B-WORK", "note", None)
    before = (strategy / "budget" / "wifi.yaml").read_bytes()
    status, said = pulled(edited, capsys, "--apply")
    assert (status, [one["name"] for one in said["diagnostics"] if one["severity"] == "error"]) == (1, ["required_value_emptied"])
    assert (strategy / "budget" / "wifi.yaml").read_bytes() == before


def test_a_value_for_an_item_that_is_gone_is_a_conflict(edited: Edited, capsys: pytest.CaptureFixture[str]) -> None:
    """The cell was empty and the strategy has nothing there either, yet there is no line any more that could take the value."""
    path = edited.path.parent.parent / "strategy" / "budget" / "fibre.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "B-DIG" not in line), "utf-8")
    edited.set("lines", "B-DIG", "note", "Уточнити після проєкту")
    status, said = pulled(edited, capsys, "--apply")
    assert (status, [(one["field"], one["base"], one["theirs"]) for one in said["conflicts"]]) == (
        5,
        [("note", "", "Уточнити після проєкту")],
    )


def test_a_comment_after_the_first_key_of_an_item_goes_with_it_and_one_below_stays() -> None:
    """A line's own comment speaks of its value; the next line's is the next value's, and is never swallowed."""
    one = rewrite(SourceText("a.yaml", "a:\n  - b: 1\n    # до c\n    c: 2\n"), [RemoveKey(("a", 0), "b")]).content
    assert "# до c" in one
    assert "c: 2" in one
    other = rewrite(SourceText("a.yaml", "a:\n  - b: 1  # до b\n    c: 2\n"), [RemoveKey(("a", 0), "b")]).content
    assert "c: 2" in other
    assert "# до b" not in other


def test_a_copied_row_that_is_only_typed_in_another_way_is_alike(edited: Edited, capsys: pytest.CaptureFixture[str]) -> None:
    row, sheet = edited.row("lines", "B-WORK"), edited.sheet("lines")
    copied = [cell.value for cell in sheet[row]]
    sheet.insert_rows(row + 1)
    for column, value in enumerate(copied, start=1):
        sheet.cell(row + 1, column).value = value
    sheet.cell(row + 1, edited.column("lines", "amounts_2025")).value = "100 000,00"
    _, said = pulled(edited, capsys)
    assert "row_copied_alike" in {one["name"] for one in said["diagnostics"]}
    assert "row_copied_and_changed" not in {one["name"] for one in said["diagnostics"]}
    sheet.cell(row + 1, edited.column("lines", "amounts_2025")).value = "100 000,01"
    _, said = pulled(edited, capsys)
    assert "row_copied_and_changed" in {one["name"] for one in said["diagnostics"]}


def test_a_formula_that_gives_what_stood_there_is_not_worth_a_note() -> None:
    nothing_to_tell = cast(Context, None)
    cell = EditedCell(0, 0, 18500, formula="37000/2")
    assert read_input(nothing_to_tell, "Рядки!N12", cell, Form.SUM, "18500.00") == ("18500.00", [])


def test_the_master_check_fails_where_a_line_is_not_divided_whole(edited: Edited, tmp_path: Path) -> None:
    """A source that pays a tenth less than all: the sums by source are less than those by line, and every sheet says so."""
    as_built = read_back(recalculated(edited.path, tmp_path / "before"))
    assert as_built.named("check_total") == 0
    edited.set("funding", "B-AP|S-LOCAL", "part", 0.9)
    edited.save()
    broken = read_back(recalculated(edited.path, tmp_path / "after"))
    assert broken.named("check_total") > 0
    assert broken.named("check_status") != as_built.named("check_status")
    assert sum(abs(row[0]) for row in broken.area("line_rest") if row[0]) == pytest.approx(18500)
    rows = [row for row in broken.sheets["Перевірки"] if row[4] not in {None, 0} and isinstance(row[4], (int, float))]
    words = locale("uk").say("budget_workbook.lines_not_divided")
    assert words in {row[0] for row in rows}


def test_a_finding_of_a_source_that_a_scenario_names_alone_points_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = BASE.replace("confirmed: false}", "confirmed: false, pays_for: {economic_codes: [3000]}}")
    text = text.replace("title: р, total", "title: р, economic_code: 2240, total").replace(", funding_by_year: {2026: S-B}", "")
    content = f"{text}scenarios:\n  - {{id: SC-1, title: с, budget_lines: {{B-A: {{funding: S-B}}}}}}\n"
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    main(["check", str(tmp_path), "--scenario", "SC-1", "--format", "json"])
    (found,) = [one for one in json.loads(capsys.readouterr().out)["diagnostics"] if one["code"] == "SB450"]
    assert content.splitlines()[found["line"] - 1][found["column"] - 1 :] == "S-B}}}"


def test_ceilings_of_programmes_are_shown_where_there_are_any() -> None:
    def names(text: str) -> set[str]:
        line = text.replace("title: р, total", 'title: р, programme: "0117530", total')
        (made,) = outputs()["budget"].view(plan_of({"a.yaml": line}), EDITION)
        assert isinstance(made, Workbook)
        return set(made.names)

    assert "programme_headroom" in names(BASE)
    without = names(BASE.replace(", ceilings: {2025: 900.00, 2026: 800.00}", ""))
    assert "programmes_total" in without
    assert "programme_headroom" not in without
