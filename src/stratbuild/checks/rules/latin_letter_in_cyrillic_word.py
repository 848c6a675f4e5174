from collections.abc import Iterator

from stratbuild.checks.passages import finding
from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scripts import mixed_words
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB802",
    severity=Severity.WARNING,
    en=(
        "{owner}, {field}: the Cyrillic word “{word}” has Latin letters: {letters}",
        "write “{mended}”",
    ),
    uk=(
        "{owner}, поле {field}: у слові «{word}», написаному кирилицею, є латинські літери: {letters}",
        "напишіть «{mended}»",
    ),
)
def latin_letter_in_cyrillic_word(plan: Plan) -> Iterator[Finding]:
    """A word in Cyrillic letters has Latin letters inside, mostly ones that look the same.

    Parts of a word that are joined by a hyphen, an apostrophe or a digit are words of their own:
    «IT-відділ» and «Wi-Fi-мережа» are as they should be.

    ## Why this matters
    Nobody sees the difference, but no search finds the word, sorting puts it in a wrong place, a screen
    reader stumbles over it, and two equal names count as different ones.

    ## What to do
    Take the word from the finding, or type it anew in the Ukrainian keyboard layout. An abbreviation in
    Latin letters takes a Ukrainian ending after a hyphen: «PDF-файл».
    ---
    У слові, написаному кирилицею, є латинські літери — здебільшого ті, що мають такий самий вигляд.

    Частини, з’єднані дефісом, апострофом чи цифрою, вважаються окремими словами: «IT-відділ» і
    «Wi-Fi-мережа» написано правильно.

    ## Чому це важливо
    Різниці ніхто не бачить, але пошук такого слова не знаходить, упорядкування ставить його не на місце,
    програма читання з екрана спотикається, а дві однакові назви стають різними.

    ## Що робити
    Візьміть слово із зауваження або наберіть його знову в українській розкладці. Абревіатуру латинськими
    літерами з українським словом з’єднує дефіс: «PDF-файл».
    """
    for prose in plan.prose.values():
        for passage, mixed in mixed_words(prose):
            if mixed.is_cyrillic:
                yield finding(plan, passage, {"word": mixed.word, "letters": mixed.strange_letters, "mended": mixed.mended})
