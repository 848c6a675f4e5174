from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB616",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("findings.source", "findings.severity"),
    en=("{finding} does not say: {missing}", "write it under the finding"),
    uk=("{finding} не каже: {missing}", "допишіть це у висновку"),
)
def finding_incomplete(plan: Plan) -> Iterator[Finding]:
    """A finding has no source or severity, or a value without an indicator or a unit.

    ## Why this matters
    A finding is only worth as much as its source; a number without a unit says nothing.

    ## What to do
    Write where it comes from, how much it hinders, and with a value what was measured and in which unit.
    ---
    Висновок не має джерела чи гостроти або має значення без показника чи одиниці.

    ## Чому це важливо
    Висновок вартий стільки, скільки його джерело; число без одиниці нічого не каже.

    ## Що робити
    Допишіть, звідки це, наскільки заважає, а до значення – що виміряно і в яких одиницях.
    """
    for one in plan.strategy.findings.values():
        wanted = ("source", "severity", *(("indicator", "measurement_unit") if one.value is not None else ()))
        missing = tuple(name for name in wanted if getattr(one, name) is None)
        if missing:
            yield Finding(plan.strategy.span(one, "id"), {"finding": one.id, "missing": missing})
