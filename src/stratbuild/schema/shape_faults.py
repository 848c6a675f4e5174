"""What can be wrong with the shape of an item: keys, lists, choices."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB101",
                "required_key_missing",
                en=Wording("{owner} has no {key}", "add a line `{key}: …`"),
                uk=Wording("{owner} не має поля {key}", "додайте рядок `{key}: …`"),
                page="""An item lacks a field that every item of its kind must have.

## Why this matters
Without it the item cannot be placed: a measure without a goal belongs nowhere.

## What to do
Add the line. What the field means stands in the page of the language.
---
Записові бракує поля, обов’язкового для його виду.

## Чому це важливо
Без нього запис нікуди не належить: захід без цілі не має місця в документах.

## Що робити
Додайте рядок. Що означає поле, написано на сторінці мови.
""",
            ),
            Fault(
                "SB102",
                "unknown_key",
                en=Wording("there is no key {key} here{letters}", "{suggestion}"),
                uk=Wording("тут немає ключа {key}{letters}", "{suggestion}"),
                page="""A key is not one that may stand here.

## Why this matters
A key with a slip of the pen would silently be left out of every paper; a Cyrillic letter that looks
Latin is such a slip.

## What to do
Correct the key. The nearest one that exists is named.
---
Такого ключа тут бути не може.

## Чому це важливо
Ключ з опискою мовчки не потрапив би до жодного документа; кирилична літера, схожа на латинську, —
така сама описка.

## Що робити
Виправте ключ. Названо найближчий, що існує.
""",
            ),
            Fault(
                "SB103",
                "text_expected",
                en=Wording(
                    "{key} must be a text, not a list or a mapping",
                    "write the value on the same line; put a text with a colon in quotes",
                ),
                uk=Wording(
                    "{key} має бути текстом, а не списком чи записом",
                    "запишіть значення в тому самому рядку; текст із двокрапкою беріть у лапки",
                ),
                page="""A list or a mapping stands where a text belongs.

## Why this matters
The value has to be one text; usually a colon with a space stands inside it, or the lines below are
indented by mistake.

## What to do
Write the value on one line, in quotes if it holds a colon.
---
На місці тексту стоїть список або запис.

## Чому це важливо
Значення має бути одним текстом; зазвичай у ньому є двокрапка з пробілом або наступні рядки зсунуто
помилково.

## Що робити
Запишіть значення одним рядком, а з двокрапкою — в лапках.
""",
            ),
            Fault(
                "SB104",
                "list_expected",
                en=Wording("{key} must be a list", "write `[…]`, or every item on a line of its own that begins with a dash"),
                uk=Wording("{key} має бути списком", "напишіть `[…]` або кожен запис окремим рядком, що починається з риски"),
                page="""A single value stands where a list belongs.

## Why this matters
The field may hold several values, so that one value is a list as well.

## What to do
Write `[M-FIBRE]`, or one item a line, each beginning with a dash.
---
На місці списку стоїть одне значення.

## Чому це важливо
Поле може містити кілька значень, тому й одне з них є списком.

## Що робити
Напишіть `[M-FIBRE]` або по одному запису в рядку, кожен із рискою.
""",
            ),
            Fault(
                "SB105",
                "mapping_expected",
                en=Wording("{key} must hold keys with values", "write `key: value` lines below it, or {{key: value}}"),
                uk=Wording(
                    "{key} має містити ключі зі значеннями", "напишіть під ним рядки `ключ: значення` або {{ключ: значення}}"
                ),
                page="""A text or a list stands where keys with values belong.

## Why this matters
The field has parts of its own: a baseline has a value, a date and a source.

## What to do
Write the parts below it, each on a line `key: value`.
---
На місці ключів зі значеннями стоїть текст або список.

## Чому це важливо
Поле має власні частини: вихідне значення має число, дату і джерело.

## Що робити
Запишіть частини під ним, кожну рядком `ключ: значення`.
""",
            ),
            Fault(
                "SB106",
                "unknown_choice",
                en=Wording("{text} is not one of: {choices}", "write one of them"),
                uk=Wording("{text} не входить до переліку: {choices}", "напишіть одне з них"),
                page="""A value is not one of those that the field allows.

## Why this matters
The papers know only these: a kind of source decides in which table it stands.

## What to do
Write one of the values that are named.
---
Значення не входить до дозволених для поля.

## Чому це важливо
Документи знають лише ці значення: вид джерела визначає, у якій воно таблиці.

## Що робити
Напишіть одне з названих значень.
""",
            ),
            Fault(
                "SB107",
                "value_is_empty",
                en=Wording("{key} has no value", "write the value, or delete the line"),
                uk=Wording("{key} не має значення", "впишіть значення або видаліть рядок"),
                page="""A key has no value.

## Why this matters
It may have been forgotten, and an empty value means nothing in a paper.

## What to do
Write the value, or delete the line: what may be left out is simply left out.
---
Ключ не має значення.

## Чому це важливо
Його могли забути, а порожнє значення в документі нічого не означає.

## Що робити
Впишіть значення або видаліть рядок: необов’язкове просто не пишуть.
""",
            ),
            Fault(
                "SB108",
                "comma_in_braces",
                en=Wording("{key} was read as a key of its own: in braces a text ends at the comma", "put the text in quotes"),
                uk=Wording(
                    "{key} прочитано як окремий ключ: у фігурних дужках текст закінчується на комі", "візьміть текст у лапки"
                ),
                page="""A text inside braces holds a comma, and what follows the comma was read as a key.

## Why this matters
In `{text: one, two}` the comma ends the value: YAML reads `two` as the next key.

## What to do
Put the text in quotes, or write the item on several lines without braces.
---
У тексті всередині фігурних дужок є кома, і те, що за нею, прочитано як ключ.

## Чому це важливо
У `{text: один, два}` кома завершує значення: YAML читає `два` як наступний ключ.

## Що робити
Візьміть текст у лапки або запишіть дані кількома рядками без дужок.
""",
            ),
        )
    }
)
