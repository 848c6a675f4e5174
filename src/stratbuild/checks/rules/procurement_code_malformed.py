import re
from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.strategy import ProcurementClassifier

_FORM = re.compile(r"[0-9]{8}-[0-9]", re.ASCII)


@rule(
    "SB416",
    en=(
        "{line} has the procurement code {code}, which is not eight digits, a hyphen and a digit",
        "write the whole code, as 32420000-3",
    ),
    uk=("{line} має код ДК 021 {code}, а це не вісім цифр, дефіс і цифра", "напишіть код повністю, як-от 32420000-3"),
)
def procurement_code_malformed(plan: Plan) -> Iterator[Finding]:
    """A procurement code does not have the form of ДК 021:2015.

    ## Why this matters
    The electronic procurement system takes only whole codes.

    ## What to do
    Write eight digits, a hyphen and the check digit.
    ---
    Код предмета закупівлі записано не так, як у ДК 021:2015.

    ## Чому це важливо
    Електронна система закупівель приймає лише повні коди.

    ## Що робити
    Запишіть вісім цифр, дефіс і контрольну цифру.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.procurement is not ProcurementClassifier.DK021:
        return
    for line in strategy.budget_lines.values():
        if line.cpv is not None and not _FORM.fullmatch(line.cpv):
            yield Finding(strategy.span(line, "cpv"), {"line": line.id, "code": line.cpv})
