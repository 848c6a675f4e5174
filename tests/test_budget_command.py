"""`stratbuild budget`, and `--scenario` of the commands: what people read, what programs read, what is refused."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printed import html
from stratbuild.cli import main
from stratbuild.cli.table import WIDEST, laid_out, shown_width, wrapped
from stratbuild.model import Plan
from stratbuild.model.budget import source, year
from stratbuild.quantity import Money
from stratbuild.render.workbook_reader import read_back
from strategies import assert_golden, check_folder

DATA = Path(__file__).parent / "data"
STRATEGY = DATA / "budget_strategy"
SCENARIOS = ("SC-DEARER", "SC-WITHOUT-DONOR", "SC-LEAN")
VIEWS = {
    "base": (),
    "lean": ("--scenario", "SC-LEAN"),
    "compared": ("--compare", "base", "SC-LEAN"),
    "compared_scenarios": ("--compare", "SC-LEAN", "SC-DEARER"),
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in an empty folder: the status, standard output, standard error."""
    monkeypatch.delenv("STRATBUILD_LANG", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return status, said.out, said.err

    return call


@pytest.fixture(scope="module")
def plan() -> Plan:
    found = check_folder(STRATEGY)
    assert found.ok, found.diagnostics
    assert found.plan is not None
    return found.plan


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_what_people_read(run: Run, name: str, language: str, *, update_golden: bool) -> None:
    status, out, err = run("budget", str(STRATEGY), *VIEWS[name], "--lang", language)
    assert (status, err) == (0, "")
    assert max(map(shown_width, out.splitlines())) <= WIDEST
    assert_golden(DATA / "budget_command" / f"{name}.{language}.txt", out, update=update_golden)


def as_json(run: Run, *arguments: str) -> Any:
    status, out, _ = run("budget", str(STRATEGY), *arguments, "--format", "json")
    assert status == 0
    return json.loads(out, parse_float=lambda written: pytest.fail(f"a float: {written}"))


@pytest.mark.parametrize("name", ["base", *SCENARIOS])
def test_the_sums_of_json_are_the_plans(run: Run, plan: Plan, name: str) -> None:
    shown, said = plan if name == "base" else plan.scenarios[name], as_json(run, "--scenario", name)
    assert said["scenario"]["id"] == name
    assert said["years"] == list(shown.budget.years)
    assert said["total"] == str(shown.budget.total)
    assert sum(map(Decimal, said["by_year"].values())) == shown.budget.total.decimal
    by_source = {
        (row["source"], int(of)): Money.parse(planned) for row in said["by_source"] for of, planned in row["planned"].items()
    }
    assert {key: one for key, one in by_source.items() if one} == dict(shown.budget.by(source, year))
    for row in said["by_source"]:
        ceilings, planned = row["ceilings"], row["planned"]
        assert {of: str(Decimal(limit) - Decimal(planned[of])) for of, limit in ceilings.items()} == row["headroom"]
    assert sum(Decimal(row["total"]) for row in said["by_fund"]) == shown.budget.total.decimal
    assert Decimal(said["after"]["total"]) == Money.total(one.money for one in shown.budget.after).decimal
    assert list(said["after"]["by_year"]) == sorted(said["after"]["by_year"])


@pytest.mark.parametrize(("first", "second"), [("base", "SC-LEAN"), ("SC-LEAN", "base"), ("SC-DEARER", "SC-WITHOUT-DONOR")])
def test_every_table_of_a_comparison_adds_up(run: Run, plan: Plan, first: str, second: str) -> None:
    plans = {"base": plan, **plan.scenarios}
    said = as_json(run, "--compare", first, second)
    totals = {"first": plans[first].budget.total, "second": plans[second].budget.total}
    totals["difference"] = totals["second"] - totals["first"]
    assert said["total"] == {key: str(one) for key, one in totals.items()}
    for table in ("by_year", "by_source", "by_year_and_source", "by_goal", "by_unit", "by_economic_code"):
        for key, one in totals.items():
            assert sum(Decimal(row[key]) for row in said[table]) == one.decimal, table
    assert sum(Decimal(row["difference"]) for row in said["measures"]) == totals["difference"].decimal


def test_what_is_left_out_or_added_is_said(run: Run) -> None:
    (left_out,) = [one for one in as_json(run, "--compare", "base", "SC-LEAN")["measures"] if one["second"] is None]
    (added,) = [one for one in as_json(run, "--compare", "SC-LEAN", "base")["measures"] if one["first"] is None]
    assert left_out["measure"] == added["measure"] == "M-CLASS"
    assert left_out["difference"] == "-" + added["difference"]


def test_a_plan_compared_with_itself_has_no_differences(run: Run) -> None:
    said = as_json(run, "--compare", "SC-LEAN", "SC-LEAN")
    assert (said["measures"], said["targets"], said["total"]["difference"]) == ([], [], "0.00")
    assert "+" not in run("budget", str(STRATEGY), "--compare", "base", "base")[1]


WRONG = {
    ("budget", "--scenario", "SC-LEEN"): "немає сценарію SC-LEEN; можливо, SC-LEAN",
    ("budget", "--compare", "base", "SC-LEEN"): "немає сценарію SC-LEEN; можливо, SC-LEAN",
    ("budget", "--compare", "bas", "SC-LEAN"): "немає сценарію bas; можливо, base?",
    ("budget", "--scenario", "SC-LEAN", "--compare", "base", "SC-LEAN"): "--scenario і --compare разом не вживають",
    ("check", "--scenario", "SC-LEEN"): "немає сценарію SC-LEEN; можливо, SC-LEAN",
    ("build", "--scenario", "SC-LEEN"): "немає сценарію SC-LEEN; можливо, SC-LEAN",
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_scenario_that_there_is_not(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    command, *options = arguments
    status, out, err = run(command, str(STRATEGY), *options)
    assert (status, out) == (2, "")
    assert WRONG[arguments] in err
    assert list(tmp_path.iterdir()) == []


def test_errors_of_the_strategy_are_told_and_sums_shown(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "s"
    broken.mkdir()
    for path in STRATEGY.iterdir():
        text = path.read_text(encoding="utf-8").replace('economic_code: "2210"', 'economic_code: "2999"')
        (broken / path.name).write_text(text, encoding="utf-8")
    status, out, err = run("budget", str(broken))
    assert (status, "4\u00a0259\u00a0117,31" in out) == (0, True)
    assert "stratbuild check" in err
    (broken / "scenarios.yaml").write_text("scenarios: 5\n", encoding="utf-8")
    status, out, err = run("budget", str(broken))
    assert (status, out) == (1, "")
    assert "scenarios.yaml" in err


def test_rules_look_at_a_scenario(run: Run) -> None:
    """The strategy as written passes; put off by a year, its money leaves the period, and no papers are stopped by that."""
    assert run("check", str(STRATEGY))[0] == 0
    assert run("check", str(STRATEGY), "--scenario", "base")[0] == 0
    status, out, err = run("check", str(STRATEGY), "--scenario", "SC-LEAN", "--lang", "en")
    assert status == 1
    assert "SB425" in out
    assert "The rules looked at the scenario “Ощадливий” (SC-LEAN)" in err


def test_papers_of_a_scenario_say_so(run: Run, tmp_path: Path, plan: Plan) -> None:
    status, out, _ = run("build", str(STRATEGY), "--scenario", "SC-LEAN", "--as-of", "2026-11-24")
    assert status == 0
    page = html(tmp_path / "build" / "concept.html").text
    total = str(plan.scenarios["SC-LEAN"].budget.total).replace(".", ",")
    assert page.count("Сценарій «Ощадливий»") >= 2
    assert total in page.replace("\u00a0", "").replace(" ", "")
    assert json.loads((tmp_path / "build" / "manifest.json").read_text(encoding="utf-8"))["scenario"] == "Ощадливий"
    for name, sheet in (("plan", "Заходи"), ("budget-request", "Пропозиція")):
        rows = read_back(tmp_path / "build" / f"{name}.xlsx").sheets[sheet]
        assert any("Сценарій «Ощадливий»" in str(cell) for row in rows[:8] for cell in row if cell)
    names = out
    _, out, _ = run("build", str(STRATEGY), "--as-of", "2026-11-24")
    assert names == out, "the files have the same names"
    assert "Сценарій «Ощадливий»" not in html(tmp_path / "build" / "concept.html").text
    assert "scenario" not in json.loads((tmp_path / "build" / "manifest.json").read_text(encoding="utf-8"))


NARROW = 20
"""Words up to this width are never cut."""
LABELS = st.text(st.characters(categories=("L", "M", "N", "P", "Z")), max_size=120).map(lambda text: " ".join(text.split()))
CELLS = st.lists(st.text("0123456789 ,−", max_size=14), min_size=1, max_size=12)


@given(labels=st.lists(LABELS, min_size=1, max_size=4), cells=CELLS)
def test_a_table_is_never_wider_and_loses_no_word(labels: list[str], cells: list[str]) -> None:
    written = laid_out(["", *cells], [None, *((label, *cells) for label in labels)])
    assert max(map(shown_width, written.splitlines())) <= WIDEST
    for label in labels:
        for word in label.split():
            assert word in written or shown_width(word) > NARROW


def test_a_label_of_one_long_word_is_cut_into_lines() -> None:
    assert wrapped("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert wrapped("  слово і ще слово", 10) == ["  слово і", "  ще слово"]


def test_many_years_stand_below_each_other() -> None:
    years = [str(one) for one in range(2025, 2045)]
    table = laid_out(["Джерело", *years], [("Бюджет громади", *(["1\u00a0234\u00a0567,89"] * 20))])
    blocks = table.split("\n\n")
    assert len(blocks) > 1
    assert all("Бюджет громади" in block for block in blocks)
    assert [one for line in table.splitlines() if line.startswith("Джерело") for one in line.split()[1:]] == years
