from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.strategy import ProgrammeClassifier


@rule(
    "SB413",
    en=(
        "{line} has the programme code {code}, which is not seven digits",
        "write all seven digits in quotes, with the zero in front",
    ),
    uk=("{line} має код КПКВКМБ {code}, а це не сім цифр", "напишіть усі сім цифр у лапках, із нулем на початку"),
)
def programme_code_malformed(plan: Plan) -> Iterator[Finding]:
    """A programme code is not seven digits.

    ## Why this matters
    Spreadsheets drop the zero in front; with six digits the code is another spending unit.

    ## What to do
    Write the code in quotes: "0117520".
    ---
    Код програмної класифікації має не сім цифр.

    ## Чому це важливо
    Електронні таблиці гублять перший нуль; із шести цифр виходить інший розпорядник.

    ## Що робити
    Запишіть код у лапках: "0117520".
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.programme is not ProgrammeClassifier.TPKVKMB:
        return
    for line in strategy.budget_lines.values():
        code = line.programme
        if code is not None and not (len(code) == 7 and code.isdecimal()):
            yield Finding(strategy.span(line, "programme"), {"line": line.id, "code": code})
