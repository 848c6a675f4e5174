from collections.abc import Iterator

from stratbuild.checks.evidence import evidence_value
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB613",
    en=("{kpi} begins with {value}, and {evidence} says {found}", "correct one of the two"),
    uk=("{kpi} починається зі значення {value}, а {evidence} каже {found}", "виправте одне з двох"),
)
def baseline_against_its_evidence(plan: Plan) -> Iterator[Finding]:
    """The baseline of an indicator is not the value of the evidence that it names.

    ## Why this matters
    The concept shows both, and readers trust neither when they differ.

    ## What to do
    Correct the value, the unit, or the evidence. The share of an answer is rounded to as many decimals as
    the baseline has.
    ---
    Вихідне значення показника не збігається з даними, на які воно посилається.

    ## Чому це важливо
    Концепція показує обидва, і коли вони різні, не вірять жодному.

    ## Що робити
    Виправте значення, одиницю або посилання на дані. Частку відповіді округлюють до стількох знаків,
    скільки має вихідне значення.
    """
    for kpi in plan.strategy.kpis.values():
        found = None if kpi.baseline is None or kpi.baseline.evidence is None else evidence_value(plan, kpi)
        if found is not None and kpi.baseline is not None and not found.agrees:
            facts = {"kpi": kpi.id, "value": kpi.baseline.value, "evidence": kpi.baseline.evidence, "found": found.said}
            yield Finding(plan.strategy.span(kpi, "baseline", "value"), facts)
