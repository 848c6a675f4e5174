from collections.abc import Iterator, Mapping
from types import MappingProxyType

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.specification import SpecificationKind
from stratbuild.schema.strategy import EconomicClassifier

_GOODS = frozenset({"2210", "2220", "2230", "3110"})
_SERVICES = frozenset({"2240", "2250"})
_WORKS = frozenset({"3121", "3122", "3131", "3132", "3141", "3142", "3143"})

_CONTRADICTING: Mapping[SpecificationKind, frozenset[str]] = MappingProxyType(
    {
        SpecificationKind.GOODS: _SERVICES | _WORKS,
        SpecificationKind.SERVICES: _GOODS,
        SpecificationKind.WORKS: _GOODS | {"3160"},
        SpecificationKind.SOFTWARE: _WORKS | {"2220", "2230"},
    }
)
"""Codes that do not pay for a kind of purchase. Services and works share 2240, software has no code of its own."""


@rule(
    "SB364",
    severity=Severity.WARNING,
    en=(
        "{specification} buys {kind}, but all its money stands under КЕКВ {codes}, which is no code for {kind}",
        "correct the kind of the specification or the code of {lines}; ask the finance office which one",
    ),
    uk=(
        "технічне завдання {specification} має вид {kind}, але всі його кошти стоять за КЕКВ {codes}, а це не код для виду {kind}",
        "виправте вид технічного завдання або код у {lines}; котре з двох — підкаже фінансове управління",
    ),
)
def specification_kind_against_code(plan: Plan) -> Iterator[Finding]:
    """The kind of a purchase contradicts the economic codes (КЕКВ) of all the lines that pay for it.

    As soon as one line fits, nothing is reported: goods are often bought together with a service. The
    rule looks only at strategies with the classifier `kekv`.

    ## Why this matters
    The kind decides which sections the specification has and which procedure the purchase follows; the
    Treasury stops a payment whose code does not fit the contract.

    ## What to do
    Goods are paid from 2210 or 3110, services from 2240, works from 2240 (current repairs) or 3120–3143
    (building, capital repairs, reconstruction). Correct whichever of the two is wrong.
    ---
    Вид закупівлі суперечить КЕКВ усіх рядків, з яких її оплачують.

    Якщо хоч один рядок підходить, зауваження немає: товар часто купують разом із послугою. Правило
    стосується лише стратегій із класифікатором `kekv`.

    ## Чому це важливо
    Від виду залежить, які розділи має технічне завдання і за якою процедурою купують; казначейство
    зупиняє платіж, код якого не відповідає договору.

    ## Що робити
    Товари оплачують за 2210 або 3110, послуги — за 2240, роботи — за 2240 (поточний ремонт) або
    3120–3143 (будівництво, капітальний ремонт, реконструкція). Виправте те, що хибне.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.economic is not EconomicClassifier.KEKV:
        return
    for specification in strategy.specifications.values():
        lines = [line for id_ in specification.budget_lines if (line := strategy.budget_lines[id_]).economic_code is not None]
        codes = tuple(dict.fromkeys(line.economic_code for line in lines))
        if codes and _CONTRADICTING[specification.kind].issuperset(codes):
            related = Related(strategy.span(lines[0], "economic_code"), {"en": "the code of a line", "uk": "код рядка"})
            facts = {
                "specification": specification.id,
                "kind": specification.kind.value,
                "codes": codes,
                "lines": tuple(line.id for line in lines),
            }
            yield Finding(strategy.span(specification, "kind"), facts, (related,))
