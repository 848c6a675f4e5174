"""What can be wrong with a table of codes that a strategy is checked against."""

from stratbuild.diagnostics import Fault, Wording

CLASSIFIER_NOT_READABLE = Fault(
    "SB210",
    "classifier_not_readable",
    en=Wording("the classifier {name} cannot be read: {problem}", 'give a JSON file from code to name: {{"3110": "…"}}'),
    uk=Wording("класифікатор {name} не вдалося прочитати: {problem}", 'дайте файл JSON від коду до назви: {{"3110": "…"}}'),
    page="""A file with the codes of an official classifier is missing, or is not what such a file must be.

## Why this matters
Without the table nobody can tell a wrong code from a right one.

## What to do
Give a JSON file in UTF-8 that leads from each code to its name, `{"3110": "Придбання обладнання"}`, or to an
object with a `name`. The path counts from the strategy's folder; `--classifier dk021=FILE` on the command
line counts from the current one.
---
Файл із кодами офіційного класифікатора відсутній або має не той вигляд.

## Чому це важливо
Без таблиці не відрізнити хибний код від правильного.

## Що робити
Дайте файл JSON у UTF-8, що веде від кожного коду до його назви: `{"3110": "Придбання обладнання"}` або до
об’єкта з полем `name`. Шлях рахують від теки стратегії, а в `--classifier dk021=ФАЙЛ` — від поточної теки.
""",
)
