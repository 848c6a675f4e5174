"""What can be wrong with a table of proposals from a form, or with the mapping that it is read by."""

from stratbuild.diagnostics import Fault, Wording

TABLE_NOT_READABLE = Fault(
    "SB650",
    "table_not_readable",
    en=Wording(
        "from line {line} on, the table cannot be read as CSV",
        "open the table and save it as CSV anew; an unpaired quote is the usual cause",
    ),
    uk=Wording(
        "таблицю не прочитати, починаючи з рядка {line}",
        "вивантажте таблицю ще раз; найчастіше причина – лапка без пари",
    ),
    page="""A table of proposals is not CSV, or has a cell larger than any proposal.

## Why this matters
Where a cell does not end, all rows after it would become part of one proposal.

## What to do
Export the form again. If the file was edited by hand, look for a quote without its pair.
---
Таблиця пропозицій не є файлом CSV або має клітинку, більшу за будь-яку пропозицію.

## Чому це важливо
Якщо клітинка не закінчується, усі рядки після неї стали б частиною однієї пропозиції.

## Що робити
Вивантажте форму ще раз. Якщо файл правили руками, пошукайте лапку без пари.
""",
)

COLUMN_NOT_IN_TABLE = Fault(
    "SB651",
    "column_not_in_table",
    en=Wording(
        "the table has no column {column}; {suggestion}", "correct the heading in the mapping, letter by letter as in the form"
    ),
    uk=Wording(
        "у таблиці немає графи {column}; {suggestion}", "виправте назву графи у файлі відповідності, літера в літеру як у формі"
    ),
    page="""The mapping names a column that the table does not have.

## Why this matters
Without it a field of every proposal would stay empty.

## What to do
Copy the heading from the first row of the table. Who changed a question of the form changes the mapping, too.
---
Файл відповідності називає графу, якої в таблиці немає.

## Чому це важливо
Без неї поле лишилося б порожнім у кожній пропозиції.

## Що робити
Скопіюйте назву з першого рядка таблиці. Змінили запитання форми – змініть і файл відповідності.
""",
)

ROW_OF_OTHER_LENGTH = Fault(
    "SB652",
    "row_of_other_length",
    en=Wording(
        "the row has {cells} cells, and the heading {columns}",
        "look for a quote or a separator too many in this row or the one before it",
    ),
    uk=Wording(
        "у рядку клітинок: {cells}, а в заголовку: {columns}",
        "пошукайте в цьому рядку чи в попередньому зайву лапку або роздільник",
    ),
    page="""A row has another number of cells than the heading.

## Why this matters
Its cells stand under the wrong headings, so that a telephone could become a text that is published.

## What to do
Correct the row, or export the form again.
---
У рядку інша кількість клітинок, ніж у заголовку.

## Чому це важливо
Клітинки опинилися не під своїми назвами: телефон міг би стати текстом, який оприлюднять.

## Що робити
Виправте рядок або вивантажте форму ще раз.
""",
)

DAY_NOT_IN_FORMAT = Fault(
    "SB653",
    "day_not_in_format",
    en=Wording(
        "{cell} in the column {column} is no day in the form {format}",
        "write in the mapping how the form gives days, `format: DD.MM.YYYY`, or correct the cell",
    ),
    uk=Wording(
        "{cell} у графі {column} – не дата у вигляді {format}",
        "укажіть у файлі відповідності, як форма пише дати: `format: DD.MM.YYYY`, або виправте клітинку",
    ),
    page="""A cell that gives the day on which a proposal came does not have the form that the mapping names.

## Why this matters
Read in another order, 03.04 would become the fourth of March, and nobody would see it.

## What to do
Name the order in the mapping: `DD.MM.YYYY`, `MM/DD/YYYY`, `YYYY-MM-DD`. A time after the day is passed over.
---
Клітинка з датою надходження пропозиції має не той вигляд, який називає файл відповідності.

## Чому це важливо
Прочитане в іншому порядку, 03.04 стало б четвертим березня, і ніхто б цього не помітив.

## Що робити
Укажіть порядок у файлі відповідності: `DD.MM.YYYY`, `MM/DD/YYYY`, `YYYY-MM-DD`. Час після дати не враховується.
""",
)

VALUE_NOT_IN_MAPPING = Fault(
    "SB654",
    "value_not_in_mapping",
    en=Wording(
        "the mapping does not say what {cell} in the column {column} means for `{field}`",
        "add it under `values`, or say under `otherwise` what all others mean",
    ),
    uk=Wording(
        "файл відповідності не каже, що означає {cell} у графі {column} для `{field}`",
        "допишіть її до `values` або вкажіть в `otherwise`, що означає решта",
    ),
    page="""A cell has an answer that the mapping does not know.

## Why this matters
Guessed, a firm could be counted among residents.

## What to do
Write the answer under `values` with what it means. Who may write their own answer into the form needs `otherwise`.
---
У клітинці стоїть відповідь, якої файл відповідності не знає.

## Чому це важливо
Якщо вгадувати, підприємство могло б потрапити до жителів.

## Що робити
Допишіть відповідь до `values` із її значенням. Якщо у формі можна писати своє, потрібне `otherwise`.
""",
)

CELL_EMPTY = Fault(
    "SB655",
    "required_cell_empty",
    en=Wording(
        "the cell in the column {column} is empty, and `{field}` must have a value",
        "fill the cell, or write `otherwise` in the mapping",
    ),
    uk=Wording(
        "клітинка у графі {column} порожня, а поле `{field}` обов’язкове",
        "заповніть клітинку або допишіть `otherwise` у файлі відповідності",
    ),
    page="""A cell is empty whose field a proposal cannot be without.

## Why this matters
A proposal without text, day or group has no place in the report; an author without a name gets no letter.

## What to do
Fill the cell. If people may leave the question out, say in the mapping what stands then: `otherwise: …`.
---
Порожня клітинка, без якої пропозиції не буває.

## Чому це важливо
Пропозиції без тексту, дати чи групи не місце у звіті, а авторові без імені не напишеш листа.

## Що робити
Заповніть клітинку. Якщо відповідати не обов’язково, скажіть у файлі відповідності, що стоїть тоді: `otherwise: …`.
""",
)

ROWS_NOT_TOLD_APART = Fault(
    "SB656",
    "rows_not_told_apart",
    en=Wording("this row and that of line {line} cannot be told apart by {columns}", "name more columns under `known_by`"),
    uk=Wording("цей рядок і рядок {line} не відрізнити за графами: {columns}", "назвіть у `known_by` більше граф"),
    page="""Two different rows are the same in the columns by which rows are known again.

## Why this matters
The second would count as imported already, and the proposal would be lost.

## What to do
Name more columns under `known_by`: beside the time, the text of the proposal.
---
Два різні рядки однакові в графах, за якими рядок упізнають.

## Чому це важливо
Другий вважали б уже внесеним, і пропозиція загубилася б.

## Що робити
Назвіть у `known_by` більше граф: крім часу, ще й текст пропозиції.
""",
)

MAPPED_COLUMN_TWICE = Fault(
    "SB657",
    "mapped_column_twice",
    en=Wording("the table has two columns {column}", "give one of them another heading"),
    uk=Wording("у таблиці дві графи {column}", "дайте одній із них іншу назву"),
    page="""A column that the mapping names stands twice in the table.

## Why this matters
Nobody can tell which of the two is meant.

## What to do
Rename one of them in the first row of the table or in the form.
---
Графа, яку називає файл відповідності, стоїть у таблиці двічі.

## Чому це важливо
Не зрозуміло, котру з двох узяти.

## Що робити
Перейменуйте одну з них у першому рядку таблиці або у формі.
""",
)

NO_SUCH_FILE_OF_THE_STRATEGY = Fault(
    "SB658",
    "no_such_file_of_the_strategy",
    en=Wording(
        "the strategy has no file {file} to add proposals to; {suggestion}",
        "correct `file`, or make the file with the line `proposals: []`",
    ),
    uk=Wording(
        "у стратегії немає файлу {file}, до якого додати пропозиції; {suggestion}",
        "виправте `file` або створіть файл із рядком `proposals: []`",
    ),
    page="""The mapping names a file that the strategy does not have.

## Why this matters
New proposals are added to a file that people know; none is made for them.

## What to do
Give the path from the strategy's folder, `proposals.yaml`, or make the file with the line `proposals: []`.
---
Файл відповідності називає файл, якого у стратегії немає.

## Чому це важливо
Нові пропозиції додаються до файлу, який люди вже знають; нового програма не створює.

## Що робити
Укажіть шлях від теки стратегії, `proposals.yaml`, або створіть файл із рядком `proposals: []`.
""",
)

NEITHER_COLUMN_NOR_CONSTANT = Fault(
    "SB659",
    "neither_column_nor_constant",
    en=Wording(
        "`{field}` must come either from a column or be the same for every row",
        "write `column: …` or `constant: …`, one of the two",
    ),
    uk=Wording(
        "поле `{field}` має братися або з графи, або бути однаковим для всіх рядків",
        "напишіть `column: …` або `constant: …`, одне з двох",
    ),
    page="""A field of the mapping has neither a column nor a constant, or both.

## Why this matters
Nobody can tell where its value comes from.

## What to do
Write the heading under `column`, or under `constant` what holds for every row.
---
Поле у файлі відповідності не має ні графи, ні сталого значення або має обидва.

## Чому це важливо
Не зрозуміло, звідки береться значення.

## Що робити
Напишіть назву графи в `column` або те, що однакове для всіх рядків, у `constant`.
""",
)
