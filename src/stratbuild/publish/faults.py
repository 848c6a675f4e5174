"""What can keep a set of papers from being published, and what is told about the old set."""

from stratbuild.diagnostics import Fault, Severity, Wording

OUTPUT_OVER_THE_SOURCE = Fault(
    "SB901",
    "output_over_the_source",
    en=Wording("the output folder {output} holds the strategy itself ({source})", "name another folder: `-o build`"),
    uk=Wording("тека виходу {output} містить саму стратегію ({source})", "вкажіть іншу теку: `-o build`"),
    page="""The papers were to be published in the strategy's own folder or in one above it.

## Why this matters
A new set takes the place of the whole output folder; the strategy's files would go with the old one.

## What to do
Name a folder of its own for the papers, beside the strategy: `stratbuild build strategy -o build`.
---
Документи мали опублікувати в теці самої стратегії або в теці над нею.

## Чому це важливо
Новий комплект заступає всю теку виходу; разом зі старим зникли б і файли стратегії.

## Що робити
Вкажіть для документів окрему теку поруч зі стратегією: `stratbuild build strategy -o build`.
""",
)

OUTPUT_NOT_A_FOLDER_OF_ITS_OWN = Fault(
    "SB902",
    "output_not_a_folder_of_its_own",
    en=Wording("{output} is the current folder, a home folder or a whole disk", "name a folder of its own inside it: `-o build`"),
    uk=Wording("{output} — це поточна тека, домашня тека або цілий диск", "вкажіть у ній окрему теку: `-o build`"),
    page="""The output folder is the current folder, a home folder, one above them, or the top of a disk.

## Why this matters
A new set takes the place of the whole output folder, so that folder must hold nothing else.

## What to do
Name a folder inside it, which need not exist yet.
---
Тека виходу є поточною, домашньою, однією з тек над ними або коренем диска.

## Чому це важливо
Новий комплект заступає всю теку виходу, тож у ній не має бути нічого іншого.

## Що робити
Вкажіть теку всередині неї; вона може ще не існувати.
""",
)

OUTPUT_NOT_A_FOLDER = Fault(
    "SB903",
    "output_not_a_folder",
    en=Wording("{output} is a file or a link", "name a folder, or delete what stands there"),
    uk=Wording("{output} є файлом або посиланням", "вкажіть теку або видаліть те, що стоїть на її місці"),
    page="""Under the name of the output folder stands a file, or a link that leads elsewhere.

## Why this matters
The new set would replace the file or the link, not what the link leads to.

## What to do
Name the folder itself.
---
Під назвою теки виходу стоїть файл або посилання кудись-інде.

## Чому це важливо
Новий комплект замінив би сам файл чи посилання, а не те, куди воно веде.

## Що робити
Вкажіть саму теку.
""",
)

OUTPUT_HOLDS_OTHER_FILES = Fault(
    "SB904",
    "output_holds_other_files",
    en=Wording(
        "the folder {output} is not empty and was not made by stratbuild: it holds {example}", "name a new folder or an empty one"
    ),
    uk=Wording("тека {output} не порожня, і створив її не stratbuild: у ній є {example}", "вкажіть нову або порожню теку"),
    page="""The output folder holds files and no `manifest.json` of an earlier set.

## Why this matters
Only a folder that holds a published set may be replaced by the next one.

## What to do
Name a folder that does not exist yet, or empty this one. Files that you add to a published set later
are kept by every build.
---
У теці виходу є файли, але немає `manifest.json` попереднього комплекту.

## Чому це важливо
Новий комплект може заступити лише теку, у якій лежить опублікований раніше.

## Що робити
Вкажіть теку, якої ще немає, або спорожніть цю. Файли, які ви згодом додасте до опублікованого
комплекту, зберігатиме кожна збірка.
""",
)

MANIFEST_NOT_READABLE = Fault(
    "SB905",
    "manifest_not_readable",
    en=Wording(
        "{output} holds a manifest.json that is not one of stratbuild ({example} lies there)",
        "move the folder away, or name another one",
    ),
    uk=Wording(
        "у {output} лежить manifest.json, якого stratbuild не створював або який зіпсовано (там є {example})",
        "перемістіть теку або вкажіть іншу",
    ),
    page="""The `manifest.json` of the output folder cannot be read as the list of a published set.

## Why this matters
Without it nobody can tell the papers of the old set from files that people put there.

## What to do
Move the folder away and build anew, or name another folder.
---
Файл `manifest.json` у теці виходу не вдалося прочитати як перелік опублікованого комплекту.

## Чому це важливо
Без нього не відрізнити документи старого комплекту від файлів, які поклали люди.

## Що робити
Перемістіть теку й зберіть документи заново або вкажіть іншу теку.
""",
)

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
Повідомлення належить самій системі. Теку, яка є під'єднаним диском, замінити не можна: публікуйте
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

EDITED_PAPER_KEPT = Fault(
    "SB921",
    "edited_paper_kept",
    severity=Severity.WARNING,
    en=Wording(
        "{name} was changed after it was published; the changed file is kept as {kept}",
        "take over what you need from it into the strategy, then delete it",
    ),
    uk=Wording(
        "{name} змінили після публікації; змінений файл збережено як {kept}",
        "перенесіть потрібне до стратегії, а тоді видаліть його",
    ),
    page="""A paper in the output folder is not as it was published, or a file of yours stood where a paper now stands.

## Why this matters
The next build would have overwritten somebody's work.

## What to do
Move the changes into the strategy's YAML, from which all papers are made, and delete the kept file.
---
Документ у теці виходу вже не такий, яким його опубліковано, або на місці нового документа стояв
ваш файл.

## Чому це важливо
Наступна збірка стерла б чиюсь роботу.

## Що робити
Перенесіть зміни до YAML стратегії, з якого роблять усі документи, і видаліть збережений файл.
""",
)

PAPER_OPEN_ELSEWHERE = Fault(
    "SB922",
    "paper_open_elsewhere",
    severity=Severity.WARNING,
    en=Wording(
        "{name} is open in an office program; saving it there would write over the new one",
        "close it without saving and open it again",
    ),
    uk=Wording(
        "{name} відкрито в офісній програмі; якщо зберегти його там, новий буде стерто",
        "закрийте його без збереження й відкрийте знову",
    ),
    page="""Beside the paper lies the mark that LibreOffice or Word leaves while it is open.

## Why this matters
The program still shows the old paper, and saving it would write over the new one. The next build would
keep what was saved under another name.

## What to do
Close the paper without saving and open it again.
---
Поруч із документом лежить позначка, яку LibreOffice або Word лишає, поки він відкритий.

## Чому це важливо
Програма ще показує старий документ, а збереження стерло б новий. Те, що було збережено, наступна
збірка залишила б під іншою назвою.

## Що робити
Закрийте документ без збереження й відкрийте знову.
""",
)

OLD_SET_STAYS_ASIDE = Fault(
    "SB923",
    "old_set_stays_aside",
    severity=Severity.WARNING,
    en=Wording(
        "an old set could not be deleted and stays in {folder}: {problem}",
        "the next build tries again; if that fails too, delete the folder by hand",
    ),
    uk=Wording(
        "старий комплект не вдалося видалити, він лишився в {folder}: {problem}",
        "наступна збірка спробує ще раз; якщо не вийде, видаліть теку вручну",
    ),
    page="""The old set gave way to the new one, but something kept its folder from being deleted.

## Why this matters
The papers are right; only disk space is taken.

## What to do
Nothing: the next build deletes it, after it has kept every file in it that people changed.
---
Старий комплект поступився новому, але щось завадило видалити його теку.

## Чому це важливо
З документами все гаразд; зайнято лише місце на диску.

## Що робити
Нічого: наступна збірка видалить її, зберігши кожен файл, який змінювали люди.
""",
)

INTERRUPTED_BUILD_MENDED = Fault(
    "SB924",
    "interrupted_build_mended",
    severity=Severity.NOTE,
    en=Wording("an earlier build was interrupted while it published; the set before it was put back", "nothing needs to be done"),
    uk=Wording(
        "попередню збірку перервали під час публікації; комплект, що був до неї, повернуто на місце", "нічого робити не треба"
    ),
    page="""A build was killed, or the power failed, between taking the old set away and putting the new one in.

## Why this matters
For that time the output folder was missing; nothing in it was lost.

## What to do
Nothing: this build publishes a new set.
---
Збірку зупинили або зникло живлення саме тоді, коли старий комплект уже прибрали, а новий ще не поставили.

## Чому це важливо
На цей час тека виходу зникла; нічого з неї не втрачено.

## Що робити
Нічого: ця збірка публікує новий комплект.
""",
)

UNFIT_OUTPUTS = (
    OUTPUT_OVER_THE_SOURCE,
    OUTPUT_NOT_A_FOLDER_OF_ITS_OWN,
    OUTPUT_NOT_A_FOLDER,
    OUTPUT_HOLDS_OTHER_FILES,
    MANIFEST_NOT_READABLE,
)
"""Mistakes of usage: another folder has to be named."""
