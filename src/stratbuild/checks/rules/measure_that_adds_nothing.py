from collections import Counter
from collections.abc import Collection, Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.strategy import Strategy


@rule(
    "SB524",
    severity=Severity.NOTE,
    en=(
        "{measure} names {kpi} but adds nothing to it, while others do (measures: {count})",
        "write in `contributions:` what it adds, or take {kpi} out of `kpis:`",
    ),
    uk=(
        "захід {measure} називає {kpi}, але нічого до нього не додає, а інші додають (заходів: {count})",
        "впишіть у `contributions:`, скільки він додає, або приберіть {kpi} з `kpis:`",
    ),
)
def measure_that_adds_nothing(plan: Plan) -> Iterator[Finding]:
    """A measure names an indicator to which other measures contribute, and contributes nothing itself.

    ## Why this matters
    The sum of the contributions is held against the target. It is too low if a contribution was
    forgotten, and if not, the measure moves nothing.

    ## What to do
    Estimate what the measure adds in each year. If it only helps others to add, take the indicator
    out of its `kpis`.
    ---
    Захід називає показник, до якого інші заходи додають, а сам не додає нічого.

    ## Чому це важливо
    Суму внесків порівнюють із ціллю. Якщо внесок забули, вона замала, а якщо ні, захід нічого не
    рухає.

    ## Що робити
    Оцініть, скільки захід додає щороку. Якщо він лише допомагає іншим, приберіть показник з його
    `kpis`.
    """
    strategy = plan.strategy
    giving = Counter(kpi for one in strategy.measures.values() for kpi, years in one.contributions.items() if any(years.values()))
    shared = _shared_with_wholes(strategy)
    for measure in strategy.measures.values():
        for place, kpi in enumerate(measure.kpis):
            if giving[kpi] and (measure.id, kpi) not in shared:
                facts = {"measure": measure.id, "kpi": kpi, "count": giving[kpi]}
                yield Finding(strategy.span(measure, "kpis", place), facts)


def _shared_with_wholes(strategy: Strategy) -> Collection[tuple[str, str]]:
    """Measures with the indicators to which they contribute themselves, by a part at any depth, or by their whole."""
    found: set[tuple[str, str]] = set()
    own = {(one.id, kpi) for one in strategy.measures.values() for kpi, years in one.contributions.items() if any(years.values())}
    for id_, kpi in own:
        step: str | None = id_
        while step is not None and (step, kpi) not in found:
            found.add((step, kpi))
            step = strategy.measures[step].part_of
    parts = ((one.id, one.part_of, kpi) for one in strategy.measures.values() for kpi in one.kpis if one.part_of)
    return found | {(id_, kpi) for id_, whole, kpi in parts if (whole, kpi) in own}
