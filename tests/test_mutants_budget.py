"""What a small change of the program would break unseen: cases that others tests reach only by chance, or not at all."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reckoned import plan_of
from stratbuild.cli import main
from stratbuild.model import Plan, compare
from stratbuild.outputs.output import outputs
from stratbuild.quantity import Money
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Kind, Style, Workbook
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
    assert set(rigid) <= {"Сценарії", "Сценарії – рядки", "Сценарії – фінансування"}  # what a scenario itself says


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
