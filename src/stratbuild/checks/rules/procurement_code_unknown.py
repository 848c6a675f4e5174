from collections.abc import Iterator

from stratbuild.checks.codes import likely, table_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB417",
    en=(
        "{line} has the procurement code {code}, which ДК 021:2015 does not have",
        "compare the code; near to it are {suggestion}",
    ),
    uk=("{line} має код {code}, якого в ДК 021:2015 немає", "звірте код; близькі до нього: {suggestion}"),
)
def procurement_code_unknown(plan: Plan) -> Iterator[Finding]:
    """A procurement code is not in the table of ДК 021:2015.

    ## Why this matters
    A tender with a code that does not exist, or with a wrong check digit, is not announced.

    ## What to do
    Compare the digits. The check digit is looked up, never computed: five codes in a hundred break the
    rule.
    ---
    Коду предмета закупівлі немає в довіднику ДК 021:2015.

    ## Чому це важливо
    Закупівлю з кодом, якого немає, або з хибною контрольною цифрою не оголосять.

    ## Що робити
    Звірте цифри. Контрольну цифру шукають у довіднику, а не обчислюють: кожен двадцятий код порушує
    правило.
    """
    strategy = plan.strategy
    table = table_of(plan, strategy.settings.classifiers.procurement)
    if table is None:
        return
    suggest = likely(table)
    for line in strategy.budget_lines.values():
        code = line.cpv
        if code is not None and code[8:9] == "-" and code not in table:
            facts = {"line": line.id, "code": code, "suggestion": suggest(code)}
            yield Finding(strategy.span(line, "cpv"), facts)
