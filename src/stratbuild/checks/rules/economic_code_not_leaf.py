from collections.abc import Iterator

from stratbuild.checks.codes import named, table_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Classifier, Plan

_SHOWN = 6


@rule(
    "SB409",
    severity=SeverityByStage(Stage.CONSULTATION, before=Severity.WARNING),
    en=(
        "{line} has the economic code {code}, which is a group of codes ({name}), not a single one",
        "write one of the codes below it: {suggestion}",
    ),
    uk=(
        "{line} має КЕКВ {code}, а це група кодів («{name}»), а не окремий код",
        "напишіть один із кодів, що до неї входять: {suggestion}",
    ),
)
def economic_code_not_leaf(plan: Plan) -> Iterator[Finding]:
    """The economic code of a budget line is a heading of the classification (КЕКВ), with other codes below it.

    ## Why this matters
    Money is spent under single codes; a heading only adds them up. A line under a heading cannot be
    entered into an estimate.

    ## What to do
    Choose the code below it that says what is bought.

    ## Example
        economic_code: "2200"    # use of goods and services: 2210, 2240, 2281 …
    ---
    КЕКВ рядка бюджету — це заголовок класифікації, під яким стоять інші коди.

    ## Чому це важливо
    Кошти витрачають за окремими кодами, а заголовок їх лише підсумовує. Рядок під заголовком не можна
    внести в кошторис.

    ## Що робити
    Виберіть із кодів нижчого рівня той, що відповідає предмету видатків.

    ## Приклад
        economic_code: "2200"    # використання товарів і послуг: 2210, 2240, 2281 …
    """
    strategy = plan.strategy
    table = table_of(plan, strategy.settings.classifiers.economic)
    if table is None:
        return
    groups = {code for code in table.names if not table.is_leaf(code)}
    for line in strategy.budget_lines.values():
        code = line.economic_code
        if code in groups:
            suggestion = named(table, _leaves(table, code)[:_SHOWN])
            facts = {"line": line.id, "code": code, "name": table.names[code], "suggestion": suggestion}
            yield Finding(strategy.span(line, "economic_code"), facts)


def _leaves(table: Classifier, code: str) -> list[str]:
    stem = code.rstrip("0")
    return sorted(one for one in table.names if one.startswith(stem) and one != code and table.is_leaf(one))
