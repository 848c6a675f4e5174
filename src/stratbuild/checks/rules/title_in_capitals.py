import re
from collections.abc import Iterator

from stratbuild.checks.passages import finding, titles
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ABBREVIATION = 6


@rule(
    "SB813",
    severity=Severity.NOTE,
    en=(
        "{owner}, {field}: the title is in capitals: {title}",
        "write it as a sentence begins, with capitals only where a name has them",
    ),
    uk=(
        "{owner}, поле {field}: назву написано великими літерами: {title}",
        "напишіть звичайними літерами, великі лишіть на початку та у власних назвах",
    ),
)
def title_in_capitals(plan: Plan) -> Iterator[Finding]:
    """A title of several words is written in capital letters throughout.

    Abbreviations such as «ЦНАП» and single words are not meant.

    ## Why this matters
    How a heading looks is the template's business. Capitals that are typed cannot be undone there: names
    and abbreviations are lost in them, they are read slowly, and screen readers may spell them out.

    ## What to do
    Write the title as a sentence begins.
    ---
    Назву з кількох слів написано самими великими літерами.

    Абревіатури на зразок «ЦНАП» та окремі слова до уваги не беруться.

    ## Чому це важливо
    Вигляд заголовка визначає шаблон. Набрані великі літери він уже не змінить: у них губляться власні
    назви й абревіатури, їх повільніше читати, а програма читання з екрана може вимовляти їх по одній.

    ## Що робити
    Напишіть назву так, як починають речення.
    """
    for passage in titles(plan):
        if passage.text.isupper():
            words = _WORD.findall(passage.text)
            if len(words) > 1 and any(len(word) > _LONGEST_ABBREVIATION for word in words):
                yield finding(plan, passage, {"title": passage.text[:60]})
