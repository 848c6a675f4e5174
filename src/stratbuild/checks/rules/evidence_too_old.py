from collections.abc import Iterator

from stratbuild.checks.evidence import dated
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB614",
    severity=Severity.WARNING,
    en=(
        "{evidence} is of {day}, older than {limit} when the strategy begins",
        "find newer facts, or say why the old ones still hold",
    ),
    uk=(
        "{evidence} датовано {day}, на початок стратегії це давніше за {limit}",
        "знайдіть новіші дані або поясніть, чому давні ще чинні",
    ),
)
def evidence_too_old(plan: Plan) -> Iterator[Finding]:
    """Evidence is older than the strategy allows.

    ## Why this matters
    A community changes; a goal may answer a need that is gone.

    ## What to do
    Measure or ask again. How old evidence may be is set by `evidence_valid_for`.
    ---
    Дані давніші, ніж дозволяє стратегія.

    ## Чому це важливо
    Громада змінюється; ціль може відповідати на потребу, якої вже немає.

    ## Що робити
    Виміряйте чи опитайте знову. Наскільки давніми можуть бути дані, встановлює `evidence_valid_for`.
    """
    limit = plan.strategy.settings.evidence_valid_for
    if limit is None:
        return
    for item, way, day in dated(plan):
        if day is not None and limit.last_day_from(day) < plan.period.first:
            facts = {"evidence": item.id, "day": day, "limit": limit}
            yield Finding(plan.strategy.span(item, way), facts)
