"""Why a change of a text is not written."""

from stratbuild.diagnostics import Fault, Wording

NOT_WRITABLE = Fault(
    "SB051",
    "change_not_writable",
    en=Wording(
        "{key} cannot be changed here without changing something else",
        "make this change by hand, or write the place in a plainer way and try again",
    ),
    uk=Wording(
        "тут не вдається змінити {key}, не зачепивши чогось іншого",
        "зробіть цю зміну вручну або запишіть це місце простіше та спробуйте ще раз",
    ),
    page="""A value was to be written into a file, and no way of writing it left everything else as it was.

## Why this matters
Only the characters of what changes are replaced, and the result is read again before anything is saved. A
text that would say anything else than what was asked for is never written; the file has not been touched.

## What to do
Make the change by hand. Usually the place is written in one of the rarer ways of YAML: a key after `?`, a pair without
braces in a list, a list that begins on the line of another one. In a plainer form the program can change it, too.
---
Значення треба було вписати у файл, але жоден спосіб запису не лишав решти незмінною.

## Чому це важливо
Замінюються лише знаки того, що змінюється, а результат перед збереженням читається ще раз. Текст, який означав би щось
інше, ніж потрібно, ніколи не записується; файл не змінено.

## Що робити
Зробіть зміну вручну. Зазвичай це місце записано одним із рідкісних способів YAML: ключ після `?`, пара без
фігурних дужок у списку, список, що починається в рядку іншого списку. У простішому вигляді програма змінить його й сама.
""",
)
