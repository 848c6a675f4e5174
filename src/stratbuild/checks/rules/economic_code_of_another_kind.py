import re
from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.strategy import EconomicClassifier, ProcurementClassifier

_CPV = re.compile(r"[0-9]{8}-[0-9]", re.ASCII)
_FOR_GOODS = frozenset({"2210", "2220", "2230", "3110"})
_FOR_SERVICES = frozenset({"2240"})
_GOODS = frozenset(
    {"03", "14", "15", "16", "18", "19", "24", "30", "31", "32", "33", "34", "35", "37", "38", "39", "42", "43", "44"}
)
_FIRST_DIVISION_OF_SERVICES = "50"


@rule(
    "SB411",
    severity=Severity.WARNING,
    en=(
        "{line} buys from divisions {bought} ({cpv}), but its economic code {code} is for divisions {meant}",
        "look at both codes and correct the wrong one",
    ),
    uk=(
        "{line} купує з розділів {bought} ДК 021 ({cpv}), а КЕКВ {code} призначено для розділів {meant}",
        "погляньте на обидва коди й виправте помилковий",
    ),
)
def economic_code_of_another_kind(plan: Plan) -> Iterator[Finding]:
    """A line's economic code (КЕКВ) is for goods and its procurement code (ДК 021) for services, or the other way round.

    Software (48), works (45), energy (09) and printed matter (22) are bought both as goods and as
    services; the rule leaves them alone.

    ## Why this matters
    The two codes describe one purchase. Where they disagree, one was copied from another line, and the
    purchase will be stopped when the contract is registered.

    ## What to do
    Goods stand under 2210 and, above the limit of capitalisation, under 3110; services under 2240. In
    ДК 021, divisions up to 44 are goods, 45 works and from 50 on services.
    ---
    КЕКВ рядка призначено для товарів, а код ДК 021 — для послуг, або навпаки.

    Програмне забезпечення (48), роботи (45), енергоносії (09) і друковану продукцію (22) купують і як
    товар, і як послугу, тому їх правило не чіпає.

    ## Чому це важливо
    Обидва коди описують одну закупівлю. Якщо вони не узгоджені, один із них скопійовано з іншого рядка,
    і закупівлю зупинять під час реєстрації договору.

    ## Що робити
    Товари обліковують за КЕКВ 2210, а понад вартісну межу — за 3110; послуги — за 2240. У ДК 021 розділи
    до 44 — це товари, 45 — роботи, від 50 — послуги.
    """
    strategy = plan.strategy
    classifiers = strategy.settings.classifiers
    if classifiers.economic is not EconomicClassifier.KEKV or classifiers.procurement is not ProcurementClassifier.DK021:
        return
    for line in strategy.budget_lines.values():
        code, cpv = line.economic_code, line.cpv
        if code is None or cpv is None or not _CPV.fullmatch(cpv):
            continue
        division = cpv[:2]
        if code in _FOR_GOODS and division >= _FIRST_DIVISION_OF_SERVICES:
            bought, meant = "50–98", "03–44"
        elif code in _FOR_SERVICES and division in _GOODS:
            bought, meant = "03–44", "50–98"
        else:
            continue
        related = Related(strategy.span(line, "cpv"), {"en": "the procurement code", "uk": "код ДК 021"})
        facts = {"line": line.id, "cpv": cpv, "code": code, "bought": bought, "meant": meant}
        yield Finding(strategy.span(line, "economic_code"), facts, (related,))
