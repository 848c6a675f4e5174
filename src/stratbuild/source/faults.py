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
    en=Wording("the file is not UTF-8, it looks like {encoding}", "open it in the editor and save it as UTF-8"),
    uk=Wording("файл не в UTF-8, він схожий на {encoding}", "відкрийте його в редакторі та збережіть як UTF-8"),
    page="""The file is saved with two or four bytes for every character.

## Why this matters
Only one encoding is read, so that no letter depends on a guess.

## What to do
Save the file as UTF-8. In Notepad: File, Save as, Encoding UTF-8; the names "Unicode" and "UTF-16" are others.
---
Файл збережено так, що кожен знак займає два чи чотири байти.

## Чому це важливо
Читається лише одне кодування, щоб жодна літера не залежала від здогадки.

## Що робити
Збережіть файл як UTF-8. У Блокноті: Файл → Зберегти як → Кодування UTF-8; «Юнікод» і «UTF-16» там означають інше.
""",
)

BYTES_NOT_TEXT = Fault(
    "SB008",
    "bytes_not_text",
    en=Wording("the byte {byte} does not belong to UTF-8 text", "save the file as UTF-8; take a damaged one from a backup"),
    uk=Wording("байт {byte} не належить до тексту в UTF-8", "збережіть файл як UTF-8, а пошкоджений візьміть із резервної копії"),
    page="""From here on the bytes of the file are not UTF-8 text.

## Why this matters
Either the file is in another encoding, or it was cut off or damaged on its way: an interrupted copy, a full disk.

## What to do
Save the file as UTF-8. A damaged file has to be taken from a backup.
---
Звідси байти файлу не є текстом UTF-8.

## Чому це важливо
Або файл в іншому кодуванні, або його обірвано чи пошкоджено: перерване копіювання, заповнений диск.

## Що робити
Збережіть файл як UTF-8. Пошкоджений файл візьміть із резервної копії.
""",
)

TEXT_LOST = Fault(
    "SB009",
    "text_lost_in_recoding",
    en=Wording("letters were lost here when the file was recoded (U+FFFD)", "write them again, or take the text from its source"),
    uk=Wording("тут втрачено літери під час перекодування (U+FFFD)", "напишіть їх знову або візьміть текст із першоджерела"),
    page="""The text holds the sign that programs put where they could not read a letter.

## Why this matters
What stood there is lost; the papers would print a black square with a question mark.

## What to do
Write the letters again. The text was opened in a wrong encoding and saved: look for an older copy.
---
У тексті стоїть знак, який програми ставлять замість літери, що її не змогли прочитати.

## Чому це важливо
Те, що там було, втрачено; у документах замість літер буде чорний ромб зі знаком питання.

## Що робити
Напишіть літери знову. Текст відкрили в хибному кодуванні та зберегли: пошукайте давнішу копію.
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
Інакше чужа стратегія могла б прочитати інші файли комп’ютера або зупинити його.

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

TOO_MANY_MARKS = Fault(
    "SB038",
    "too_many_combining_marks",
    en=Wording("{count} combining marks stand over {letter}, more than {limit}", "delete those that do not belong to the letter"),
    uk=Wording("над {letter} стоїть надрядкових знаків: {count}, а можна {limit}", "видаліть ті, що не належать до літери"),
    page="""More than two combining marks stand over one letter.

## Why this matters
Such letters run over the lines above and below, and no font sets them well.

## What to do
Delete the marks. An accent over a vowel is one mark, and й or ї are single letters.
---
Над однією літерою стоїть понад два надрядкові знаки.

## Чому це важливо
Такі літери накривають сусідні рядки, і жоден шрифт не складе їх добре.

## Що робити
Видаліть зайві знаки. Наголос є одним знаком, а й та ї є окремими літерами.
""",
)

FURTHER_FINDINGS = Fault(
    "SB039",
    "further_findings_in_file",
    severity=Severity.NOTE,
    en=Wording("this file has more than {limit} findings; the rest is not shown", "mend these first, then check again"),
    uk=Wording("у цьому файлі понад {limit} зауважень; решту не показано", "спершу виправте ці, а тоді перевірте знову"),
    page="""One file has more than ten thousand findings of one kind of check.

## Why this matters
So many usually have one reason: a file of another kind, a shifted column, a wrong encoding.

## What to do
Mend the first ones and check again.
---
В одному файлі понад десять тисяч зауважень.

## Чому це важливо
Зазвичай у них одна причина: це файл іншого виду, зсунутий стовпець, хибне кодування.

## Що робити
Виправте перші й перевірте знову.
""",
)
