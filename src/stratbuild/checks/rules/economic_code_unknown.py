from collections.abc import Iterator

from stratbuild.checks.codes import likely, table_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB408",
    en=(
        "{line} has the economic code {code}, but the classification (КЕКВ) has {count} codes and not this one",
        "look it up; near it: {suggestion}",
    ),
    uk=(
        "{line} має КЕКВ {code}, але в класифікації з {count} кодів такого немає",
        "звірте код із класифікацією; найближчі: {suggestion}",
    ),
)
def economic_code_unknown(plan: Plan) -> Iterator[Finding]:
    """The economic code of a budget line is not in the classification (КЕКВ).

    ## Why this matters
    The Treasury pays nothing under a code that does not exist, and a budget request with one comes back.

    ## What to do
    Mostly a digit is mistyped or two are exchanged; the codes that look like it stand in the hint.
    ---
    Коду економічної класифікації, записаного в рядку бюджету, не існує.

    ## Чому це важливо
    За неіснуючим кодом Казначейство не платить, а бюджетний запит із таким кодом повертають.

    ## Що робити
    Найчастіше помиляються в одній цифрі або міняють дві місцями; схожі коди названо в пораді.
    """
    strategy = plan.strategy
    table = table_of(plan, strategy.settings.classifiers.economic)
    if table is None:
        return
    suggest = likely(table)
    for line in strategy.budget_lines.values():
        code = line.economic_code
        if code is not None and code not in table:
            facts = {"line": line.id, "code": code, "count": len(table.names), "suggestion": suggest(code)}
            yield Finding(strategy.span(line, "economic_code"), facts)
