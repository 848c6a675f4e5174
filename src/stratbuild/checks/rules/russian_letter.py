import re
from collections.abc import Iterator

from stratbuild.checks.passages import CYRILLIC, finding, ukrainian, whole
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_RUSSIAN_LETTER = re.compile("[ыэъёЫЭЪЁ]")
_SHOWN = 5


@rule(
    "SB804",
    severity=Severity.WARNING,
    en=(
        "{owner}, {field}: words with letters that Ukrainian does not have ({count} in all): {words}",
        "write it in Ukrainian; a title in another language may be meant so, then leave it",
    ),
    uk=(
        "{owner}, поле {field}: слова з літерами, яких немає в українській абетці (усього {count}): {words}",
        "напишіть українською; якщо це назва документа іншою мовою, лишіть, як є",
    ),
)
def russian_letter(plan: Plan) -> Iterator[Finding]:
    """A Ukrainian text has a letter ы, э, ъ or ё.

    ## Why this matters
    It is a slip of the keyboard layout, or a piece of an older text that was not translated. In a
    document of a Ukrainian council both are noticed at once.

    ## What to do
    Write the word in Ukrainian. The title of a document or a product in another language may keep its
    letters; the finding stays as a reminder and stops nothing.
    ---
    В українському тексті є літера ы, э, ъ або ё.

    ## Чому це важливо
    Це помилка розкладки або шматок давнішого тексту, якого не переклали. У документі української ради
    і те, і те помітять одразу.

    ## Що робити
    Напишіть слово українською. Назва документа чи продукту іншою мовою може зберігати свої літери;
    зауваження лишиться нагадуванням і нічого не зупинить.
    """
    for prose in ukrainian(plan):
        for passage, matches in prose.matches_by_passage(_RUSSIAN_LETTER):
            words = tuple(dict.fromkeys(whole(match, CYRILLIC) for match in matches))
            yield finding(plan, passage, {"count": len(words), "words": words[:_SHOWN]})
