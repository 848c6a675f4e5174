"""What can be wrong with lines: indentation, colons and dashes."""

from stratbuild.diagnostics import Fault, Wording

TAB_IN_INDENTATION = Fault(
    "SB016",
    "tab_in_indentation",
    en=Wording("the line is indented with a tab", "indent with spaces, two for each level"),
    uk=Wording("рядок відступає табуляцією", "робіть відступ пробілами, по два на рівень"),
    page="""The indentation holds a tab.

## Why this matters
Editors show a tab as two, four or eight columns; YAML does not allow it, because the indentation says
what belongs to what.

## What to do
Replace the tab by spaces. Editors have a setting "insert spaces".
---
У відступі є табуляція.

## Чому це важливо
Редактори показують табуляцію як два, чотири чи вісім стовпців; YAML її не дозволяє, бо відступ
визначає, що до чого належить.

## Що робити
Замініть табуляцію пробілами. У редакторах є параметр «вставляти пробіли».
""",
)

COLON_IN_TEXT = Fault(
    "SB024",
    "colon_in_text",
    en=Wording(
        "a second colon stands where none is expected",
        "put a text that holds a colon and a space in quotes; check the indentation, and in braces the commas",
    ),
    uk=Wording(
        "друга двокрапка стоїть там, де її не може бути",
        "текст із двокрапкою та пробілом беріть у лапки; перевірте відступ, а в дужках — коми",
    ),
    page="""A colon followed by a space begins a value, and one has already begun on this line.

## Why this matters
`title: Стратегія: до 2027 року` could be read in two ways.

## What to do
Put the text in quotes: `title: "Стратегія: до 2027 року"`. If the colon is right, the line is indented
wrongly.
---
Двокрапка з пробілом починає значення, а на цьому рядку воно вже почалося.

## Чому це важливо
`title: Стратегія: до 2027 року` можна прочитати двома способами.

## Що робити
Візьміть текст у лапки: `title: "Стратегія: до 2027 року"`. Якщо двокрапка правильна, хибним є відступ.
""",
)

COLON_IN_BRACKETS = Fault(
    "SB041",
    "colon_in_brackets",
    en=Wording(
        "inside brackets or braces a text holds a colon", "put the text in quotes; after a key, write a space behind the colon"
    ),
    uk=Wording("у дужках стоїть текст із двокрапкою", "візьміть текст у лапки, а після ключа ставте за двокрапкою пробіл"),
    page="""A text inside `[…]` or `{…}` holds a colon and is not in quotes.

## Why this matters
In brackets a colon divides a key from its value, and readers of YAML do not agree where a text with one ends.

## What to do
Put the text in quotes, or write it on a line of its own, where a colon without a space is only a sign.

## Example
    parameters: [{name: Адреса, value: https://mena.example}]
---
Текст усередині `[…]` або `{…}` містить двокрапку і не взятий у лапки.

## Чому це важливо
У дужках двокрапка відділяє ключ від значення, і різні читачі YAML по-різному вирішують, де такий текст закінчується.

## Що робити
Візьміть текст у лапки або запишіть його в окремому рядку, де двокрапка без пробілу є просто знаком.

## Приклад
    parameters: [{name: Адреса, value: https://mena.example}]
""",
)

INDENTATION = Fault(
    "SB025",
    "wrong_indentation",
    en=Wording(
        "the line does not fit those above it: its indentation, a dash or a colon is wrong",
        "give keys of one item the same indentation",
    ),
    uk=Wording(
        "рядок не узгоджується з попередніми: хибний відступ, риска або двокрапка",
        "ключі одного запису пишіть з однаковим відступом",
    ),
    page="""The line is indented neither as its neighbours nor as a part of them, or lacks a dash or a colon.

## Why this matters
The indentation says what belongs to what.

## What to do
Put keys of one item in one column. An item of a list begins with `- `.
---
Рядок відступає не так, як сусідні, або в ньому бракує риски чи двокрапки.

## Чому це важливо
Відступ визначає, що до чого належить.

## Що робити
Пишіть ключі одного запису в одному стовпці. Запис списку починається з `- `.
""",
)

LINE_WITHOUT_COLON = Fault(
    "SB036",
    "line_without_colon",
    en=Wording(
        "the line is neither `key: value` nor an item of a list",
        "add the colon and a space after the key, or indent the line as a part of the text above",
    ),
    uk=Wording(
        "рядок не є ані `ключ: значення`, ані записом списку",
        "додайте після ключа двокрапку з пробілом або відступіть, якщо це продовження тексту вище",
    ),
    page="""A line in a list of keys has no colon.

## Why this matters
Without one it cannot be told whether the line is a key or a piece of the text above it.

## What to do
Write `key: value`, with a space after the colon; or indent the line deeper than the key whose text it goes on with.

## Example
    goals:
      - id: G-NET
        title Швидкий інтернет
---
Серед рядків із ключами стоїть рядок без двокрапки.

## Чому це важливо
Без неї не видно, чи це ключ, чи частина тексту вище.

## Що робити
Пишіть `ключ: значення`, з пробілом після двокрапки, або відступіть рядок глибше за ключ, чий текст він продовжує.

## Приклад
    goals:
      - id: G-NET
        title Швидкий інтернет
""",
)

DASH_AFTER_KEY = Fault(
    "SB034",
    "dash_after_key",
    en=Wording(
        "a list cannot begin on the line of its key",
        "begin every item on a line of its own, or put a text that begins with a dash in quotes",
    ),
    uk=Wording(
        "список не може починатися в рядку свого ключа",
        "кожен запис починайте з нового рядка, а текст, що починається з риски, беріть у лапки",
    ),
    page="""A dash and a space follow a key on its own line.

## Why this matters
A dash begins an item of a list, and items stand on lines of their own.

## What to do
Move the item to the next line and indent it. A text that begins with a dash stands in quotes.

## Example
    partners: - U-EDU
---
Після ключа в тому самому рядку стоїть риска з пробілом.

## Чому це важливо
Риска починає запис списку, а записи стоять в окремих рядках.

## Що робити
Перенесіть запис у наступний рядок з відступом. Текст, що починається з риски, беріть у лапки.

## Приклад
    partners: - U-EDU
""",
)

KEY_TOO_LONG = Fault(
    "SB035",
    "key_too_long",
    en=Wording(
        "more than {limit} characters stand before the colon",
        "a key is one word; put a text that holds a colon and a space in quotes",
    ),
    uk=Wording(
        "перед двокрапкою стоїть понад {limit} знаків", "ключ — це одне слово; текст із двокрапкою та пробілом беріть у лапки"
    ),
    page="""A colon with a space follows after more than a thousand characters without one.

## Why this matters
What stands before a colon is a key, and no key is that long: this is a text.

## What to do
Put the text in quotes, or write it below its key after `|`.
---
Двокрапка з пробілом стоїть після тисячі з лишком знаків, серед яких її не було.

## Чому це важливо
Перед двокрапкою стоїть ключ, а таких довгих ключів немає: це текст.

## Що робити
Візьміть текст у лапки або запишіть його під ключем після `|`.
""",
)

NOT_YAML = Fault(
    "SB029",
    "not_yaml",
    en=Wording("from here on this is not YAML", "compare the line with its neighbours; put unusual text in quotes"),
    uk=Wording("звідси починається не YAML", "порівняйте рядок із сусідніми; незвичний текст беріть у лапки"),
    page="""The text breaks a rule of YAML.

## Why this matters
It could be read in several ways, or in none.

## What to do
Compare the line with its neighbours, and put texts with unusual signs in quotes.
---
Текст порушує правила YAML.

## Чому це важливо
Його можна прочитати по-різному або ніяк.

## Що робити
Порівняйте рядок із сусідніми, а тексти з незвичними знаками беріть у лапки.
""",
)
