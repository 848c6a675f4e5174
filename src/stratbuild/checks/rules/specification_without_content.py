from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB362",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("specifications.items | specifications.requirements",),
    en=(
        "{specification} (kind {kind}) says neither what is bought nor what is required",
        "write at least one entry in `items` or `requirements`",
    ),
    uk=(
        "у технічному завданні {specification} (вид {kind}) не сказано ні що купують, ні що вимагають",
        "запишіть щонайменше одну позицію в `items` або вимогу в `requirements`",
    ),
)
def specification_without_content(plan: Plan) -> Iterator[Finding]:
    """A technical specification has neither items nor requirements.

    ## Why this matters
    The draft is a form with nothing but places to fill: the necessary technical, qualitative and
    quantitative characteristics are what a specification is for.

    ## What to do
    For goods write the items with quantities and parameters; for services, works and software the
    requirements by subject.
    ---
    Технічне завдання не має ні позицій, ні вимог.

    ## Чому це важливо
    Проєкт складається з самих місць для заповнення, а технічне завдання потрібне саме для необхідних
    технічних, якісних і кількісних характеристик.

    ## Що робити
    Для товарів запишіть позиції з кількістю й характеристиками, для послуг, робіт і програмного
    забезпечення — вимоги за темами.
    """
    for specification in plan.strategy.specifications.values():
        if not specification.items and not specification.requirements:
            facts = {"specification": specification.id, "kind": specification.kind.value}
            yield Finding(plan.strategy.span(specification, "id"), facts)
