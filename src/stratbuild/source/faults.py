"""What can be wrong with a file before it is YAML."""

from stratbuild.diagnostics import Fault, Severity, Wording

FILE_TOO_LARGE = Fault(
    "SB001",
    "file_too_large",
    en=Wording("the file has {size} MiB, more than the {limit} MiB that a file may have", "divide it into several files"),
    uk=Wording("файл має {size} МіБ, а дозволено не більше ніж {limit} МіБ", "розділіть його на кілька файлів"),
    page="""A file of the strategy is larger than 16 MiB.

## Why this matters
Text that people write by hand never gets this large; such a file is usually something else under a
wrong name, and it would stall every editor that opens it.

## What to do
Divide the lists over several files: any file may hold any list, and the result is the same.
---
Файл стратегії більший за 16 МіБ.

## Чому це важливо
Текст, написаний людьми, таким великим не буває; зазвичай це щось інше під хибною назвою.

## Що робити
Розділіть списки на кілька файлів: будь-який файл може містити будь-який список, результат той самий.
""",
)

FILE_IN_WINDOWS_1251 = Fault(
    "SB002",
    "file_in_windows_1251",
    en=Wording(
        "the file is not UTF-8: from this line on it looks like Windows-1251", "open it in the editor and save it as UTF-8"
    ),
    uk=Wording("файл не в UTF-8: з цього рядка він схожий на Windows-1251", "відкрийте його в редакторі та збережіть як UTF-8"),
    page="""The file is saved in the old Windows encoding for Cyrillic.

## Why this matters
Read in a wrong encoding, Ukrainian letters turn into others, or are lost.

## What to do
In Notepad: File, Save as, Encoding UTF-8. In VS Code: click the encoding in the status bar, reopen
with Windows-1251, then save with UTF-8.
---
Файл збережено у старому кодуванні Windows для кирилиці.

## Чому це важливо
У хибному кодуванні українські літери перетворюються на інші або губляться.

## Що робити
У Блокноті: Файл → Зберегти як → Кодування UTF-8. У VS Code: клацніть назву кодування в рядку стану,
відкрийте файл повторно як Windows-1251, а потім збережіть як UTF-8.
""",
)

FILE_IN_ANOTHER_ENCODING = Fault(
    "SB003",
    "file_in_another_encoding",
    en=Wording("the file is not UTF-8: {encoding}", "save it as UTF-8"),
    uk=Wording("файл не в UTF-8: {encoding}", "збережіть його як UTF-8"),
    page="""The file's bytes are not UTF-8 text.

## Why this matters
Only one encoding is read, so that no letter depends on a guess.

## What to do
Save the file as UTF-8. A file that was cut off on its way (an interrupted copy, a damaged disk) has to
be taken from a backup.
---
Байти файлу не є текстом UTF-8.

## Чому це важливо
Читається лише одне кодування, щоб жодна літера не залежала від здогадки.

## Що робити
Збережіть файл як UTF-8. Якщо файл обірвався під час копіювання, візьміть його з резервної копії.
""",
)

FORBIDDEN_CHARACTER = Fault(
    "SB004",
    "forbidden_character",
    en=Wording(
        "{character} ({codepoint}) may not stand in a strategy", "delete the character: it is invisible or reorders the text"
    ),
    uk=Wording("{character} ({codepoint}) не може стояти у стратегії", "видаліть цей знак: він невидимий або переставляє текст"),
    page="""The text holds a control character, an invisible character or one that reorders text.

## Why this matters
A bidirectional override shows an amount backwards; a zero-width space makes two equal words differ;
control characters break the documents that are made of the text.

## What to do
Delete the character at the place shown. It often comes with text copied from a PDF or a web page.
---
У тексті є керівний або невидимий знак чи знак, що переставляє текст.

## Чому це важливо
Знак зміни напрямку показує суму навпаки; пробіл нульової ширини робить однакові слова різними;
керівні знаки псують документи.

## Що робити
Видаліть знак у вказаному місці. Часто він потрапляє разом із текстом, скопійованим із PDF чи сайту.
""",
)

NO_FILES = Fault(
    "SB005",
    "folder_without_files",
    en=Wording("there are no YAML files in {folder}", "give the strategy's folder, or begin one with `stratbuild init`"),
    uk=Wording("у теці {folder} немає файлів YAML", "вкажіть теку стратегії або почніть нову: `stratbuild init`"),
    page="""The folder holds no file that ends in `.yaml` or `.yml`.

## Why this matters
There is nothing to check or to build.

## What to do
Give the folder in which the strategy lies, or begin a new one with `stratbuild init`.
---
У теці немає жодного файлу, назва якого закінчується на `.yaml` або `.yml`.

## Чому це важливо
Немає чого перевіряти й збирати.

## Що робити
Вкажіть теку, у якій лежить стратегія, або почніть нову командою `stratbuild init`.
""",
)

NOT_A_PLAIN_FILE = Fault(
    "SB006",
    "not_a_plain_file",
    en=Wording("{name} is not a plain file inside the strategy's folder", "copy the file itself into the folder"),
    uk=Wording("{name} не є звичайним файлом усередині теки стратегії", "скопіюйте в теку сам файл"),
    page="""A name that ends in `.yaml` is a device, a pipe, or a link that leads out of the folder.

## Why this matters
A strategy that somebody handed over could otherwise read other files of the computer, or hang it.

## What to do
Put a copy of the file into the folder.
---
Назва на `.yaml` веде до пристрою, каналу або посилання за межі теки.

## Чому це важливо
Інакше чужа стратегія могла б прочитати інші файли комп'ютера або зупинити його.

## Що робити
Покладіть у теку копію самого файлу.
""",
)

SYNC_COPY = Fault(
    "SB007",
    "copy_left_by_synchronisation",
    severity=Severity.WARNING,
    en=Wording("{name} looks like a copy of {original}", "compare the two and delete one"),
    uk=Wording("{name} схожий на копію файлу {original}", "порівняйте обидва і видаліть зайвий"),
    page="""A file is named like the copies that OneDrive, Google Drive or a file manager leave behind.

## Why this matters
The same items are then written twice, in two versions.

## What to do
Compare the two files, keep what is right in one, delete the other.
---
Назва файлу така, як у копій, що їх залишають OneDrive, Google Drive чи провідник.

## Чому це важливо
Ті самі записи тоді існують двічі, у двох версіях.

## Що робити
Порівняйте обидва файли, залиште правильне в одному, а другий видаліть.
""",
)
