"""Why a folder is none to publish in."""

from stratbuild.diagnostics import Fault, Wording

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

UNFIT_OUTPUTS = (
    OUTPUT_OVER_THE_SOURCE,
    OUTPUT_NOT_A_FOLDER_OF_ITS_OWN,
    OUTPUT_NOT_A_FOLDER,
    OUTPUT_HOLDS_OTHER_FILES,
    MANIFEST_NOT_READABLE,
)
"""Mistakes of usage: another folder has to be named."""
