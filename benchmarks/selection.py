"""`python -m benchmarks.selection [SIZE …]`: the time and the gap of a choice of measures under 30 ceilings."""

import sys
import time
from decimal import Decimal
from random import Random

from stratbuild.model import Plan, derive
from stratbuild.pipeline import load
from stratbuild.planning.selection import selection
from stratbuild.source import SourceText

_YEARS = range(2025, 2030)
_SOURCES = 6
_SIZES = (50, 500, 5_000)
_GAP = Decimal("0.5")
"""In per cent: the search ends when it is proved that nothing is better by more."""
_KPIS = 20
_CEILING = 40
"""Per cent of all that is asked of a source in a year."""
_SETTINGS = """\
strategy:
  title: Стратегія
  community: {name: Громада}
  period: {start: 2025, finish: 2029}
  language: uk
goals: [{id: G-A, title: Ціль}]
"""


def strategy_text(size: int) -> str:
    """A strategy of so many measures with 1.5 dependencies each, every one moving two of the indicators; the same for the same size."""
    chance = Random(size)
    asked = {(source, year): 0 for source in range(_SOURCES) for year in _YEARS}
    measures, lines = [], []
    for number in range(size):
        after = (
            {f"M-{chance.randrange(max(0, number - 50), number)}" for _ in range(chance.choice((0, 1, 2, 3)))} if number else ()
        )
        priority = chance.choice(("high", "medium", "medium", "low"))
        waits = ", ".join(sorted(after))
        moved = ", ".join(f"K-{kpi}: {{2029: {chance.randrange(1, 100)}}}" for kpi in sorted(chance.sample(range(_KPIS), 2)))
        measures.append(
            f"- {{id: M-{number}, goal: G-A, title: Захід, priority: {priority}, after: [{waits}], contributions: {{{moved}}}}}\n"
        )
        source = chance.randrange(_SOURCES)
        amounts = {year: chance.randrange(1_000_000, 90_000_000) for year in chance.sample(_YEARS, chance.choice((1, 2, 3)))}
        for year, amount in amounts.items():
            asked[source, year] += amount
        written = ", ".join(f"{year}: {amount // 100}.{amount % 100:02}" for year, amount in sorted(amounts.items()))
        lines.append(f"- {{id: B-{number}, measure: M-{number}, title: Рядок, amounts: {{{written}}}, funding: S-{source}}}\n")
    sources = []
    for source in range(_SOURCES):
        most = {year: asked[source, year] * _CEILING // 100 for year in _YEARS}
        ceilings = ", ".join(f"{year}: {amount // 100}.{amount % 100:02}" for year, amount in most.items())
        sources.append(f"- {{id: S-{source}, title: Джерело, kind: local, ceilings: {{{ceilings}}}}}\n")
    target = size * 10
    kpis = [
        f"- {{id: K-{number}, goal: G-A, title: Показник, baseline: {{value: 0}}, targets: {{2029: {target}}}, weight: {size}}}\n"
        for number in range(_KPIS)
    ]
    lists = {"kpis": kpis, "measures": measures, "budget_lines": lines, "sources": sources}
    return _SETTINGS + "".join(f"{name}:\n{''.join(items)}" for name, items in lists.items())


def plan_of(size: int) -> Plan:
    """The plan of such a strategy."""
    strategy, found = load([SourceText("a.yaml", strategy_text(size))])
    assert strategy is not None, [one.message("en", str) for one in found[:3]]
    plan, _ = derive(strategy, {})
    assert plan is not None
    return plan


def main() -> None:
    """Choose, and say how long it took and how good it is."""
    for size in [int(argument) for argument in sys.argv[1:]] or _SIZES:
        plan = plan_of(size)
        begun = time.perf_counter()
        found = selection(plan, _GAP)
        seconds = time.perf_counter() - begun
        proof = found.proof
        assert proof is not None
        print(
            f"{size:>6} measures: {len(found.chosen):>5} chosen, weight {proof.weight}, bound {proof.weight_bound}, "
            f"gap {proof.gap} %, {proof.nodes} nodes, {seconds:.1f} s"
        )


if __name__ == "__main__":
    main()
