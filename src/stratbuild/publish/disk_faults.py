"""What can keep a set from being published: another build, the disk, a paper that came out broken."""

from stratbuild.diagnostics import Fault, Wording

ALREADY_BEING_BUILT = Fault(
    "SB911",
    "already_being_built",
    en=Wording("another build publishes here and has not ended within {seconds} s", "wait for it, or name another folder: `-o`"),
    uk=Wording("сюди публікує інша збірка, і за {seconds} с вона не завершилася", "дочекайтеся її або вкажіть іншу теку: `-o`"),
    page="""Two builds were to publish in one folder at the same time.

## Why this matters
One set after the other is published, never a mixture of two.

## What to do
Wait for the other build to end. The operating system frees the folder as soon as it has, however it
ended; there is nothing to delete.
---
Дві збірки мали публікувати в одну теку водночас.

## Чому це важливо
Комплекти публікують один після одного й ніколи не змішують.

## Що робити
Дочекайтеся завершення іншої збірки. Операційна система звільнить теку, щойно та завершиться,
хоч би як це сталося; видаляти нічого не треба.
""",
)

DISK_FULL = Fault(
    "SB912",
    "disk_full",
    en=Wording(
        "there is no room on the disk for {path} ({free} MiB are free)", "free some room and build again; the old set is whole"
    ),
    uk=Wording("на диску бракує місця для {path} (вільно {free} МіБ)", "звільніть місце й зберіть ще раз; старий комплект цілий"),
    page="""The disk filled up, or a quota ran out, while the new set was being made.

## Why this matters
The old set was not touched: a set is published whole or not at all.

## What to do
Free some room and build again, or publish on another disk with `-o`.
---
Поки готувався новий комплект, на диску скінчилося місце або вичерпалася квота.

## Чому це важливо
Старий комплект не зачеплено: публікують або весь новий, або нічого.

## Що робити
Звільніть місце й зберіть ще раз або опублікуйте на іншому диску: `-o`.
""",
)

FILE_IN_USE = Fault(
    "SB913",
    "file_in_use",
    en=Wording(
        "{path} is open in another program", "close it there and build again, or name another folder: `-o`; the old set is whole"
    ),
    uk=Wording(
        "{path} відкрито в іншій програмі",
        "закрийте його там і зберіть ще раз або вкажіть іншу теку: `-o`; старий комплект цілий",
    ),
    page="""A paper of the old set is open, as in Word, so that the system does not let it be replaced.

## Why this matters
Half a set would be new and half old; instead the old one stays.

## What to do
Close the paper and build again.
---
Документ зі старого комплекту відкрито, наприклад у Word, і система не дає його замінити.

## Чому це важливо
Половина комплекту стала б новою, а половина лишилася старою; натомість лишається старий.

## Що робити
Закрийте документ і зберіть ще раз.
""",
)

NOT_ALLOWED = Fault(
    "SB914",
    "writing_not_allowed",
    en=Wording(
        "the system does not allow {path} to be read or written",
        "change its permissions, or name another folder: `-o`; the old set is whole",
    ),
    uk=Wording(
        "система не дозволяє читати або записувати {path}",
        "змініть права доступу або вкажіть іншу теку: `-o`; старий комплект цілий",
    ),
    page="""The folder, or a file in it, is protected against reading or writing.

## Why this matters
The old set was not touched.

## What to do
Ask for the right to write there, or publish elsewhere with `-o`.
---
Теку або файл у ній захищено від читання чи запису.

## Чому це важливо
Старий комплект не зачеплено.

## Що робити
Попросіть право запису або опублікуйте деінде: `-o`.
""",
)

DISK_REFUSED = Fault(
    "SB915",
    "disk_refused",
    en=Wording("{path}: {problem}", "the old set is whole; see to the disk and build again"),
    uk=Wording("{path}: система повідомляє «{problem}»", "старий комплект цілий; перевірте диск і зберіть ще раз"),
    page="""The operating system could not read, write or rename a file of the new set.

## Why this matters
The old set was not touched.

## What to do
The message is the system's own. A folder that is itself a mounted disk cannot be replaced: publish in
a folder inside it.
---
Операційна система не змогла прочитати, записати чи перейменувати файл нового комплекту.

## Чому це важливо
Старий комплект не зачеплено.

## Що робити
Повідомлення належить самій системі. Теку, яка є під’єднаним диском, замінити не можна: публікуйте
в теку всередині неї.
""",
)

PAPER_NOT_WHOLE = Fault(
    "SB916",
    "paper_not_whole",
    en=Wording("{name} is missing, empty or cannot be opened", "build again; if it stays so, report it; the old set is whole"),
    uk=Wording(
        "{name} відсутній, порожній або не відкривається",
        "зберіть ще раз; якщо не допоможе, повідомте розробників; старий комплект цілий",
    ),
    page="""Before a set is published, every paper is opened once; this one could not be.

## Why this matters
A paper that cannot be opened is worse than the old one.

## What to do
Build again. If the same paper is broken again, report it with the strategy's revision.
---
Перед публікацією кожен документ відкривають для перевірки; цей відкрити не вдалося.

## Чому це важливо
Документ, який не відкривається, гірший за старий.

## Що робити
Зберіть ще раз. Якщо той самий документ знову пошкоджено, повідомте розробників і вкажіть
редакцію стратегії.
""",
)
