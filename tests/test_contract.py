"""What budget.xlsx says of itself: its machine headers, and what every input held when it was written."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from stratbuild.model import Plan
from stratbuild.outputs.output import outputs
from stratbuild.quantity import Money
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Workbook
from stratbuild.render.workbook_contract import (
    CONTRACT_SHEET,
    TABLE_MARK,
    Contract,
    ContractBroken,
    Form,
    NewRows,
    base_text,
    read_contract,
)
from stratbuild.render.workbook_reader import read_back
from stratbuild.render.workbook_writer import write_workbook
from strategies import check_folder, check_text

SAMPLE = Path(__file__).parent.parent / "strategy"
EDITION = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")


def written(plan: Plan, folder: Path) -> Path:
    (made,) = outputs()["budget"].view(plan, EDITION)
    assert isinstance(made, Workbook)
    return folder / write_workbook(made, EDITION, folder)


def contract_of(path: Path) -> Contract:
    return read_contract(read_back(path).sheets[CONTRACT_SHEET])


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Path]:
    plan = check_folder(SAMPLE).plan
    assert plan is not None
    return plan, written(plan, tmp_path_factory.mktemp("contract"))


def test_the_edition_is_told_twice(sample: tuple[Plan, Path]) -> None:
    _, path = sample
    facts = dict(contract_of(path).facts)
    assert facts.pop("community") == "UA74020030000069340"
    assert facts == {"revision": "a1b2c3d4e5f6", "scenario": "", "as_of": "2026-11-24", "language": "uk", "currency": "UAH"}
    properties = {one.name: one.value for one in load_workbook(path).custom_doc_props.props}  # type: ignore[attr-defined]
    assert properties["stratbuild-revision"] == "a1b2c3d4e5f6"


def test_every_input_of_a_line_is_in_the_contract_as_the_strategy_has_it(sample: tuple[Plan, Path]) -> None:
    plan, path = sample
    table = contract_of(path).tables["lines"]
    assert (table.collection, table.new_rows) == ("budget_lines", NewRows.ITEM)
    assert set(table.rows) == set(plan.strategy.budget_lines)
    for line in plan.strategy.budget_lines.values():
        base = table.rows[line.id].base
        assert base["title"] == plan.strategy.text(line.title)
        assert base["programme"] == (line.programme or "")
        if line.unit_price is not None:
            assert base["unit_price"] == str(line.unit_price)
            assert {key for key in base if key.startswith("amounts")} == set()
        for year, money in line.amounts.items():
            assert base[f"amounts_{year}"] == str(money)


def test_machine_headers_are_hidden_and_lead_to_the_columns(sample: tuple[Plan, Path]) -> None:
    _, path = sample
    contract, book = contract_of(path), load_workbook(path)
    assert book[CONTRACT_SHEET].sheet_state == "hidden"
    for table in contract.tables.values():
        paper = book[table.sheet]
        (row,) = (
            number
            for number in range(1, paper.max_row + 1)
            if any(cell.value == f"{TABLE_MARK}{table.key}" for cell in paper[number])
        )
        assert paper.row_dimensions[row].hidden
        keys = [cell.value for cell in paper[row]]
        mark = keys.index(f"{TABLE_MARK}{table.key}")
        assert set(table.columns) <= set(keys)
        below = {paper.cell(number, mark + 1).value for number in range(row + 1, paper.max_row + 1)}
        assert set(table.rows) <= below


def test_inputs_of_all_tables_are_free_and_marked(sample: tuple[Plan, Path]) -> None:
    _, path = sample
    contract, book = contract_of(path), load_workbook(path)
    seen = 0
    for table in contract.tables.values():
        paper = book[table.sheet]
        for number in range(1, paper.max_row + 1):
            if paper.cell(number, 1).value == f"{TABLE_MARK}{table.key}":
                keys = [cell.value for cell in paper[number]]
                row = next(iter(table.rows.values()))
                at = next(n for n in range(number + 1, paper.max_row + 1) if paper.cell(n, 1).value == row.key)
                for key in row.base:
                    cell = paper.cell(at, keys.index(key) + 1)
                    assert not cell.protection.locked
                    assert cell.fill.fgColor.rgb == "FFFFF8DC"
                    seen += 1
    assert seen > 20


def test_a_changed_contract_is_told_from_a_sound_one(sample: tuple[Plan, Path]) -> None:
    _, path = sample
    rows = [list(row) for row in read_back(path).sheets[CONTRACT_SHEET]]
    assert read_contract(rows).tables
    place = next(number for number, row in enumerate(rows) if row[0] == "row")
    rows[place][1] = str(rows[place][1]).replace("0", "9", 1)
    with pytest.raises(ContractBroken):
        read_contract(rows)
    with pytest.raises(ContractBroken):
        read_contract([])
    with pytest.raises(ContractBroken):
        read_contract([["stratbuild", "999"]])


@pytest.mark.parametrize("text", ["_x0041_", "a_x005F_b", "рядок\nдругий", '"лапки" \\', "x" * 32_000, "🏛" * 5_000])
def test_hostile_notes_survive_in_the_contract(text: str, tmp_path: Path) -> None:
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    plan = check_text(
        f"""
        units: [{{id: U-A, name: А}}]
        goals: [{{id: G-A, title: А}}]
        measures: [{{id: M-A, goal: G-A, title: А, lead: U-A, start: 2026}}]
        sources: [{{id: S-A, title: А, kind: local}}]
        budget_lines: [{{id: B-A, measure: M-A, title: А, amounts: {{2026: 500.00}}, funding: S-A, note: {quoted}}}]
        """
    ).plan
    assert plan is not None
    assert contract_of(written(plan, tmp_path)).tables["lines"].rows["B-A"].base["note"] == text


def test_texts_of_values() -> None:

    assert base_text(None, Form.SUM) == ""
    assert base_text(Money(1850000), Form.SUM) == "18500.00"
    assert base_text(Decimal("0.333333"), Form.SHARE) == "33.3333%"
    assert base_text(Decimal("1.086"), Form.INDEX) == "108.6%"
    assert base_text(Decimal("2.50"), Form.NUMBER) == "2.50"
    assert base_text("0117530", Form.CODE) == "0117530"
