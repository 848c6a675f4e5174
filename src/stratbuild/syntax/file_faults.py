"""What can be wrong with a file as a whole, once it is YAML."""

from stratbuild.diagnostics import Fault, Severity, Wording

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

TOO_MANY_VALUES = Fault(
    "SB040",
    "too_many_values",
    en=Wording(
        "up to here there are more than {limit} keys and values", "divide the file or the item; check the brackets and dashes"
    ),
    uk=Wording("до цього місця понад {limit} ключів і значень", "розділіть файл або запис; перевірте дужки та риски"),
    page="""A file has more than two million keys and values, or one item more than a hundred and fifty thousand.

## Why this matters
Text that people write by hand never gets this large; such a file would only stall the program.

## What to do
Divide the lists over several files: any file may hold any list, and the result is the same. Where one item is too
large, a bracket or the indentation has probably made one item of many.
---
У файлі понад два мільйони ключів і значень, або в одному записі їх понад сто п’ятдесят тисяч.

## Чому це важливо
Текст, написаний людьми, таким великим не буває; такий файл лише зупинив би програму.

## Що робити
Розділіть списки на кілька файлів: будь-який файл може містити будь-який список, результат той самий. Якщо завеликий
один запис, то, мабуть, дужка чи відступ зробили один запис із багатьох.
""",
)
