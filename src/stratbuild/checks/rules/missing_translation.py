import re
from collections.abc import Iterator

from stratbuild.checks.passages import CYRILLIC, UKRAINIAN
from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.base import Entity
from stratbuild.schema.strategy import StrategySettings
from stratbuild.strategy.texts import field_name, owner_id, texts

_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")


@rule(
    "SB801",
    severity=DEMANDED_FROM_SUBMISSION,
    en=(
        "{owner}, {field}: the text is written in {written}, but not in {missing}",
        "write it by language: `{example}`",
    ),
    uk=(
        "{owner}, поле {field}: текст написано мовами: {written}, а перекладу немає: {missing}",
        "запишіть текст за мовами: `{example}`",
    ),
)
def missing_translation(plan: Plan) -> Iterator[Finding]:
    """A text lacks a language that the papers are wanted in.

    The languages are those of `languages` in the settings, and the main one. A text without letters is
    the same in every language, and so is one of a Ukrainian strategy that has Latin letters only.

    ## Why this matters
    A paper in the second language prints such a text in the first one. A donor who reads the English
    concept finds a Ukrainian sentence in it and does not know whether anything is missing.

    ## What to do
    Write the text by language. If the papers are not wanted in that language after all, take it out of
    `languages`.

    ## Example
        strategy:
          language: uk
          languages: [uk, en]
        goals:
          - id: G-NET
            title: {uk: Швидкий інтернет у кожному селі, en: Fast Internet in every village}
    ---
    Тексту бракує мови, якою мають бути документи.

    Це мови з поля `languages` у налаштуваннях та основна мова. Текст без літер однаковий усіма мовами,
    а в українській стратегії — і текст, де є лише латинські літери.

    ## Чому це важливо
    У документі другою мовою такий текст надрукують першою. Донор, який читає англійську концепцію,
    натрапить на українське речення й не знатиме, чи нічого не пропущено.

    ## Що робити
    Запишіть текст за мовами. Якщо документи цією мовою не потрібні, вилучіть її з `languages`.

    ## Приклад
        strategy:
          language: uk
          languages: [uk, en]
        goals:
          - id: G-NET
            title: {uk: Швидкий інтернет у кожному селі, en: Fast Internet in every village}
    """
    strategy = plan.strategy
    main = strategy.language
    wanted = tuple(dict.fromkeys((main, *strategy.settings.languages)))
    if len(wanted) == 1 and len(plan.prose) == 1:
        return
    to_translate = _CYRILLIC_LETTER if main == UKRAINIAN else _LETTER
    owners: tuple[Entity | StrategySettings, ...] = (strategy.settings, *strategy.everything())
    for owner in owners:
        for way, text in texts(owner):
            written = text.languages(main)
            missing = tuple(language for language in wanted if language not in written)
            if missing and (main not in written or to_translate.search(strategy.text(text))):
                facts = {
                    "owner": owner_id(owner),
                    "field": field_name(way),
                    "written": tuple(sorted(written)),
                    "missing": missing,
                    "example": "{" + ", ".join(f"{language}: …" for language in dict.fromkeys((*wanted, *sorted(written)))) + "}",
                }
                yield Finding(strategy.span(owner, *way), facts)
