import re
from collections.abc import Iterator

from stratbuild.checks.codes import named, table_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_GROUP = re.compile(r"[0-9]{3}([0-9]{2}00)", re.ASCII)
_SHOWN = 5


@rule(
    "SB430",
    severity=Severity.WARNING,
    en=(
        "{line} has the programme code {code}, but {typical} is a group of programmes ({name}), not a single one",
        "write a programme of the group: {suggestion}",
    ),
    uk=(
        "{line} має КПКВКМБ {code}, але {typical} — це група програм («{name}»), а не окрема програма",
        "напишіть програму, що входить до групи: {suggestion}",
    ),
)
def programme_code_of_a_group(plan: Plan) -> Iterator[Finding]:
    """The last four digits of a budget programme's code are a heading of the typical classification (ТПКВКМБ).

    The rule works where the settings point to a file of that classification.

    ## Why this matters
    A heading such as 7500 only adds up the programmes below it; money is planned and spent under those.

    ## What to do
    Choose the programme: under 7500, for example, 7520 is the National Informatization Programme and
    7530 are other measures of communication and informatics.
    ---
    Останні чотири цифри коду бюджетної програми — це заголовок типової класифікації (ТПКВКМБ).

    Правило діє, якщо в налаштуваннях вказано файл цієї класифікації.

    ## Чому це важливо
    Заголовок, як-от 7500, лише підсумовує програми, що під ним; планують і витрачають кошти саме за ними.

    ## Що робити
    Виберіть програму: у групі 7500, наприклад, 7520 — Національна програма інформатизації, а 7530 — інші
    заходи у сфері зв’язку та інформатики.
    """
    strategy = plan.strategy
    table = table_of(plan, strategy.settings.classifiers.programme)
    if table is None:
        return
    members: dict[str, list[str]] = {}
    for one in sorted(table.names):
        members.setdefault(f"{one[:2]}00", []).append(one)
    for line in strategy.budget_lines.values():
        found = _GROUP.fullmatch(line.programme or "")
        if found is None or found[1] == "0000" or found[1] not in table:
            continue
        inner = [one for one in members[found[1]] if one != found[1]]
        if inner:
            suggestion = named(table, inner[:_SHOWN])
            facts = {
                "line": line.id,
                "code": line.programme,
                "typical": found[1],
                "name": table.names[found[1]],
                "suggestion": suggestion,
            }
            yield Finding(strategy.span(line, "programme"), facts)
