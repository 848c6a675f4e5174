from collections.abc import Iterator

from stratbuild.checks.brands import brands_named
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB816",
    severity=Severity.WARNING,
    en=(
        "{specification} names {brands}, but does not say «or equivalent»",
        "describe what is needed by its characteristics, or add «or equivalent» to this text",
    ),
    uk=(
        "технічне завдання {specification} називає {brands}, але не каже «або еквівалент»",
        "опишіть потрібне характеристиками або додайте до цього тексту «або еквівалент»",
    ),
)
def brand_without_equivalent(plan: Plan) -> Iterator[Finding]:
    """A specification names a trade mark and does not allow equivalents.

    Only well-known names are looked for, in their own spelling.

    ## Why this matters
    The law on public procurement (article 23) allows a reference to a trade mark only where the need
    cannot be described otherwise, and then with the words «or equivalent». Without them a supplier can
    have the purchase stopped.

    ## What to do
    Write the characteristics: not «Cisco switch», but the number of ports, the speed, the functions.
    Where the mark is needed, for spare parts or compatibility, add «or equivalent» and give the reason in
    `brand_reason`.

    ## Example
        - {name: Licences of the operating system Windows 11 Pro or equivalent, quantity: 12}
    ---
    Технічне завдання називає торговельну марку й не допускає еквівалентів.

    Шукаються лише відомі назви, так, як їх пишуть власники.

    ## Чому це важливо
    Закон «Про публічні закупівлі» (стаття 23) дозволяє посилатися на торговельну марку лише тоді, коли
    інакше потребу не описати, і тільки зі словами «або еквівалент». Без них постачальник може зупинити
    закупівлю.

    ## Що робити
    Запишіть характеристики: не «комутатор Cisco», а кількість портів, швидкість, функції. Якщо марка
    справді потрібна, як-от для запасних частин чи сумісності, додайте «або еквівалент» і поясніть
    причину в `brand_reason`.

    ## Приклад
        - {name: Ліцензії операційної системи Windows 11 Pro або еквівалент, quantity: 12}
    """
    strategy = plan.strategy
    for specification in strategy.specifications.values():
        for one in brands_named(specification):
            if not one.allows_equivalents:
                facts = {"specification": specification.id, "brands": one.brands}
                yield Finding(strategy.span(specification, *one.way), facts)
