"""What can be wrong with a file of answers."""

from stratbuild.diagnostics import Fault, Wording

ANSWERS_NOT_READABLE = Fault(
    "SB627",
    "answers_not_readable",
    en=Wording(
        "the file of answers of {survey} cannot be opened: {path}",
        "look whether it is there and may be read; the path counts from the strategy's folder",
    ),
    uk=Wording(
        "файл відповідей опитування {survey} не вдалося відкрити: {path}",
        "перевірте, чи він є і чи дозволено його читати; шлях рахують від теки стратегії",
    ),
    page="""A file of answers is missing, or the system does not let it be read.

## Why this matters
Without the answers the tables and charts of the survey cannot be made.

## What to do
Correct the path, or take it out and write the numbers under `counts`.
---
Файл відповідей відсутній або закритий для читання.

## Чому це важливо
Без відповідей не скласти таблиць і діаграм опитування.

## Що робити
Виправте шлях або приберіть його й запишіть числа в `counts`.
""",
)

ANSWERS_WITHOUT_ROWS = Fault(
    "SB628",
    "answers_without_rows",
    en=Wording("{path} holds no answers", "give a row of headings and a row for each who answered"),
    uk=Wording("у {path} немає відповідей", "дайте рядок заголовків і по рядку на кожного, хто відповів"),
    page="""A file of answers has no rows.

## Why this matters
A survey that nobody answered says nothing.

## What to do
Export the answers again: first the headings, then a row for each who answered.
---
У файлі відповідей немає рядків.

## Чому це важливо
Опитування, на яке ніхто не відповів, ні про що не свідчить.

## Що робити
Вивантажте відповіді ще раз: спершу заголовки, далі рядок на кожного, хто відповів.
""",
)

COLUMN_TWICE = Fault(
    "SB629",
    "answers_column_twice",
    en=Wording("two columns are called {column}", "give each column a heading of its own"),
    uk=Wording("два стовпці мають назву {column}", "дайте кожному стовпцю свій заголовок"),
    page="""Two columns of a file of answers have one heading.

## Why this matters
Nobody can tell which of them belongs to the question.

## What to do
Rename one of them, or take it out.
---
Два стовпці файлу відповідей мають той самий заголовок.

## Чому це важливо
Не сказати, який із них належить до запитання.

## Що робити
Перейменуйте один із них або приберіть.
""",
)

ROW_OF_ANOTHER_LENGTH = Fault(
    "SB660",
    "answers_row_of_another_length",
    en=Wording(
        "the row has {cells} cells, and there are {columns} columns",
        "put texts that hold the separator in quotes, or export the answers again",
    ),
    uk=Wording(
        "у рядку {cells} клітинок, а стовпців {columns}", "візьміть у лапки тексти з роздільником або вивантажте відповіді ще раз"
    ),
    page="""A row of a file of answers has more or fewer cells than there are columns.

## Why this matters
From the extra cell on, every answer would be counted for the wrong question.

## What to do
A text with a comma stands in quotes. Exported from a spreadsheet as CSV, rows are whole.
---
У рядку файлу відповідей більше або менше клітинок, ніж стовпців.

## Чому це важливо
Від зайвої клітинки всі відповіді потрапили б не до тих запитань.

## Що робити
Текст із комою беріть у лапки. Вивантажені з електронної таблиці рядки цілі.
""",
)

ANSWERS_NOT_ANONYMOUS = Fault(
    "SB661",
    "answers_not_anonymous",
    en=Wording(
        "the column {column} seems to hold names, addresses, telephones or e-mails",
        "take the column out of the file; answers are kept without data about people",
    ),
    uk=Wording(
        "стовпець {column}, схоже, містить імена, адреси, телефони чи пошту",
        "приберіть стовпець із файлу; відповіді зберігають без відомостей про людей",
    ),
    page="""A file of answers seems to hold data about people.

## Why this matters
Whoever answered was told that nobody would know. The file lies in a repository that many can read.

## What to do
Take the column out before the file is put here; keep contacts elsewhere or not at all.
---
Файл відповідей, схоже, містить відомості про людей.

## Чому це важливо
Тим, хто відповідав, обіцяли, що їх не впізнають. Файл лежить у сховищі, яке читає багато людей.

## Що робити
Приберіть стовпець, перш ніж класти файл сюди; контакти тримайте окремо або не тримайте зовсім.
""",
)

ANSWERS_CELL_NOT_CLOSED = Fault(
    "SB662",
    "answers_cell_not_closed",
    en=Wording(
        "a quote that begins here does not end in its row",
        "take the quote out, or double it inside a text in quotes; or export the answers again",
    ),
    uk=Wording(
        "лапки, що починаються тут, не закрито в цьому рядку таблиці",
        "приберіть лапки або подвойте їх усередині тексту в лапках; або вивантажте відповіді ще раз",
    ),
    page="""A cell of a file of answers begins with a quote that ends nowhere, or only many lines below.

## Why this matters
All rows up to the next quote would be part of one cell, and their answers would not be counted.

## What to do
Look at the row that is named. A quote inside a text is written twice, and the text stands in quotes.
---
Клітинка файлу відповідей починається лапками, яких ніде не закрито або закрито лише через багато рядків.

## Чому це важливо
Усі рядки до наступних лапок стали б частиною однієї клітинки, і їхніх відповідей не полічили б.

## Що робити
Подивіться на названий рядок. Лапки всередині тексту пишуть двічі, а сам текст – у лапках.
""",
)
