"""What is to be told about the set that gives way to a new one."""

from stratbuild.diagnostics import Fault, Severity, Wording

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
