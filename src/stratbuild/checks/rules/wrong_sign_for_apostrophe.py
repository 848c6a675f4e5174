import re
from collections.abc import Iterator

from stratbuild.checks.passages import CYRILLIC, finding, ukrainian, whole
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_SIGNS = '`´＇′‵‘‛"'
_LETTER = f"[{CYRILLIC}]"
# A straight quote may also be one: only before я, ю, є, ї inside a word it can be nothing but an apostrophe.
_CONSONANT = "[бвгґджзклмнпрстфхцчшщБВГҐДЖЗКЛМНПРСТФХЦЧШЩ]"
_WRONG = re.compile(rf'[{_SIGNS}](?:(?<={_LETTER}[^"])(?={_LETTER})|(?<={_CONSONANT}")(?=[яюєїЯЮЄЇ]))')
_RIGHT = str.maketrans(dict.fromkeys(_SIGNS, "’"))
_SHOWN = 5


@rule(
    "SB810",
    severity=Severity.NOTE,
    en=(
        "{owner}, {field}: another sign in place of an apostrophe: {words}",
        "write {mended}; a plain ' will do, too",
    ),
    uk=(
        "{owner}, поле {field}: інший знак на місці апострофа: {words}",
        "напишіть {mended}; простий ' теж підійде",
    ),
)
def wrong_sign_for_apostrophe(plan: Plan) -> Iterator[Finding]:
    """A Ukrainian word is written with a quote, a backtick, an accent or a prime instead of an apostrophe.

    The plain ' and the typographic ’ and ʼ are all right: the papers print them alike.

    ## Why this matters
    No search finds such a word, and a line may break or a quotation begin in the middle of it.

    ## What to do
    Write ’ or '. On a Ukrainian keyboard ' is the key left of the digit 1.
    ---
    В українському слові замість апострофа стоїть лапка, зворотна лапка, наголос чи штрих.

    Простий ' і друкарські ’ та ʼ правильні: у документах їх друкують однаково.

    ## Чому це важливо
    Такого слова не знайде пошук, посередині нього може обірватися рядок або початися цитата.

    ## Що робити
    Напишіть ’ або '. На українській клавіатурі ' стоїть ліворуч від цифри 1.
    """
    for prose in ukrainian(plan):
        for passage, matches in prose.matches_by_passage(_WRONG):
            words = tuple(dict.fromkeys(whole(match, CYRILLIC + _SIGNS + "’'ʼ").strip(_SIGNS) for match in matches))[:_SHOWN]
            yield finding(plan, passage, {"words": words, "mended": tuple(word.translate(_RIGHT) for word in words)})
