from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.finding import StateArea


@rule(
    "SB611",
    severity=DEMANDED_FROM_CONSULTATION,
    en=("the analysis of the present state has no finding in the area {area}", "write findings of this area under `findings`"),
    uk=("в аналізі поточного стану немає висновків за напрямом {area}", "запишіть висновки цього напряму у `findings`"),
)
def area_without_findings(plan: Plan) -> Iterator[Finding]:
    """An area in which the regulation asks for an analysis has no findings.

    ## Why this matters
    The regulation (2.2) names four areas: infrastructure, electronic services, digital literacy, cyber
    security.

    ## What to do
    Write what was found, with an indicator, a value, a date and a source; that all is well is a finding,
    too.
    ---
    За напрямом, який Положення вимагає проаналізувати, немає висновків.

    ## Чому це важливо
    Положення (2.2) називає чотири напрями: інфраструктура, електронні сервіси, цифрова грамотність,
    кібербезпека.

    ## Що робити
    Запишіть, що встановлено, з показником, значенням, датою і джерелом; що все гаразд – теж висновок.
    """
    findings = plan.strategy.findings.values()
    covered = {one.area for one in findings}
    first = next(iter(findings), None)
    for area in StateArea:
        if first is not None and area is not StateArea.OTHER and area not in covered:
            yield Finding(plan.strategy.span(first, "area"), {"area": area.value})
