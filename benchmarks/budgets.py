"""`python -m benchmarks.budgets [N [SEED]]`: so many generated budgets, every total of the model beside that of SQLite."""

import sys
import time
from contextlib import closing
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from budgets import document, texts
from chances import Rolled
from reckoned import TABLES, differences, plan_of
from sqlite_budget import Ledger

_SHOWN = 10


def compare(seeds: range) -> tuple[list[str], int, int]:
    """What differs in the budgets of these seeds, and how many plans and facts were looked at."""
    found: list[str] = []
    plans = facts = 0
    for seed in seeds:
        files = texts(document(Rolled(seed), strict=seed % 2 == 0))
        plan = plan_of(files)
        with closing(Ledger(files)) as ledger:
            found += (f"seed {seed}, {one}" for one in differences(ledger, plan))
        each = (plan, *plan.scenarios.values())
        plans += len(each)
        facts += sum(len(one.budget.amounts) for one in each)
    return found, plans, facts


def main() -> int:
    """Compare, say what differs, and end with 1 where anything does."""
    count, first = (int(sys.argv[place]) if len(sys.argv) > place else default for place, default in ((1, 10_000), (2, 0)))
    begun = time.perf_counter()
    found, plans, facts = compare(range(first, first + count))
    seconds = time.perf_counter() - begun
    for one in found[:_SHOWN]:
        print(one)
    print(f"{count} budgets, {plans} plans of them and their scenarios, {facts} facts, {plans * (len(TABLES) + 1)} tables")
    print(f"{len(found)} tables differ; {seconds:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
