from collections.abc import Iterator

from stratbuild.checks.codes import likely, table_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB415",
    en=(
        "{line}: the last four digits of {code} are {typical}, which is no code of the typical classification",
        "compare the code; near to it are {suggestion}",
    ),
    uk=(
        "{line}: останні чотири цифри коду {code} — {typical}, а такого коду в ТПКВКМБ немає",
        "звірте код; близькі до нього: {suggestion}",
    ),
)
def programme_code_unknown(plan: Plan) -> Iterator[Finding]:
    """The last four digits of a programme code are no code of the typical programme classification.

    ## Why this matters
    The Treasury registers no obligation under a code that does not exist.

    ## What to do
    Compare the digits with the finance office’s table. The table in use is the file that was given as
    `tpkvkmb`.
    ---
    Останні чотири цифри коду не є кодом типової програмної класифікації.

    ## Чому це важливо
    Казначейство не зареєструє зобов’язання за кодом, якого немає.

    ## Що робити
    Звірте цифри з довідником фінансового управління. Перевірено за файлом, який дано як `tpkvkmb`.
    """
    strategy = plan.strategy
    table = table_of(plan, strategy.settings.classifiers.programme)
    if table is None:
        return
    suggest = likely(table)
    for line in strategy.budget_lines.values():
        code = line.programme
        if code is None or len(code) != 7 or code.endswith("0000") or code[3:] in table:
            continue
        facts = {"line": line.id, "code": code, "typical": code[3:], "suggestion": suggest(code[3:])}
        yield Finding(strategy.span(line, "programme"), facts)
