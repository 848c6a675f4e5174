from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.strategy import ProgrammeClassifier


@rule(
    "SB414",
    en=(
        "{line} has the code {code}, which ends in 0000: that is a spending unit, not a programme",
        "write the code of the programme, whose last four digits are not all zeros",
    ),
    uk=(
        "{line} має код {code}, що закінчується на 0000: це розпорядник, а не програма",
        "напишіть код програми, останні чотири цифри якого не самі нулі",
    ),
)
def programme_code_ending_in_zeros(plan: Plan) -> Iterator[Finding]:
    """A programme code names a spending unit and no programme.

    ## Why this matters
    Money is approved by programme; a code that ends in 0000 is only the head of a group.

    ## What to do
    Ask the finance office under which programme of that unit the money will be spent.
    ---
    Код називає розпорядника, а не програму.

    ## Чому це важливо
    Кошти затверджують за програмами; код, що закінчується на 0000, є лише заголовком групи.

    ## Що робити
    Дізнайтеся у фінансовому управлінні, за якою програмою цього розпорядника витрачатимуть кошти.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.programme is not ProgrammeClassifier.TPKVKMB:
        return
    for line in strategy.budget_lines.values():
        if line.programme is not None and len(line.programme) == 7 and line.programme.endswith("0000"):
            yield Finding(strategy.span(line, "programme"), {"line": line.id, "code": line.programme})
