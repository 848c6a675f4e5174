"""What is YAML, but not used in a strategy; and keys and files without what makes them one."""

from stratbuild.diagnostics import Fault, Wording

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
    en=Wording(
        "directives (lines that begin with %) are not used in a strategy",
        "delete the line, or put a text that begins with % in quotes",
    ),
    uk=Wording(
        "директиви (рядки, що починаються з %) у стратегії не вживають",
        "видаліть рядок, а текст, що починається з %, візьміть у лапки",
    ),
    page="""A line that begins with `%` gives instructions to a YAML reader.

## Why this matters
The reading must not depend on the file.

## What to do
Delete the line. If the text itself begins with `%`, put it in quotes.
---
Рядок, що починається з `%`, дає вказівки читачеві YAML.

## Чому це важливо
Спосіб читання не має залежати від файлу.

## Що робити
Видаліть рядок. Якщо сам текст починається з `%`, візьміть його в лапки.
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
Жоден запис стратегії не потребує більше п’яти; це помилка в дужках або відступах.

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
