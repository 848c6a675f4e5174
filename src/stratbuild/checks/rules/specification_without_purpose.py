from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB363",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("specifications.purpose",),
    en=(
        "{specification} does not say what the purchase is for; its measure is {measure}",
        "write in `purpose` what the need is and who will use it",
    ),
    uk=(
        "у технічному завданні {specification} не сказано, для чого ця закупівля; захід — {measure}",
        "впишіть у `purpose`, у чому потреба і хто користуватиметься",
    ),
)
def specification_without_purpose(plan: Plan) -> Iterator[Finding]:
    """A technical specification does not say what the purchase is for.

    ## Why this matters
    Before a purchase the need for it has to be justified and published; the justification begins with
    this paragraph.

    ## What to do
    Write in two or three sentences what is missing today, what the purchase changes and for whom.
    ---
    Технічне завдання не каже, для чого закупівля.

    ## Чому це важливо
    Перед закупівлею її потребу обґрунтовують і оприлюднюють; обґрунтування починається саме з цього
    абзацу.

    ## Що робити
    Двома-трьома реченнями напишіть, чого бракує тепер, що змінить закупівля і для кого.
    """
    for specification in plan.strategy.specifications.values():
        if specification.purpose is None:
            facts = {"specification": specification.id, "measure": specification.measure}
            yield Finding(plan.strategy.span(specification, "id"), facts)
