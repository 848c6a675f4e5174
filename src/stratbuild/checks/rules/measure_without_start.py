from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan


@rule(
    "SB321",
    severity=SeverityByStage(Stage.CONSULTATION, before=Severity.WARNING),
    demands=("measures.start",),
    en=(
        "{measure} does not say when it starts; the strategy runs from {first} to {last}",
        "write `start:` as coarsely as it is known: 2026, 2026-Q2 or 2026-03",
    ),
    uk=(
        "не сказано, коли починається захід {measure}; стратегія триває {first}–{last}",
        "впишіть `start:` так грубо, як відомо: 2026, 2026-Q2 або 2026-03",
    ),
)
def measure_without_start(plan: Plan) -> Iterator[Finding]:
    """A measure does not say when it starts.

    ## Why this matters
    Without a start the measure is in no year of the plan and of the calendar, and nothing can be
    checked against it: neither its money nor what waits for it.

    ## What to do
    Write when the work begins. A year is enough: `start: 2026` means some time in 2026.
    ---
    Не сказано, коли починається захід.

    ## Чому це важливо
    Без початку захід не потрапляє до жодного року плану й календаря, і з ним неможливо звірити ні
    кошти, ні заходи, що на нього чекають.

    ## Що робити
    Впишіть, коли починається робота. Досить року: `start: 2026` означає певний час упродовж 2026 року.
    """
    for measure in plan.strategy.measures.values():
        if measure.start is None:
            facts = {"measure": measure.id, "first": plan.period.first, "last": plan.period.last}
            yield Finding(plan.strategy.span(measure, "id"), facts)
