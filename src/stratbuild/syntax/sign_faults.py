"""What can be wrong with signs: quotes, brackets, commas, backslashes."""

from stratbuild.diagnostics import Fault, Wording

FORBIDDEN_ESCAPE = Fault(
    "SB019",
    "forbidden_escaped_character",
    en=Wording(
        "an escape in quotes stands for {character} ({codepoint}), which may not stand in a strategy", "delete the escape"
    ),
    uk=Wording(
        "послідовність у лапках означає {character} ({codepoint}), якого у стратегії бути не може", "видаліть цю послідовність"
    ),
    page="""A text in double quotes names a forbidden character by its number, as in `"\\x00"` or `"\\u202e"`.

## Why this matters
Such characters break the documents that are made of the text, or show it in another order.

## What to do
Delete the escape. A backslash that is meant as one is written twice, or the text in single quotes.
---
Текст у подвійних лапках називає заборонений знак його номером, як-от `"\\x00"` чи `"\\u202e"`.

## Чому це важливо
Такі знаки псують документи або переставляють текст.

## Що робити
Видаліть послідовність. Зворотну скісну риску пишуть двічі або беруть текст в одинарні лапки.
""",
)

NOT_CLOSED = Fault(
    "SB026",
    "quote_or_bracket_not_closed",
    en=Wording(
        "{text} opens here and is not closed",
        "write its partner; put a text that holds quotes into quotes of the other kind",
    ),
    uk=Wording("{text} відкрито тут, але не закрито", "допишіть пару; текст із лапками беріть у лапки іншого виду"),
    page="""A quote or bracket was opened and the file, or the list, ended without its partner.

## Why this matters
Everything after it is read as a part of one text.

## What to do
Close it. Inside double quotes, Ukrainian «лапки» need no care.
---
Лапки або дужку відкрито, а пари до них немає.

## Чому це важливо
Усе, що далі, читається як частина одного тексту.

## Що робити
Закрийте їх. Усередині подвійних лапок українські «лапки» не заважають.
""",
)

UNKNOWN_ESCAPE = Fault(
    "SB027",
    "unknown_escape",
    en=Wording("{text} in double quotes stands for nothing", "write a backslash twice, or put the text in single quotes"),
    uk=Wording(
        "{text} у подвійних лапках нічого не означає", "зворотну скісну риску пишіть двічі або беріть текст в одинарні лапки"
    ),
    page="""A backslash in double quotes is followed by a sign with which it means nothing.

## Why this matters
In double quotes a backslash begins the name of another character, as in `"\\n"`. Paths of Windows are full of
backslashes that are meant as such.

## What to do
Write the text in single quotes, where a backslash is only a backslash, or write every backslash twice.

## Example
    source: "C:\\Облік\\звіт.xlsx"
---
Після зворотної скісної риски в подвійних лапках стоїть знак, з яким вона нічого не означає.

## Чому це важливо
У подвійних лапках ця риска починає назву іншого знака, як-от `"\\n"`. У шляхах Windows її вживають просто як риску.

## Що робити
Візьміть текст в одинарні лапки, де вона є лише рискою, або пишіть кожну риску двічі.

## Приклад
    source: "C:\\Облік\\звіт.xlsx"
""",
)

NO_SUCH_CHARACTER = Fault(
    "SB037",
    "escape_without_character",
    en=Wording("{text} is the number of no character", "write the character itself"),
    uk=Wording("{text} не є номером жодного знака", "напишіть сам знак"),
    page="""An escape in double quotes names a number that belongs to no character, as in `"\\ud800"`.

## Why this matters
Half of a pair, or a number beyond the last character, cannot be written into any document.

## What to do
Write the character itself: every character that can be printed can also stand in the file.
---
Послідовність у подвійних лапках називає номер, якого не має жоден знак, як-от `"\\ud800"`.

## Чому це важливо
Половину пари чи номер за межею таблиці знаків неможливо записати в жоден документ.

## Що робити
Напишіть сам знак: усе, що можна надрукувати, може стояти й у файлі.
""",
)

RESERVED_SIGN = Fault(
    "SB028",
    "value_begins_with_reserved_sign",
    en=Wording("a value without quotes cannot begin with {text}", "put the whole value in quotes"),
    uk=Wording("значення без лапок не може починатися з {text}", "візьміть усе значення в лапки"),
    page="""A value begins with `@`, `%` or a backtick, which YAML keeps for itself.

## Why this matters
A later YAML may give the sign a meaning, so no reader accepts it.

## What to do
Put the whole value in quotes.

## Example
    head: @mena_rada
---
Значення починається з `@`, `%` або зворотного апострофа, які YAML залишає собі.

## Чому це важливо
Колись цей знак може набути значення, тому його не приймає жоден читач YAML.

## Що робити
Візьміть усе значення в лапки.

## Приклад
    head: @mena_rada
""",
)

TEXT_AFTER_BLOCK_SIGN = Fault(
    "SB030",
    "text_after_block_sign",
    en=Wording(
        "after {text} the text begins on the next line",
        "move the text below and indent it; put a value that begins with | or > in quotes",
    ),
    uk=Wording(
        "після {text} текст починається з наступного рядка",
        "перенесіть текст нижче з відступом; значення, що починається з | або >, беріть у лапки",
    ),
    page="""Something stands after `|` or `>` on the same line.

## Why this matters
These signs announce a text on the lines below. `target: > 50` is meant in another way.

## What to do
Begin the text on the next line, or put a value that begins with one of these signs in quotes.

## Example
    result: > 50 звернень на місяць
---
Після `|` або `>` у тому самому рядку щось стоїть.

## Чому це важливо
Ці знаки оголошують текст у рядках нижче, а `result: > 50` означає інше.

## Що робити
Почніть текст у наступному рядку або візьміть значення з таким знаком на початку в лапки.

## Приклад
    result: > 50 звернень на місяць
""",
)

TEXT_AFTER_QUOTE = Fault(
    "SB031",
    "text_after_closing_sign",
    en=Wording(
        "something follows the closing {text}",
        "put the whole value in quotes, and inside them use «…» or quotes of the other kind",
    ),
    uk=Wording(
        "після {text}, що закриває значення, ще щось стоїть",
        "візьміть у лапки все значення, а всередині пишіть «…» або лапки іншого виду",
    ),
    page="""A value ends with a quote or a bracket, and more text follows on the line.

## Why this matters
The value has ended; what follows belongs to nothing.

## What to do
Put the whole value in quotes. Inside, Ukrainian «лапки» need no care.

## Example
    title: "Мена" цифрова
---
Значення закінчилося лапками чи дужкою, а в рядку є ще текст.

## Чому це важливо
Значення вже закінчилося; решта ні до чого не належить.

## Що робити
Візьміть у лапки все значення. Усередині українські «лапки» не заважають.

## Приклад
    title: "Мена" цифрова
""",
)

SIGN_NOT_EXPECTED = Fault(
    "SB032",
    "sign_not_expected",
    en=Wording("{text} stands where none is expected", "delete it, or put a text that begins with it in quotes"),
    uk=Wording("{text} стоїть там, де його не може бути", "видаліть його, а текст, що з нього починається, беріть у лапки"),
    page="""A bracket, a comma or a question mark stands where a value or a key should begin.

## Why this matters
These signs divide lists; alone they mean nothing.

## What to do
Delete the sign. A text that begins with it stands in quotes.

## Example
    partners: [U-EDU,, U-LIB]
---
Дужка, кома чи знак питання стоїть там, де має починатися значення або ключ.

## Чому це важливо
Ці знаки розділяють списки; самі вони нічого не означають.

## Що робити
Видаліть знак. Текст, що з нього починається, беріть у лапки.

## Приклад
    partners: [U-EDU,, U-LIB]
""",
)

COMMA_EXPECTED = Fault(
    "SB033",
    "comma_expected",
    en=Wording(
        "a comma or the closing bracket is missing before {text}",
        "write it; put a text that holds commas, quotes or brackets in quotes",
    ),
    uk=Wording(
        "перед {text} бракує коми або дужки, що закриває", "допишіть її; текст із комами, лапками чи дужками беріть у лапки"
    ),
    page="""Inside `[…]` or `{…}` two values stand beside each other without a comma.

## Why this matters
It cannot be told where one ends and the next begins.

## What to do
Write the comma, or the bracket that closes the list. `[` is closed by `]`, `{` by `}`.

## Example
    partners: ["U-EDU" "U-LIB"]
---
Усередині `[…]` або `{…}` два значення стоять поряд без коми.

## Чому це важливо
Не видно, де закінчується одне й починається друге.

## Що робити
Допишіть кому або дужку, що закриває список: `[` закривають знаком `]`, `{` — знаком `}`.

## Приклад
    partners: ["U-EDU" "U-LIB"]
""",
)
