from collections.abc import Iterator

from stratbuild.checks.brands import brands_named
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB817",
    severity=Severity.WARNING,
    en=(
        "{specification} names {brands}, but does not say why a trade mark is needed",
        "write the reason in `brand_reason`, or describe what is needed by its characteristics",
    ),
    uk=(
        "технічне завдання {specification} називає {brands}, але не пояснює, навіщо потрібна торговельна марка",
        "впишіть причину в `brand_reason` або опишіть потрібне характеристиками",
    ),
)
def brand_without_reason(plan: Plan) -> Iterator[Finding]:
    """A specification names a trade mark and gives no reason for it.

    ## Why this matters
    The law on public procurement (article 23) asks for a justification of every reference to a trade mark,
    even with the words «or equivalent».

    ## What to do
    Say in a sentence why characteristics do not suffice: what it has to work with, what would have to be
    bought anew otherwise. The paper prints it under the items.

    ## Example
        brand_reason: The new licences join those that 40 workplaces already have.
    ---
    Технічне завдання називає торговельну марку й не пояснює причини.

    ## Чому це важливо
    Закон «Про публічні закупівлі» (стаття 23) вимагає обґрунтувати кожне посилання на торговельну марку,
    навіть зі словами «або еквівалент».

    ## Що робити
    Одним реченням скажіть, чому самих характеристик замало: з чим це має працювати, що інакше довелося б
    купувати заново. Документ надрукує це під переліком.

    ## Приклад
        brand_reason: Нові ліцензії доповнюють ті, що вже є на 40 робочих місцях.
    """
    strategy = plan.strategy
    for specification in strategy.specifications.values():
        if specification.brand_reason is None:
            named = tuple(dict.fromkeys(brand for one in brands_named(specification) for brand in one.brands))
            if named:
                yield Finding(strategy.span(specification, "id"), {"specification": specification.id, "brands": named})
