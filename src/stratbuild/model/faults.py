"""What can be wrong with a table of codes that a strategy is checked against."""

from stratbuild.diagnostics import Fault, Wording

CLASSIFIER_NOT_READABLE = Fault(
    "SB210",
    "classifier_not_readable",
    en=Wording(
        "the file of the classifier {name} cannot be opened: {path}",
        "look whether it is there and may be read; the path counts from the strategy's folder",
    ),
    uk=Wording(
        "файл класифікатора {name} не вдалося відкрити: {path}",
        "перевірте, чи він є і чи дозволено його читати; шлях рахують від теки стратегії",
    ),
    page="""A file with the codes of an official classifier is missing, or the system does not let it be read.

## Why this matters
Without the table nobody can tell a wrong code from a right one.

## What to do
Give a JSON file in UTF-8 that leads from each code to its name, `{"3110": "Придбання обладнання"}`, or to an
object with a `name`. The path counts from the strategy's folder; `--classifier dk021=FILE` on the command
line counts from the current one.
---
Файл із кодами офіційного класифікатора відсутній або закритий для читання.

## Чому це важливо
Без таблиці не відрізнити хибний код від правильного.

## Що робити
Дайте файл JSON у UTF-8, що веде від кожного коду до його назви: `{"3110": "Придбання обладнання"}` або до
об’єкта з полем `name`. Шлях рахують від теки стратегії, а в `--classifier dk021=ФАЙЛ` — від поточної теки.
""",
)

CLASSIFIER_NOT_JSON = Fault(
    "SB211",
    "classifier_not_json",
    en=Wording("the classifier {name} is no JSON from here on", 'give a JSON file from code to name: {{"3110": "…"}}'),
    uk=Wording("із цього місця класифікатор {name} не є файлом JSON", 'дайте файл JSON від коду до назви: {{"3110": "…"}}'),
    page="""A file with the codes of an official classifier is not JSON: at the place that is named it breaks its rules.

## Why this matters
Without the table nobody can tell a wrong code from a right one.

## What to do
Look at the place: often a quote or a comma is missing, or there is one too many after the last code. An Excel
workbook or a CSV file has to be saved as JSON first: `{"3110": "Придбання обладнання"}`.
---
Файл із кодами офіційного класифікатора не є файлом JSON: у названому місці порушено його правила.

## Чому це важливо
Без таблиці не відрізнити хибний код від правильного.

## Що робити
Погляньте на це місце: найчастіше бракує лапок чи коми або після останнього коду стоїть зайва. Книгу Excel чи
файл CSV спершу збережіть як JSON: `{"3110": "Придбання обладнання"}`.
""",
)

CLASSIFIER_WITHOUT_NAMES = Fault(
    "SB212",
    "classifier_without_names",
    en=Wording(
        "the classifier {name} does not lead from codes to names: see {at}",
        'give a JSON file from code to name: {{"3110": "…"}}',
    ),
    uk=Wording(
        "класифікатор {name} не веде від кодів до назв: дивіться {at}",
        'дайте файл JSON від коду до назви: {{"3110": "…"}}',
    ),
    page="""A file with the codes of an official classifier is JSON, but not an object from code to name.

## Why this matters
Without the table nobody can tell a wrong code from a right one.

## What to do
Give an object that leads from each code to its name, `{"3110": "Придбання обладнання"}`, or to an object with
a `name`. A list of records, or a table inside another object, has to be turned into that form.
---
Файл із кодами офіційного класифікатора є файлом JSON, але не веде від кодів до назв.

## Чому це важливо
Без таблиці не відрізнити хибний код від правильного.

## Що робити
Дайте об’єкт, що веде від кожного коду до його назви: `{"3110": "Придбання обладнання"}` або до об’єкта з
полем `name`. Список записів чи таблицю всередині іншого об’єкта перетворіть на такий вигляд.
""",
)
