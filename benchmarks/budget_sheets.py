"""`python -m benchmarks.budget_sheets [N [SEED]]`: so many generated budgets, every total of every sheet beside SQLite's.

The values are those that the workbook is written with; that files hold them, and that LibreOffice computes the same from
the formulas, is proved of fewer budgets in `tests/test_budget_proof.py`.
"""

import sys
import time
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from budgets import document, texts
from chances import Rolled
from reckoned import plan_of
from sqlite_budget import Ledger
from stratbuild.model import Plan
from stratbuild.outputs.output import outputs
from stratbuild.quantity import Money
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Area, Workbook
from stratbuild.render.workbook_reader import StoredValues
from test_budget_proof import assert_agrees, assert_scenarios_agree

_EDITION = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")
_SHOWN = 10


class Described(StoredValues):
    """The values of a workbook before it is written, asked for as those of a file are."""

    def __init__(self, workbook: Workbook) -> None:
        super().__init__({}, {name: f"{sheet}!{area}" for name, (sheet, area) in workbook.names.items()})
        object.__setattr__(self, "_areas", workbook.names)
        object.__setattr__(self, "_rows", {sheet.name: sheet.rows for sheet in workbook.sheets})

    _areas: Mapping[str, tuple[str, Area]]
    _rows: Mapping[str, Any]

    def area(self, name: str) -> tuple[tuple[Any, ...], ...]:
        sheet, area = self._areas[name]
        rows = self._rows[sheet][area.first_row : area.last_row + 1]
        columns = range(area.first_column, area.last_column + 1)
        missing = area.last_row + 1 - area.first_row - len(rows)
        return (
            *(tuple(_stored(row.cells[at]) if at < len(row.cells) else None for at in columns) for row in rows),
            *((None,) * len(columns),) * missing,
        )


def _stored(cell: Any) -> Any:
    """The value of a cell as a file holds it."""
    if cell is None:
        return None
    return cell.value.hundredths / 100 if isinstance(cell.value, Money) else cell.value


def compare(seeds: range) -> tuple[list[str], int]:
    """The budgets of these seeds of which a sheet shows anything else than SQLite adds up, and how many workbooks were looked at."""
    found: list[str] = []
    workbooks = 0
    for seed in seeds:
        files = texts(document(Rolled(seed), strict=seed % 2 == 0))
        plan = plan_of(files)
        every: dict[str | None, Plan] = {None: plan}
        with closing(Ledger(files)) as ledger:
            for scenario, shown in (every | dict(plan.scenarios)).items():
                (made,) = outputs()["budget"].view(shown, _EDITION)
                assert isinstance(made, Workbook)
                stored = Described(made)
                workbooks += 1
                try:
                    assert_agrees(stored, ledger, scenario, shown)
                    if scenario is None and plan.strategy.scenarios:
                        assert_scenarios_agree(stored, ledger, plan)
                except AssertionError as difference:
                    found.append(f"seed {seed}, {scenario or 'as written'}: {difference}")
    return found, workbooks


def main() -> int:
    """Compare, say what differs, and end with 1 where anything does."""
    count, first = (int(sys.argv[place]) if len(sys.argv) > place else default for place, default in ((1, 10_000), (2, 0)))
    begun = time.perf_counter()
    found, workbooks = compare(range(first, first + count))
    for one in found[:_SHOWN]:
        print(one)
    print(f"{count} budgets, {workbooks} workbooks of them and their scenarios; {len(found)} differ")
    print(f"{time.perf_counter() - begun:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
