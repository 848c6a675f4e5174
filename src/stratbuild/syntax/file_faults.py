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
