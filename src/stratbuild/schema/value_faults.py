"""What can be wrong with a code, a language, a text by language or an amount."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB150",
                "code_not_readable",
                en=Wording("{text} is not a code", "write its digits and letters, without spaces"),
                uk=Wording("{text} не є кодом", "напишіть його цифри й літери без пробілів"),
                page="""A code holds spaces or signs that codes do not have.

## Why this matters
Codes are looked up in official tables, character by character.

## What to do
Write digits and letters only; a code with a zero in front stands in quotes.
---
У коді є пробіли або знаки, яких у кодах не буває.

## Чому це важливо
Коди шукають в офіційних довідниках знак за знаком.

## Що робити
Пишіть лише цифри й літери; код із нулем на початку беріть у лапки.
""",
            ),
            Fault(
                "SB151",
                "language_not_readable",
                en=Wording("{text} is not a language", "write its code of two letters: uk, en"),
                uk=Wording("{text} не є мовою", "напишіть її код двома літерами: uk, en"),
                page="""A language is not named by its code.

## Why this matters
Catalogues of words are found by the code.

## What to do
Write two letters: uk, en.
---
Мову названо не кодом.

## Чому це важливо
Словники шукають за кодом.

## Що робити
Напишіть дві літери: uk, en.
""",
            ),
            Fault(
                "SB152",
                "currency_not_readable",
                en=Wording("{text} is not a currency", "write its code of three letters: UAH, EUR"),
                uk=Wording("{text} не є валютою", "напишіть її код трьома літерами: UAH, EUR"),
                page="""A currency is not named by its code.

## Why this matters
Sums are printed with the currency’s sign, which is found by the code.

## What to do
Write three letters: UAH, EUR.
---
Валюту названо не кодом.

## Чому це важливо
Суми друкують зі знаком валюти, який шукають за кодом.

## Що робити
Напишіть три літери: UAH, EUR.
""",
            ),
            Fault(
                "SB153",
                "neither_yes_nor_no",
                en=Wording("{text} is neither yes nor no", "write true or false"),
                uk=Wording("{text} не означає ані так, ані ні", "напишіть так або ні"),
                page="""A value should say yes or no.

## Why this matters
YAML readers take on, y and NO for yes or no as they please; here two words do.

## What to do
Write true or false, or in Ukrainian так or ні.
---
Значення має означати «так» або «ні».

## Чому це важливо
Програми для YAML розуміють on, y чи NO як заманеться; тут діють лише ці слова.

## Що робити
Напишіть так або ні (можна true або false).
""",
            ),
            Fault(
                "SB154",
                "text_by_unknown_language",
                en=Wording("{text} is not a language", "write the text alone, or one line for each language: uk: …, en: …"),
                uk=Wording("{text} не є мовою", "напишіть сам текст або рядок для кожної мови: uk: …, en: …"),
                page="""A text is given by keys, and one of them is no language.

## Why this matters
Either the text was meant to stand alone and a colon divided it, or the code of the language is
wrong.

## What to do
Write the text in quotes, or one line for each language: uk: …, en: ….
---
Текст записано за ключами, і один із них не є мовою.

## Чому це важливо
Або текст мав стояти сам, а двокрапка його розділила, або код мови хибний.

## Що робити
Візьміть текст у лапки або дайте рядок для кожної мови: uk: …, en: ….
""",
            ),
            Fault(
                "SB155",
                "translation_is_empty",
                en=Wording("the text in {language} is empty", "write it, or delete the line"),
                uk=Wording("текст мовою {language} порожній", "впишіть його або видаліть рядок"),
                page="""A language is named and its text is empty.

## Why this matters
The paper in that language would have a gap.

## What to do
Write the translation, or delete the line.
---
Мову названо, а тексту немає.

## Чому це важливо
У документі цією мовою була б прогалина.

## Що робити
Впишіть переклад або видаліть рядок.
""",
            ),
            Fault(
                "SB160",
                "amount_given_twice",
                en=Wording(
                    "{id} says in more than one way how much it costs",
                    "keep one: amounts by year; quantity by year with a unit price; or a total with shares of the years",
                ),
                uk=Wording(
                    "{id} подає суму більш ніж одним способом",
                    "залиште одне: суми за роками; кількість за роками з ціною; загальну суму з частками років",
                ),
                page="""A budget line says in two ways how much it costs: by amounts, by a quantity with a price, by a total with shares of the years.

## Why this matters
The two would sooner or later disagree, and nobody could say which one holds.

## What to do
Keep amounts by year, or quantity by year with a unit price, or a total with `year_shares` or `evenly_over`.
---
Рядок бюджету подає суму двома способами: сумами, кількістю з ціною або загальною сумою з частками років.

## Чому це важливо
Рано чи пізно вони розійдуться, і ніхто не скаже, що правильно.

## Що робити
Залиште суми за роками, або кількість за роками з ціною, або загальну суму з `year_shares` чи `evenly_over`.
""",
            ),
            Fault(
                "SB161",
                "amount_given_by_half",
                en=Wording("{id} has a {present} and no {absent}", "add `{absent}`, or give amounts by year instead"),
                uk=Wording("{id} має {present}, але не має {absent}", "додайте `{absent}` або дайте натомість суми за роками"),
                page="""A budget line has a quantity without a price, or a price without a quantity.

## Why this matters
The amount cannot be computed from one of them.

## What to do
Add what is missing, or give amounts by year.
---
Рядок бюджету має кількість без ціни або ціну без кількості.

## Чому це важливо
З одного з них суму не обчислити.

## Що робити
Додайте те, чого бракує, або дайте суми за роками.
""",
            ),
            Fault(
                "SB199",
                "value_not_accepted",
                en=Wording("{key} cannot be read", "compare it with the field's description"),
                uk=Wording("{key} не вдалося прочитати", "порівняйте значення з описом поля"),
                page="""A value cannot be read.

## Why this matters
No more is known than the message says.

## What to do
Compare it with the description of the field.
---
Значення не вдалося прочитати.

## Чому це важливо
Відомо лише те, що сказано в повідомленні.

## Що робити
Порівняйте його з описом поля.
""",
            ),
        )
    }
)
