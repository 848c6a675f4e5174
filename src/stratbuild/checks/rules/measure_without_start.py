from collections.abc import Collection, Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.model.network import open_wholes
from stratbuild.schema.measure import Measure


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

    Nothing is missing where the start follows from something else: what the measure waits for and its
    duration, its finish and its duration, its earliest start and its duration, or the dates of its parts.

    ## What to do
    Write when the work begins. A year is enough: `start: 2026` means some time in 2026.
    ---
    Не сказано, коли починається захід.

    ## Чому це важливо
    Без початку захід не потрапляє до жодного року плану й календаря, і з ним неможливо звірити ні
    кошти, ні заходи, що на нього чекають.

    Нічого не бракує, якщо початок випливає з іншого: з того, на що захід чекає, і тривалості, із
    завершення й тривалості, з найранішого початку й тривалості або зі строків його частин.

    ## Що робити
    Впишіть, коли починається робота. Досить року: `start: 2026` означає певний час упродовж 2026 року.
    """
    wholes = open_wholes(plan.strategy)
    for measure in plan.strategy.measures.values():
        if measure.start is None and not _is_decided(plan, measure, wholes):
            facts = {"measure": measure.id, "first": plan.period.first, "last": plan.period.last}
            yield Finding(plan.strategy.span(measure, "id"), facts)


def _is_decided(plan: Plan, measure: Measure, wholes: Collection[str]) -> bool:
    if measure.id in wholes:
        return True
    if measure.duration is None:
        return False
    return bool(measure.after) or (measure.id in plan.windows and (measure.finish or measure.not_before) is not None)
