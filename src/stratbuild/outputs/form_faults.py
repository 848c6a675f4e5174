"""What can be wrong with a form: a file that says which columns a workbook has."""

from stratbuild.diagnostics import Fault, Wording

FORM_ASKS_FOR_UNKNOWN = Fault(
    "SB890",
    "form_asks_for_unknown",
    en=Wording("the form asks for “{name}”, which it cannot have here", "{known}"),
    uk=Wording("форма просить «{name}», а тут такого не буває", "{known}"),
    page="""A form in templates/forms names a column, a key or a place in braces that the program does not know.

## Why this matters
An office changes the columns of a form to those that its finance office wants. A column that is mistyped
must not be left out in silence.

## What to do
Correct the name; the nearest or the known ones are named. The head of the form lists all of them.

## Example
    columns:
      - {value: economic_code, uk: КЕКВ, en: Economic code}
---
Форма в templates/forms називає графу, ключ або місце у фігурних дужках, яких програма не знає.

## Чому це важливо
Графи форми змінюють на ті, яких вимагає фінансове управління. Графу з опискою не можна мовчки пропустити.

## Що робити
Виправте назву; найближчі або всі відомі названо поруч. Повний перелік стоїть на початку форми.

## Приклад
    columns:
      - {value: economic_code, uk: КЕКВ, en: Economic code}
""",
)

FORM_VALUE_UNFIT = Fault(
    "SB891",
    "form_value_unfit",
    en=Wording("in the form, {key} cannot be “{value}”", "write one of these: {allowed}"),
    uk=Wording("у формі {key} не може бути «{value}»", "запишіть одне з таких значень: {allowed}"),
    page="""A value in a form in templates/forms is none of those that it can be.

## Why this matters
The form decides in which unit and in which year's column money stands; a guess would put it elsewhere.

## What to do
Write one of the values that are named. A sum has a `year`: 1, 2 or 3; a text has none.
---
Значення у формі з templates/forms не належить до можливих.

## Чому це важливо
Форма визначає, в яких одиницях і в графі якого року стоять кошти; здогад поставив би їх деінде.

## Що робити
Запишіть одне з названих значень. Сума має `year`: 1, 2 або 3; текст його не має.
""",
)

FORM_PART_MISSING = Fault(
    "SB892",
    "form_part_missing",
    en=Wording("in the form, {key} is missing here", "add `{key}: …`, as in the other columns"),
    uk=Wording("у формі тут бракує {key}", "додайте `{key}: …`, як в інших графах"),
    page="""A form in templates/forms has no columns, or a column lacks its value, its year or its title in a language.

## Why this matters
A column without a title would stand in the workbook without one, and nobody could read it.

## What to do
Add what is missing. Every column has a `value` and a title in the language of the papers (`uk`, `en`); a sum
also has a `year`.
---
Форма в templates/forms не має граф, або графі бракує значення, року чи назви якоюсь мовою.

## Чому це важливо
Графа без назви так і стояла б у книзі, і ніхто не зрозумів би, що в ній.

## Що робити
Допишіть те, чого бракує. Кожна графа має `value` і назву мовою документів (`uk`, `en`); сума має ще й `year`.
""",
)
