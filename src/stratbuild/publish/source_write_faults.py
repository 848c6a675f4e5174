"""What can keep changes from being written into the strategy's own files."""

from stratbuild.diagnostics import Fault, Wording

SOURCE_CHANGED_MEANWHILE = Fault(
    "SB931",
    "source_changed_meanwhile",
    en=Wording("{path} is no longer as it was read", "run the command again: it reads the file anew; no file was changed"),
    uk=Wording(
        "файл {path} уже не такий, яким його прочитано",
        "запустіть команду ще раз: вона прочитає його заново; жодного файлу не змінено",
    ),
    page="""A file of the strategy was changed, moved or deleted after the command had read it.

## Why this matters
Writing now would undo what somebody has just saved.

## What to do
Run the command again. Save and close the file in the editor first, so that the editor does not write
over it afterwards.
---
Файл стратегії змінили, перемістили чи видалили вже після того, як команда його прочитала.

## Чому це важливо
Запис зараз знищив би те, що хтось щойно зберіг.

## Що робити
Запустіть команду ще раз. Перед тим збережіть і закрийте файл у редакторі, щоб той не переписав його
згодом.
""",
)

SOURCE_WRITE_PROTECTED = Fault(
    "SB932",
    "source_write_protected",
    en=Wording(
        "{path} is protected against reading or writing",
        "change its permissions and run the command again; the strategy's files are whole",
    ),
    uk=Wording(
        "{path} захищено від читання чи запису",
        "змініть права доступу й запустіть команду ще раз; файли стратегії цілі",
    ),
    page="""A file of the strategy, or the folder that holds it, may not be read or written.

## Why this matters
Changes are written into all files or into none. A file is written by putting a new one in its place,
so its folder has to be writable too.

## What to do
On Windows clear “Read-only” in the properties of the file; elsewhere `chmod u+w` does it. If the folder
belongs to somebody else, ask for the right to write there.
---
Файл стратегії або теку, у якій він лежить, не можна читати чи записувати.

## Чому це важливо
Зміни записують або в усі файли, або в жоден. На місце файлу ставлять новий, тож і його тека має бути
відкрита для запису.

## Що робити
У Windows зніміть позначку «Лише читання» у властивостях файлу; в інших системах допоможе `chmod u+w`.
Якщо тека чужа, попросіть право запису в неї.
""",
)

SOURCE_IN_USE = Fault(
    "SB933",
    "source_in_use",
    en=Wording(
        "{path} is open in another program, which keeps it from being replaced",
        "close it there and run the command again; the strategy's files are whole",
    ),
    uk=Wording(
        "{path} відкрито в іншій програмі, яка не дає його замінити",
        "закрийте його там і запустіть команду ще раз; файли стратегії цілі",
    ),
    page="""A file of the strategy could not be replaced, most often because another program has it open.

## Why this matters
Changes are written into all files or into none; those that had been replaced already were put back.

## What to do
Close the file in the editor, in Excel or in the preview of the folder, and run the command again.
---
Файл стратегії не вдалося замінити, найчастіше тому, що його відкрито в іншій програмі.

## Чому це важливо
Зміни записують або в усі файли, або в жоден; ті, що вже замінено, повернуто назад.

## Що робити
Закрийте файл у редакторі, в Excel чи в області перегляду теки й запустіть команду ще раз.
""",
)

SOURCES_DISK_FULL = Fault(
    "SB934",
    "sources_disk_full",
    en=Wording(
        "there is no room on the disk for the new versions of the strategy's files in {folder} ({free} MiB are free)",
        "free some room and run the command again; the strategy's files are whole",
    ),
    uk=Wording(
        "на диску бракує місця для нових версій файлів стратегії в {folder} (вільно {free} МіБ)",
        "звільніть місце й запустіть команду ще раз; файли стратегії цілі",
    ),
    page="""The disk filled up, or a quota ran out, while the new versions of the files were being prepared.

## Why this matters
The files are replaced only when all new versions are on the disk, so none was changed.

## What to do
Free some room and run the command again.
---
Поки готувалися нові версії файлів, на диску скінчилося місце або вичерпалася квота.

## Чому це важливо
Файли замінюють лише тоді, коли всі нові версії вже на диску, тож жодного не змінено.

## Що робити
Звільніть місце й запустіть команду ще раз.
""",
)

SOURCES_DISK_REFUSED = Fault(
    "SB935",
    "sources_disk_refused",
    en=Wording("{path}: {problem}", "the strategy's files are whole; see to the disk and run the command again"),
    uk=Wording(
        "{path}: система повідомляє «{problem}»",
        "файли стратегії цілі; перевірте диск і запустіть команду ще раз",
    ),
    page="""The operating system could not read, write or replace a file of the strategy.

## Why this matters
Changes are written into all files or into none; those that had been replaced already were put back.

## What to do
The message is the system's own. All files of a strategy have to lie on one disk.
---
Операційна система не змогла прочитати, записати чи замінити файл стратегії.

## Чому це важливо
Зміни записують або в усі файли, або в жоден; ті, що вже замінено, повернуто назад.

## Що робити
Повідомлення належить самій системі. Усі файли стратегії мають лежати на одному диску.
""",
)

SOURCES_BEING_WRITTEN = Fault(
    "SB936",
    "sources_being_written",
    en=Wording(
        "another command writes into the files of the strategy and has not ended within {seconds} s",
        "wait for it, then run this one again",
    ),
    uk=Wording(
        "у файли стратегії пише інша команда, і за {seconds} с вона не завершилася",
        "дочекайтеся її, а тоді запустіть цю ще раз",
    ),
    page="""Two commands met that write into, or read, the same strategy.

## Why this matters
What is read while another command writes could be half of its change.

## What to do
Wait for the other command to end. The operating system frees the strategy as soon as it has, however
it ended; there is nothing to delete.
---
Зустрілися дві команди, які пишуть у ту саму стратегію або читають її.

## Чому це важливо
Прочитане, поки інша команда пише, могло б виявитися половиною її змін.

## Що робити
Дочекайтеся завершення іншої команди. Операційна система звільнить стратегію, щойно та завершиться,
хоч би як це сталося; видаляти нічого не треба.
""",
)
