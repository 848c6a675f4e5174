from collections.abc import Iterator

from stratbuild.checks.evidence import dated
from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB615",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("findings.on",),
    en=("it is not said of when {evidence} is", "write the date: `on: 2025-03`, for a survey `finish: 2025-03-31`"),
    uk=("не сказано, якого часу стосується {evidence}", "допишіть дату: `on: 2025-03`, для опитування `finish: 2025-03-31`"),
)
def evidence_without_date(plan: Plan) -> Iterator[Finding]:
    """Evidence has no date.

    ## Why this matters
    A number without a date cannot be compared with a later one.

    ## What to do
    Write when it was measured, adopted, or when the survey ended.
    ---
    Дані не мають дати.

    ## Чому це важливо
    Число без дати не порівняти з пізнішим.

    ## Що робити
    Допишіть, коли виміряно, ухвалено або завершено опитування.
    """
    for item, _, day in dated(plan):
        if day is None:
            yield Finding(plan.strategy.span(item, "id"), {"evidence": item.id})
