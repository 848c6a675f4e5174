"""What can be wrong with YAML: what the language forbids, and what a strategy does without."""

from stratbuild.diagnostics import Fault, Severity, Wording

DUPLICATE_KEY = Fault(
    "SB010",
    "duplicate_key",
    en=Wording("the key {key} is written twice", "keep one of the two, or give one its right name"),
    uk=Wording("ключ {key} записано двічі", "залиште один із двох або виправте назву одного з них"),
    page="""The same key stands twice in one mapping.

## Why this matters
Most programs silently keep the last one: an amount written twice would lose the first.

## What to do
Keep the right one. Both places are shown.
---
Той самий ключ стоїть двічі в одному записі.

## Чому це важливо
Більшість програм мовчки лишає останній: сума, записана двічі, втратила б перше значення.

## Що робити
Залиште правильний. Показано обидва місця.
""",
)

ANCHOR_OR_ALIAS = Fault(
    "SB011",
    "anchor_or_alias",
    en=Wording(
        "anchors and aliases ({text}) are not used in a strategy", "write the value out, in quotes if it begins with & or *"
    ),
    uk=Wording(
        "якорі та посилання YAML ({text}) у стратегії не вживають",
        "запишіть значення повністю, а якщо воно починається з & чи *, візьміть у лапки",
    ),
    page="""A value begins with `&` or `*`, which YAML reads as an anchor or an alias.

## Why this matters
A value that is written elsewhere cannot be read where it stands, and a few lines of aliases can grow
into millions of values.

## What to do
Write the value out. If the text itself begins with `&` or `*`, put it in quotes.
---
Значення починається з `&` або `*`, що у YAML означає якір або посилання.

## Чому це важливо
Значення, записане деінде, не можна прочитати на місці, а кілька рядків посилань можуть розростися
до мільйонів значень.

## Що робити
Запишіть значення повністю. Якщо сам текст починається з `&` чи `*`, візьміть його в лапки.
""",
)

TAG = Fault(
    "SB012",
    "tag",
    en=Wording("tags ({text}) are not used in a strategy", "delete the tag, or put the text in quotes"),
    uk=Wording("теги YAML ({text}) у стратегії не вживають", "видаліть тег або візьміть текст у лапки"),
    page="""A value begins with `!`, which YAML reads as a tag.

## Why this matters
Tags can make other programs run code. Here the schema alone decides what a value is.

## What to do
Delete the tag. If the text itself begins with `!`, put it in quotes.
---
Значення починається з `!`, що у YAML означає тег.

## Чому це важливо
Теги можуть змусити інші програми виконати код. Тут тип значення визначає лише схема.

## Що робити
Видаліть тег. Якщо сам текст починається з `!`, візьміть його в лапки.
""",
)

MERGE_KEY = Fault(
    "SB013",
    "merge_key",
    en=Wording("merge keys (<<) are not used in a strategy", "write the keys out"),
    uk=Wording("ключі злиття (<<) у стратегії не вживають", "запишіть ключі повністю"),
    page="""The key `<<` asks YAML to copy another mapping into this one.

## Why this matters
What an item says should stand in the item.

## What to do
Write the keys out.
---
Ключ `<<` просить YAML скопіювати сюди інший запис.

## Чому це важливо
Те, що говорить запис, має стояти в самому записі.

## Що робити
Запишіть ключі повністю.
""",
)

SEVERAL_DOCUMENTS = Fault(
    "SB014",
    "several_documents",
    en=Wording("the file holds a second document after ---", "delete the line --- or move the rest to another file"),
    uk=Wording("після --- у файлі починається другий документ", "видаліть рядок --- або перенесіть решту в інший файл"),
    page="""The line `---` begins a second document in the file.

## Why this matters
A file is one document, so that every place in it has one address.

## What to do
Delete the line, or move what follows into a file of its own.
---
Рядок `---` починає у файлі другий документ.

## Чому це важливо
Файл — це один документ, щоб кожне місце мало одну адресу.

## Що робити
Видаліть рядок або перенесіть решту в окремий файл.
""",
)

DIRECTIVE = Fault(
    "SB015",
    "directive",
    en=Wording("directives (lines that begin with %) are not used in a strategy", "delete the line"),
    uk=Wording("директиви (рядки, що починаються з %) у стратегії не вживають", "видаліть рядок"),
    page="""A line that begins with `%` gives instructions to a YAML reader.

## Why this matters
The reading must not depend on the file.

## What to do
Delete the line.
---
Рядок, що починається з `%`, дає вказівки читачеві YAML.

## Чому це важливо
Спосіб читання не має залежати від файлу.

## Що робити
Видаліть рядок.
""",
)

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

NESTED_TOO_DEEPLY = Fault(
    "SB017",
    "nested_too_deeply",
    en=Wording("the text is nested more than {limit} levels deep", "check the brackets and the indentation"),
    uk=Wording("вкладеність перевищує {limit} рівні", "перевірте дужки та відступи"),
    page="""Lists and mappings stand inside each other more than 24 levels deep.

## Why this matters
No item of a strategy needs more than five; this is a slip of the brackets or the indentation.

## What to do
Look for brackets that are not closed.
---
Списки й записи вкладено один в одного глибше ніж на 24 рівні.

## Чому це важливо
Жоден запис стратегії не потребує більше п'яти; це помилка в дужках або відступах.

## Що робити
Знайдіть незакриті дужки.
""",
)

SCALAR_TOO_LONG = Fault(
    "SB018",
    "text_too_long",
    en=Wording(
        "the text has {length} characters, more than the {limit} that a value may have",
        "shorten it, or divide it into several items",
    ),
    uk=Wording("текст має {length} знаків, а дозволено не більше ніж {limit}", "скоротіть його або розділіть на кілька записів"),
    page="""One value has more than 200 000 characters.

## Why this matters
That is a hundred pages in one field; usually a quote was not closed.

## What to do
Look for a missing closing quote, or shorten the text.
---
Одне значення має понад 200 000 знаків.

## Чому це важливо
Це сотня сторінок в одному полі; зазвичай десь не закрито лапки.

## Що робити
Знайдіть незакриті лапки або скоротіть текст.
""",
)

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

KEY_NOT_A_WORD = Fault(
    "SB020",
    "key_not_a_word",
    en=Wording(
        "a key must be a word, not a list or a mapping", "write `key: value`; put a text that begins with ?, [ or {{ in quotes"
    ),
    uk=Wording(
        "ключ має бути словом, а не списком чи записом",
        "пишіть `ключ: значення`; текст, що починається з ?, [ чи {{, беріть у лапки",
    ),
    page="""A list or a mapping stands where a key belongs.

## Why this matters
Every value needs a name by which it is found.

## What to do
Write `key: value`. Texts that begin with `?`, `[` or `{` stand in quotes.
---
На місці ключа стоїть список або запис.

## Чому це важливо
Кожне значення мусить мати назву.

## Що робити
Пишіть `ключ: значення`. Тексти, що починаються з `?`, `[` чи `{`, беріть у лапки.
""",
)

EMPTY_KEY = Fault(
    "SB021",
    "empty_key",
    en=Wording("there is no key before the colon", "write the key"),
    uk=Wording("перед двокрапкою немає ключа", "допишіть ключ"),
    page="""A line begins with a colon, or its key is empty.

## Why this matters
Every value needs a name by which it is found.

## What to do
Write the key before the colon.
---
Рядок починається з двокрапки, або ключ порожній.

## Чому це важливо
Кожне значення мусить мати назву.

## Що робити
Допишіть ключ перед двокрапкою.
""",
)

FILE_IS_EMPTY = Fault(
    "SB022",
    "file_is_empty",
    severity=Severity.WARNING,
    en=Wording("the file holds nothing", "write a list into it, for example `measures:`, or delete it"),
    uk=Wording("у файлі нічого немає", "впишіть список, наприклад `measures:`, або видаліть файл"),
    page="""The file is empty or holds only comments.

## Why this matters
It may be one that was not saved.

## What to do
Write a list into it, or delete it.
---
Файл порожній або містить лише коментарі.

## Чому це важливо
Можливо, його не зберегли.

## Що робити
Впишіть список або видаліть файл.
""",
)

FILE_NOT_A_MAPPING = Fault(
    "SB023",
    "file_without_lists",
    en=Wording(
        "the file does not begin with a list's name", "begin it with a name such as `measures:` and indent the items below it"
    ),
    uk=Wording(
        "файл не починається з назви списку", "почніть його з назви, наприклад `measures:`, а записи пишіть з відступом під нею"
    ),
    page="""The file begins with an item or a text, not with the name of a list.

## Why this matters
The name says what the items are: `goals:`, `measures:`, `budget_lines:`.

## What to do
Write the name of the list above the items.
---
Файл починається із запису чи тексту, а не з назви списку.

## Чому це важливо
Назва каже, чим є записи: `goals:`, `measures:`, `budget_lines:`.

## Що робити
Напишіть назву списку над записами.
""",
)

COLON_IN_TEXT = Fault(
    "SB024",
    "colon_in_text",
    en=Wording(
        "a second colon stands where none is expected",
        "put a text that holds a colon and a space in quotes; check the indentation",
    ),
    uk=Wording(
        "друга двокрапка стоїть там, де її не може бути", "текст із двокрапкою та пробілом беріть у лапки; перевірте відступ"
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

NOT_CLOSED = Fault(
    "SB026",
    "quote_or_bracket_not_closed",
    en=Wording(
        "a quote or a bracket that was opened is not closed",
        "close it; put a text that holds quotes into quotes of the other kind",
    ),
    uk=Wording("лапки або дужку відкрито, але не закрито", "закрийте їх; текст із лапками беріть у лапки іншого виду"),
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

NOT_YAML = Fault(
    "SB029",
    "not_yaml",
    en=Wording("this is not YAML: {problem}", "compare the line with its neighbours; put unusual text in quotes"),
    uk=Wording("це не YAML: {problem}", "порівняйте рядок із сусідніми; незвичний текст беріть у лапки"),
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
