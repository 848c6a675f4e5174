"""What is to be told about a change of the strategy's files that was interrupted."""

from stratbuild.diagnostics import Fault, Severity, Wording

INTERRUPTED_CHANGE_FINISHED = Fault(
    "SB937",
    "interrupted_change_finished",
    severity=Severity.NOTE,
    en=Wording("an earlier change of {files} was interrupted; it has now been written whole", "nothing needs to be done"),
    uk=Wording("попередню зміну ({files}) було перервано; тепер її записано повністю", "нічого робити не треба"),
    page="""A command was killed, or the power failed, while it wrote changes into the strategy's files.

## Why this matters
Some files were new and some old; a strategy of both would be neither.

## What to do
Nothing: the new versions lay ready on the disk and were put in. `git diff` shows them.
---
Команду зупинили або зникло живлення саме тоді, коли вона записувала зміни у файли стратегії.

## Чому це важливо
Частина файлів була вже нова, а частина ще стара; разом вони не були б ні тією стратегією, ні іншою.

## Що робити
Нічого: нові версії лежали готові на диску, і їх поставлено на місце. Їх покаже `git diff`.
""",
)

INTERRUPTED_CHANGE_UNDONE = Fault(
    "SB938",
    "interrupted_change_undone",
    severity=Severity.WARNING,
    en=Wording(
        "an earlier change of {files} was interrupted; everything is again as it was before it",
        "if the change is still wanted, run the command again that was interrupted",
    ),
    uk=Wording(
        "попередню зміну ({files}) було перервано; усе знову так, як було до неї",
        "якщо зміна ще потрібна, запустіть перервану команду ще раз",
    ),
    page="""A command was killed, or the power failed, while it wrote changes into the strategy's files.

## Why this matters
The change could not be finished, because a file could not be replaced or was being put back already.

## What to do
Run the interrupted command again if its change is still wanted.
---
Команду зупинили або зникло живлення саме тоді, коли вона записувала зміни у файли стратегії.

## Чому це важливо
Завершити зміну не вдалося: якийсь файл не замінювався або його вже повертали назад.

## Що робити
Запустіть перервану команду ще раз, якщо її зміна ще потрібна.
""",
)

INTERRUPTED_CHANGE_NOT_SETTLED = Fault(
    "SB939",
    "interrupted_change_not_settled",
    en=Wording(
        "a change of {path} was interrupted and can be neither finished nor undone without losing what stands there now",
        "compare it with the versions in {folder}, put it right, then delete that folder",
    ),
    uk=Wording(
        "зміну {path} було перервано, і її не можна ні завершити, ні скасувати, не втративши того, що там тепер",
        "порівняйте його з версіями в {folder}, виправте, а тоді видаліть цю теку",
    ),
    page="""A command was interrupted while it wrote the strategy's files, and then somebody changed one of them.

## Why this matters
Nobody's work is overwritten, so the file is left as it is. The other files of the change are all new, or
all old where the change had to be undone.

## What to do
The folder holds the versions that the change still needs: `before`, as the file was, and `after`, as it
was to become. Take over what is missing, then delete the folder. The same is said where the folder itself
was damaged, or where the system lets no file be replaced: then mend that first and run the command again.
---
Команду перервали, поки вона записувала файли стратегії, а потім хтось змінив один із них.

## Чому це важливо
Нічию роботу не переписують, тож файл лишається як є. Решта файлів цієї зміни або всі нові, або всі
старі, якщо зміну довелося скасувати.

## Що робити
У теці лежать версії, які ще потрібні зміні: у `before` файл, яким він був, а в `after` — яким мав стати.
Перенесіть те, чого бракує, і видаліть теку. Те саме повідомляють, коли пошкоджено саму теку або коли
система не дає замінити файли: тоді спершу усуньте цю перешкоду й запустіть команду ще раз.
""",
)
