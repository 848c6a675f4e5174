"""Three calculations of one budget: the model's, SQLite's of whole kopecks, and LibreOffice's of the workbook's formulas.

In the strategy as written and in every scenario, without tolerance.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from budgets import document, texts
from chances import LARGEST, Rolled
from libreoffice import differences, formulas, recalculated
from sqlite_budget import Ledger
from stratbuild.model import Plan
from stratbuild.outputs.output import outputs
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Workbook
from stratbuild.render.workbook_reader import StoredValues, read_back, stored_money
from stratbuild.render.workbook_writer import write_workbook
from strategies import check_folder, check_texts, shipped_classifiers

SAMPLE = Path(__file__).parent.parent / "strategy"
EDITION = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")
BELOW = "99999999999.99"
"""In place of the largest sum: several of those together are more than a spreadsheet keeps to the kopeck."""
NOBODY = "Джерело не визначено"


def written(plan: Plan, folder: Path) -> Path:
    (made,) = outputs()["budget"].view(plan, EDITION)
    assert isinstance(made, Workbook)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / write_workbook(made, EDITION, folder)


def every_plan(plan: Plan) -> Mapping[str | None, Plan]:
    """The strategy as written, under no name, and every scenario."""
    found: dict[str | None, Plan] = {None: plan}
    return found | dict(plan.scenarios)


def kopecks(stored: object) -> int:
    return 0 if stored in {None, ""} else stored_money(stored).hundredths


def assert_agrees(stored: StoredValues, ledger: Ledger, scenario: str | None, plan: Plan) -> None:
    """Every table of the workbook that shows one scenario is what SQLite adds up."""
    years = plan.budget.years
    (total,) = ledger.sums(scenario).values() or (0,)
    assert kopecks(stored.named("lines_total")) == total
    assert kopecks(stored.named("facts_total")) == total
    assert stored.named("check_total") == 0
    by_year = ledger.sums(scenario, "year")
    ways = [
        "lines",
        "facts",
        "sources",
        "goals",
        "units",
        *(way for way in ("economics", "programmes") if f"{way}_total" in stored.names),
    ]
    for way in ways:
        for year in years:
            assert kopecks(stored.named(f"{way}_{year}")) == by_year.get((year,), 0), (way, year)
    amounts = {
        (line, year): kopecks(row[0])
        for year in years
        for line, row in zip([one[0] for one in stored.area("line_id")], stored.area(f"amt_{year}"), strict=True)
        if kopecks(row[0])
    }
    assert amounts == ledger.sums(scenario, "line", "year")
    paid: dict[tuple[object, ...], int] = {}
    for year in years:
        for line, source, row in zip(
            stored.area("fact_line"), stored.area("fact_source"), stored.area(f"fact_{year}"), strict=True
        ):
            key = (line[0], None if source[0] == NOBODY else source[0], year)
            paid[key] = paid.get(key, 0) + kopecks(row[0])
    assert {key: money for key, money in paid.items() if money} == ledger.sums(scenario, "line", "source", "year")
    planned = {
        (None if source[0] == NOBODY else source[0], year): kopecks(amount)
        for source, row in zip(stored.area("source_id"), stored.area("source_planned"), strict=True)
        for year, amount in zip(years, row, strict=True)
        if kopecks(amount)
    }
    assert planned == ledger.sums(scenario, "source", "year")
    if "after_total" in stored.names:
        assert kopecks(stored.named("after_total")) == sum(ledger.sums_after(scenario).values())


def assert_scenarios_agree(stored: StoredValues, ledger: Ledger, plan: Plan) -> None:
    """The sheet of scenarios, which is the strategy as written and the differences, comes to what SQLite has of each."""
    for number, scenario in enumerate(plan.strategy.scenarios, start=1):
        (total,) = ledger.sums(scenario).values() or (0,)
        assert kopecks(stored.named(f"scenario_total_{number}")) == total
        assert kopecks(stored.named(f"scenario_sources_{number}")) == total


def assert_proved(plan: Plan, ledger: Ledger, folder: Path, *, least: int = 1) -> None:
    """Base and every scenario: what is stored, what LibreOffice computes from scratch, and SQLite are one."""
    for scenario, shown in every_plan(plan).items():
        path = written(shown, folder / (scenario or "base"))
        recomputed = recalculated(path, folder / (scenario or "base") / "office")
        assert differences(path, recomputed) == []
        assert len(list(formulas(path))) >= least
        for stored in (read_back(path), read_back(recomputed)):
            assert_agrees(stored, ledger, scenario, shown)
            if scenario is None and plan.strategy.scenarios:
                assert_scenarios_agree(stored, ledger, plan)


def test_the_sample_in_every_scenario(tmp_path: Path) -> None:
    files = {path.as_posix(): path.read_text(encoding="utf-8") for path in sorted(SAMPLE.rglob("*.yaml"))}
    plan = check_folder(SAMPLE).plan
    assert plan is not None
    assert len(plan.scenarios) >= 3
    assert_proved(plan, Ledger(files), tmp_path, least=2_000)


@pytest.mark.parametrize("seed", range(3))
def test_generated_strategies_in_every_scenario(seed: int, tmp_path: Path) -> None:
    files = {path: content.replace(LARGEST, BELOW) for path, content in texts(document(Rolled(seed), strict=True)).items()}
    plan = check_texts(files, shipped_classifiers()).plan
    assert plan is not None
    assert_proved(plan, Ledger(files), tmp_path)


@pytest.mark.parametrize("seed", range(100, 160))
def test_stored_values_of_generated_workbooks(seed: int, tmp_path: Path) -> None:
    files = texts(document(Rolled(seed)))
    plan = check_texts(files, shipped_classifiers()).plan
    assert plan is not None
    ledger = Ledger(files)
    for scenario, shown in every_plan(plan).items():
        stored = read_back(written(shown, tmp_path / (scenario or "base")))
        assert_agrees(stored, ledger, scenario, shown)
        if scenario is None and plan.strategy.scenarios:
            assert_scenarios_agree(stored, ledger, plan)
