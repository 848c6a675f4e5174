from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB601",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("risks.owner",),
    en=("nobody watches {risk}", "name a unit: `owner: U-FIN`"),
    uk=("за ризиком {risk} ніхто не стежить", "назвіть підрозділ: `owner: U-FIN`"),
)
def risk_without_owner(plan: Plan) -> Iterator[Finding]:
    """A risk has no owner.

    ## Why this matters
    A risk that nobody watches is noticed when it has come true.

    ## What to do
    Name the unit that would see it first and can do something about it.
    ---
    Ризик не має власника.

    ## Чому це важливо
    Ризик, за яким ніхто не стежить, помічають, коли він уже справдився.

    ## Що робити
    Назвіть підрозділ, який помітить його першим і може щось зробити.
    """
    for risk in plan.strategy.risks.values():
        if risk.owner is None:
            yield Finding(plan.strategy.span(risk, "id"), {"risk": risk.id})
