from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB506",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("kpis.owner",),
    en=(
        "nobody is named who reports the values of {kpi}",
        "add `owner:` — the unit that reports",
    ),
    uk=(
        "не названо, хто подає значення показника {kpi}",
        "додайте `owner:` — підрозділ, який подає",
    ),
)
def kpi_without_owner(plan: Plan) -> Iterator[Finding]:
    """An indicator has no owner.

    ## Why this matters
    An indicator that belongs to nobody is not updated; that is what happens to half of them.

    ## What to do
    Name the unit that has the data, or is near to it.
    ---
    Показник не має того, хто його подає.

    ## Чому це важливо
    Показник, який нікому не належить, не оновлюють; так стається з половиною з них.

    ## Що робити
    Назвіть підрозділ, який має дані або найближчий до них.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.owner is None:
            yield Finding(plan.strategy.span(kpi, "id"), {"kpi": kpi.id})
