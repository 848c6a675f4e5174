"""`python -m benchmarks.budget_speed [SIZE]`: the time of all totals of a large strategy in five scenarios, beyond reading it."""

import gc
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.generate import FIRST_YEAR, LAST_YEAR, generate
from stratbuild.model import Plan, budget, derive
from stratbuild.pipeline import load
from stratbuild.source import read_folder

_YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
_ASSUMPTIONS = f"""\
vat_rates: [{{id: VAT-20, title: ПДВ, rate: 20%, source: Податковий кодекс}}]
price_indices:
  - {{id: PI-CPI, title: Споживчі ціни, source: Прогноз, index: {{{", ".join(f"{year}: 108.6%" for year in _YEARS)}}}}}
exchange_rates:
  - {{id: FX-EUR, title: Євро, currency: EUR, rate: 48.25, on: 2025-01-10, source: НБУ}}
scenarios:
  - {{id: SC-DEAR, title: Дорожче, price_indices: {{PI-CPI: {{2026: 115%, 2027: 112%}}}}}}
  - {{id: SC-EURO, title: Дорожчий євро, inherits: SC-DEAR, exchange_rates: {{FX-EUR: 55.00}}}}
  - {{id: SC-ALONE, title: Без донора, sources: {{S-DONOR: {{replaced_by: S-LOCAL}}}}}}
  - {{id: SC-LATE, title: Пізніше, measures: {{M-000000: {{absent: true}}, M-000010: {{years_later: 1}}}}}}
  - {{id: SC-WORST, title: Найгірше, inherits: SC-EURO, sources: {{S-DONOR: {{absent: true}}}}, vat_rates: {{VAT-20: 22%}}}}
"""
_ADJUSTED = (
    "    vat: added\n    vat_rate: VAT-20\n    price_index: PI-CPI\n",
    "    exchange_rate: FX-EUR\n    price_index: PI-CPI\n",
    "    recurring: true\n",
)


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print how long the block has taken."""
    begun = time.process_time()
    yield
    print(f"{name:<44}{time.process_time() - begun:8.3f} s")


def all_totals(plan: Plan) -> int:
    """Every table of a plan's budget; the number of sums in them."""
    strategy, money = plan.strategy, plan.budget
    tables = (
        (budget.year,),
        (budget.year, budget.source),
        (budget.year, budget.fund_of(strategy)),
        (budget.year, budget.measure),
        (budget.year, budget.goal_of(strategy)),
        (budget.year, budget.top_goal_of(strategy)),
        (budget.year, budget.unit_of(strategy)),
        (budget.year, budget.economic_code),
        (budget.year, budget.programme),
    )
    return sum(len(money.by(*keys)) for keys in tables)


def write(folder: Path, measures: int) -> None:
    """A generated strategy whose lines need an index, a tax or a rate of exchange, with five scenarios."""
    generate(folder, measures)
    (folder / "assumptions.yaml").write_text(_ASSUMPTIONS, encoding="utf-8", newline="\n")
    for path in sorted((folder / "measures").glob("*.yaml")):
        parts = path.read_text(encoding="utf-8").split("    basis: ")
        content = parts[0] + "".join(f"{_ADJUSTED[place % 3]}    basis: {part}" for place, part in enumerate(parts[1:]))
        path.write_text(content, encoding="utf-8", newline="\n")


def main() -> None:
    """Write, read, and time what the budget takes."""
    measures = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as place:
        write(Path(place), measures)
        with timed("read, parse, decode, link"):
            strategy, found = load(*read_folder(Path(place)))
    assert strategy is not None, [one.message("en", str) for one in found]
    gc.collect()
    gc.freeze()
    gc.disable()  # as the pipeline does
    with timed("the plan as written"):
        plan, _ = derive(strategy, {})
    assert plan is not None
    with timed("its tables"):
        count = all_totals(plan)
    with timed(f"the plans of {len(strategy.scenarios)} scenarios"):
        plans = plan.scenarios
    with timed("their tables"):
        count += sum(map(all_totals, plans.values()))
    facts = sum(len(one.budget.amounts) for one in (plan, *plans.values()))
    print(f"{len(strategy.budget_lines)} lines, {facts} facts, {count} sums")


if __name__ == "__main__":
    main()
