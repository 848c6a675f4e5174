from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.source import SourceKind
from stratbuild.schema.strategy import EconomicClassifier


@rule(
    "SB428",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("sources.fund",),
    en=(
        "{source} is money of the community's budget, but of which fund is not said",
        "add `fund: general`, `fund: special` or `fund: development`; money that comes from two funds is two sources",
    ),
    uk=(
        "{source} — кошти бюджету громади, але не сказано, якого фонду",
        "додайте `fund: general`, `fund: special` або `fund: development`; якщо кошти з двох фондів, це два джерела",
    ),
)
def budget_source_without_fund(plan: Plan) -> Iterator[Finding]:
    """A source of the community's own budget does not say which fund it is in.

    The rule looks only at strategies whose settings name the Ukrainian economic classification (КЕКВ).

    ## Why this matters
    Budget requests and passports of programmes give every sum as general and special fund; capital
    expenditure is normally paid from the development budget, which is a part of the special one.

    ## What to do
    Add `fund`. Where two funds pay, write two sources, each with its own ceilings.
    ---
    Для джерела, що є бюджетом громади, не вказано фонду.

    Правило діє лише для стратегій, у налаштуваннях яких названо КЕКВ.

    ## Чому це важливо
    У бюджетних запитах і паспортах програм кожну суму ділять на загальний і спеціальний фонди; капітальні
    видатки зазвичай оплачують із бюджету розвитку, що є частиною спеціального.

    ## Що робити
    Додайте `fund`. Якщо платять два фонди, запишіть два джерела, кожне зі своїми граничними обсягами.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.economic is not EconomicClassifier.KEKV:
        return
    for source in strategy.sources.values():
        if source.kind is SourceKind.LOCAL and source.fund is None:
            yield Finding(strategy.span(source, "kind"), {"source": source.id})
