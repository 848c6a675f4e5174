import re
from collections.abc import Iterator

from stratbuild.checks.passages import CYRILLIC, LATIN, finding
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan

_WRITTEN_IN_LATIN = frozenset({"en", "de", "pl", "fr", "es", "it", "cs", "sk", "ro", "hu", "lt", "lv", "et"})
_CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
_LATIN_LETTER = re.compile(f"[{LATIN}]")
_SHOWN = 40


@rule(
    "SB814",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.NOTE, after=Severity.WARNING),
    en=(
        "{owner}, {field}: the text in {language} is written in Cyrillic: {text}",
        "translate it, or delete the translation, so that it counts as missing",
    ),
    uk=(
        "{owner}, поле {field}: текст мовою {language} написано кирилицею: {text}",
        "перекладіть його або видаліть, щоб він вважався відсутнім",
    ),
)
def translation_in_cyrillic(plan: Plan) -> Iterator[Finding]:
    """A translation into a language of the Latin script has mostly Cyrillic letters.

    ## Why this matters
    The original has been copied into the place of its translation. It then counts as translated, and
    nobody is reminded of it again.

    ## What to do
    Translate it. If there is no time now, delete the entry: a missing translation is reported until the
    submission.
    ---
    Переклад мовою з латинською абеткою складається здебільшого з кириличних літер.

    ## Чому це важливо
    На місце перекладу скопійовано оригінал. Тепер він вважається перекладеним, і ніхто про нього не
    нагадає.

    ## Що робити
    Перекладіть. Якщо зараз ніколи, видаліть запис: про відсутній переклад програма нагадуватиме до
    подання на сесію.
    """
    for language, prose in plan.prose.items():
        if language != plan.strategy.language and language in _WRITTEN_IN_LATIN:
            for passage, cyrillic in prose.matches_by_passage(_CYRILLIC_LETTER):
                if len(cyrillic) > len(_LATIN_LETTER.findall(passage.text)):
                    yield finding(plan, passage, {"language": language, "text": passage.text[:_SHOWN]})
