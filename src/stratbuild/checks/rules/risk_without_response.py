from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB602",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("risks.response",),
    en=("{risk} does not say what is done about it", "write `response: avoid`, `reduce`, `transfer` or `accept`"),
    uk=("не сказано, що роблять із ризиком {risk}", "впишіть `response: avoid`, `reduce`, `transfer` або `accept`"),
)
def risk_without_response(plan: Plan) -> Iterator[Finding]:
    """A risk has no response.

    ## Why this matters
    A list of what may go wrong helps nobody; the council asks what is done about it. To accept a
    risk is an answer, too.

    ## What to do
    Decide whether it is avoided, reduced, handed to somebody else or accepted, and describe in
    `action` what is done.
    ---
    Не сказано, що роблять із ризиком.

    ## Чому це важливо
    Перелік того, що може піти не так, нікому не допоможе; рада спитає, що з цим роблять. Прийняти
    ризик — теж відповідь.

    ## Що робити
    Вирішіть, чи ризик усувають, зменшують, передають комусь іншому чи приймають, і опишіть у
    `action`, що роблять.
    """
    for risk in plan.strategy.risks.values():
        if risk.response is None:
            yield Finding(plan.strategy.span(risk, "id"), {"risk": risk.id})
