"""What can be wrong with an id."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB140",
                "id_with_foreign_letters",
                en=Wording("the id {text} holds letters that only look Latin: {letters}", "write {twin} in Latin letters"),
                uk=Wording("в ідентифікаторі {text} є літери, лише схожі на латинські: {letters}", "напишіть {twin} латиницею"),
                page="""An id holds Cyrillic letters that look like Latin ones.

## Why this matters
Ids tie the files together and never change; they are typed, compared and put into file names and
spreadsheets.

## What to do
Write a kind and one to four parts in Latin capitals and digits, joined by hyphens: M-WIFI, EV-
SURVEY-Q4.
---
В ідентифікаторі є кириличні літери, схожі на латинські.

## Чому це важливо
Ідентифікатори пов’язують файли й не змінюються; їх набирають, порівнюють, вони потрапляють до назв
файлів і таблиць.

## Що робити
Запишіть вид і від однієї до чотирьох частин великими латинськими літерами й цифрами через дефіс:
M-WIFI, EV-SURVEY-Q4.
""",
            ),
            Fault(
                "SB141",
                "id_not_ascii",
                en=Wording(
                    "the id {text} holds signs that an id may not have: {letters}",
                    "write capitals A–Z, digits and hyphens: M-WIFI",
                ),
                uk=Wording(
                    "в ідентифікаторі {text} є знаки, яких там бути не може: {letters}",
                    "пишіть великі латинські літери, цифри та дефіси: M-WIFI",
                ),
                page="""An id holds letters or signs that an id may not have.

## Why this matters
Ids tie the files together and never change; they are typed, compared and put into file names and
spreadsheets.

## What to do
Write a kind and one to four parts in Latin capitals and digits, joined by hyphens: M-WIFI, EV-
SURVEY-Q4.
---
В ідентифікаторі є літери або знаки, яких там бути не може.

## Чому це важливо
Ідентифікатори пов’язують файли й не змінюються; їх набирають, порівнюють, вони потрапляють до назв
файлів і таблиць.

## Що робити
Запишіть вид і від однієї до чотирьох частин великими латинськими літерами й цифрами через дефіс:
M-WIFI, EV-SURVEY-Q4.
""",
            ),
            Fault(
                "SB142",
                "id_in_another_spelling",
                en=Wording("the id {text} is not written in capitals and hyphens", "write {plain}, here and where it is named"),
                uk=Wording(
                    "ідентифікатор {text} записано не великими літерами з дефісами",
                    "напишіть {plain} тут і всюди, де його названо",
                ),
                page="""An id is written in small letters or with underscores.

## Why this matters
Ids tie the files together and never change; they are typed, compared and put into file names and
spreadsheets.

## What to do
Write a kind and one to four parts in Latin capitals and digits, joined by hyphens: M-WIFI, EV-
SURVEY-Q4.
---
Ідентифікатор записано малими літерами або з підкресленням.

## Чому це важливо
Ідентифікатори пов’язують файли й не змінюються; їх набирають, порівнюють, вони потрапляють до назв
файлів і таблиць.

## Що робити
Запишіть вид і від однієї до чотирьох частин великими латинськими літерами й цифрами через дефіс:
M-WIFI, EV-SURVEY-Q4.
""",
            ),
            Fault(
                "SB143",
                "id_not_readable",
                en=Wording("{text} is not an id", "write a kind and a name in Latin capitals: M-WIFI, B-WIFI-AP"),
                uk=Wording(
                    "{text} не є ідентифікатором", "напишіть вид і назву великими латинськими літерами: M-WIFI, B-WIFI-AP"
                ),
                page="""A text is not an id.

## Why this matters
Ids tie the files together and never change; they are typed, compared and put into file names and
spreadsheets.

## What to do
Write a kind and one to four parts in Latin capitals and digits, joined by hyphens: M-WIFI, EV-
SURVEY-Q4.
---
Текст не є ідентифікатором.

## Чому це важливо
Ідентифікатори пов’язують файли й не змінюються; їх набирають, порівнюють, вони потрапляють до назв
файлів і таблиць.

## Що робити
Запишіть вид і від однієї до чотирьох частин великими латинськими літерами й цифрами через дефіс:
M-WIFI, EV-SURVEY-Q4.
""",
            ),
            Fault(
                "SB144",
                "id_like_a_date",
                en=Wording("a spreadsheet would turn the id {text} into a date", "begin it in another way"),
                uk=Wording("електронна таблиця перетворить ідентифікатор {text} на дату", "почніть його інакше"),
                page="""An id looks like a month with a number.

## Why this matters
A spreadsheet that somebody opens and saves turns MAR-01 into the first of March, and the item is
lost.

## What to do
Write a kind and one to four parts in Latin capitals and digits, joined by hyphens: M-WIFI, EV-
SURVEY-Q4.
---
Ідентифікатор схожий на місяць із числом.

## Чому це важливо
Електронна таблиця, яку хтось відкриє й збереже, перетворить MAR-01 на перше березня, і запис
загубиться.

## Що робити
Запишіть вид і від однієї до чотирьох частин великими латинськими літерами й цифрами через дефіс:
M-WIFI, EV-SURVEY-Q4.
""",
            ),
            Fault(
                "SB172",
                "scenario_inherits_base",
                en=Wording(
                    "{text} is how commands call the strategy as written; it is no scenario",
                    "delete the line: without `inherits:` a scenario changes the strategy as written",
                ),
                uk=Wording(
                    "{text} — так у командах зветься сама Стратегія, це не сценарій",
                    "видаліть рядок: без `inherits:` сценарій і так змінює саму Стратегію",
                ),
                page="""A scenario is to inherit from `base`.

## Why this matters
Commands call the strategy as written `base`; among the scenarios there is none of that name.

## What to do
Delete the line. Without `inherits:` a scenario changes the strategy as written.
---
Сценарій має успадковувати `base`.

## Чому це важливо
Словом `base` команди називають саму Стратегію; серед сценаріїв такого немає.

## Що робити
Видаліть цей рядок. Без `inherits:` сценарій змінює саму Стратегію.
""",
            ),
            Fault(
                "SB173",
                "id_is_a_number",
                en=Wording(
                    "{text} is a number, where the id of an item is expected",
                    "write the id, like M-WIFI or PI-CPI; the number stands in the item that it names",
                ),
                uk=Wording(
                    "{text} — це число, а тут має бути ідентифікатор запису",
                    "напишіть ідентифікатор, наприклад M-WIFI чи PI-CPI; саме число записують там, де цей запис",
                ),
                page="""A number or a share stands where an item is to be named.

## Why this matters
A price index, a rate of exchange or a source is written once, with its own source and day; lines name it by its id, so
that a new forecast is entered in one place.

## What to do
Write the number in the list that it belongs to (`price_indices`, `exchange_rates`, `vat_rates`), and its id here. A
source that pays everything is named alone: `funding: S-LOCAL`.
---
Там, де має бути назва запису, стоїть число або частка.

## Чому це важливо
Індекс цін, курс чи джерело записують один раз, із походженням і датою, а рядки називають його за ідентифікатором: тоді
новий прогноз вносять в одному місці.

## Що робити
Запишіть число в тому списку, до якого воно належить (`price_indices`, `exchange_rates`, `vat_rates`), а тут — його
ідентифікатор. Джерело, яке платить усе, називають саме: `funding: S-LOCAL`.
""",
            ),
        )
    }
)
