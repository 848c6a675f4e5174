from collections.abc import Iterator

from stratbuild.checks.passages import finding
from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scripts import mixed_words
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB803",
    severity=Severity.WARNING,
    en=(
        "{owner}, {field}: the Latin word “{word}” has Cyrillic letters: {letters}",
        "write “{mended}”",
    ),
    uk=(
        "{owner}, поле {field}: у слові «{word}», написаному латиницею, є кириличні літери: {letters}",
        "напишіть «{mended}»",
    ),
)
def cyrillic_letter_in_latin_word(plan: Plan) -> Iterator[Finding]:
    """A word in Latin letters has Cyrillic letters inside, mostly ones that look the same.

    ## Why this matters
    Names of systems, standards and firms are searched for and copied into tenders: with a Cyrillic letter
    “Wі-Fі” is another name, and an address with one leads nowhere or to a stranger's site.

    ## What to do
    Take the word from the finding, or type it anew in the Latin keyboard layout.
    ---
    У слові, написаному латиницею, є кириличні літери — здебільшого ті, що мають такий самий вигляд.

    ## Чому це важливо
    Назви систем, стандартів і фірм шукають і переносять у тендерну документацію: із кириличною літерою
    «Wі-Fі» — інша назва, а адреса в інтернеті нікуди не веде або веде на чужий сайт.

    ## Що робити
    Візьміть слово із зауваження або наберіть його знову в латинській розкладці.
    """
    for prose in plan.prose.values():
        for passage, mixed in mixed_words(prose):
            if not mixed.is_cyrillic:
                yield finding(plan, passage, {"word": mixed.word, "letters": mixed.strange_letters, "mended": mixed.mended})
