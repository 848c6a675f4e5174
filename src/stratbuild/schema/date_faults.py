"""What can be wrong with a date, a year or a duration."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB120",
                "date_in_another_order",
                en=Wording("{text} is not written as a date of the plan", "write {plain}"),
                uk=Wording("{text} записано не так, як дати плану", "напишіть {plain}"),
                page="""A date is written in the order of another custom.

## Why this matters
A date has one spelling, year first, so that 03.04 cannot be the third of April for one and the
fourth of March for another.

## What to do
Write 2026, 2026-Q2, 2026-03 or 2026-03-15, as coarse as the plan is.
---
Дату записано в іншому порядку.

## Чому це важливо
Дата має один запис, від року, щоб 03.04 не стало для когось третім квітня, а для когось четвертим
березня.

## Що робити
Пишіть 2026, 2026-Q2, 2026-03 або 2026-03-15 — настільки точно, наскільки відомо.
""",
            ),
            Fault(
                "SB121",
                "date_not_readable",
                en=Wording("{text} is not a date", "write 2026, 2026-Q2, 2026-03 or 2026-03-15"),
                uk=Wording("{text} не є датою", "напишіть 2026, 2026-Q2, 2026-03 або 2026-03-15"),
                page="""A text is not a date.

## Why this matters
A date has one spelling, year first, so that 03.04 cannot be the third of April for one and the
fourth of March for another.

## What to do
Write 2026, 2026-Q2, 2026-03 or 2026-03-15, as coarse as the plan is.
---
Текст не є датою.

## Чому це важливо
Дата має один запис, від року, щоб 03.04 не стало для когось третім квітня, а для когось четвертим
березня.

## Що робити
Пишіть 2026, 2026-Q2, 2026-03 або 2026-03-15 — настільки точно, наскільки відомо.
""",
            ),
            Fault(
                "SB122",
                "date_without_such_month",
                en=Wording("{text}: there is no month {month}", "write a month from 01 to 12"),
                uk=Wording("{text}: місяця {month} немає", "напишіть місяць від 01 до 12"),
                page="""A date names a month that does not exist.

## Why this matters
A date has one spelling, year first, so that 03.04 cannot be the third of April for one and the
fourth of March for another.

## What to do
Write 2026, 2026-Q2, 2026-03 or 2026-03-15, as coarse as the plan is.
---
У даті названо місяць, якого немає.

## Чому це важливо
Дата має один запис, від року, щоб 03.04 не стало для когось третім квітня, а для когось четвертим
березня.

## Що робити
Пишіть 2026, 2026-Q2, 2026-03 або 2026-03-15 — настільки точно, наскільки відомо.
""",
            ),
            Fault(
                "SB123",
                "date_without_such_day",
                en=Wording("{text}: that month has {days} days", "write {last} or an earlier day"),
                uk=Wording("{text}: у цьому місяці днів {days}", "напишіть {last} або раніший день"),
                page="""A date names a day that its month does not have.

## Why this matters
A date has one spelling, year first, so that 03.04 cannot be the third of April for one and the
fourth of March for another.

## What to do
Write 2026, 2026-Q2, 2026-03 or 2026-03-15, as coarse as the plan is.
---
У даті названо день, якого в цьому місяці немає.

## Чому це важливо
Дата має один запис, від року, щоб 03.04 не стало для когось третім квітня, а для когось четвертим
березня.

## Що робити
Пишіть 2026, 2026-Q2, 2026-03 або 2026-03-15 — настільки точно, наскільки відомо.
""",
            ),
            Fault(
                "SB124",
                "date_too_coarse",
                en=Wording("{text} is not an exact day", "write the day, as {example}"),
                uk=Wording("{text} не є точним днем", "напишіть день, наприклад {example}"),
                page="""An exact day is needed and a coarser date is given.

## Why this matters
A date has one spelling, year first, so that 03.04 cannot be the third of April for one and the
fourth of March for another.

## What to do
Write 2026, 2026-Q2, 2026-03 or 2026-03-15, as coarse as the plan is.
---
Потрібен точний день, а дано ширшу дату.

## Чому це важливо
Дата має один запис, від року, щоб 03.04 не стало для когось третім квітня, а для когось четвертим
березня.

## Що робити
Пишіть 2026, 2026-Q2, 2026-03 або 2026-03-15 — настільки точно, наскільки відомо.
""",
            ),
            Fault(
                "SB125",
                "year_not_readable",
                en=Wording("{text} is not a year", "write four digits: 2026"),
                uk=Wording("{text} не є роком", "напишіть чотири цифри: 2026"),
                page="""A key or a value is not a year.

## Why this matters
A date has one spelling, year first, so that 03.04 cannot be the third of April for one and the
fourth of March for another.

## What to do
Write the year in four digits.
---
Ключ або значення не є роком.

## Чому це важливо
Дата має один запис, від року, щоб 03.04 не стало для когось третім квітня, а для когось четвертим
березня.

## Що робити
Запишіть рік чотирма цифрами.
""",
            ),
            Fault(
                "SB126",
                "year_out_of_range",
                en=Wording("the year {text} is not between {first} and {last}", "check the digits"),
                uk=Wording("рік {text} не лежить між {first} і {last}", "перевірте цифри"),
                page="""A year is far from any strategy.

## Why this matters
A date has one spelling, year first, so that 03.04 cannot be the third of April for one and the
fourth of March for another.

## What to do
Write the year in four digits.
---
Рік далекий від будь-якої стратегії.

## Чому це важливо
Дата має один запис, від року, щоб 03.04 не стало для когось третім квітня, а для когось четвертим
березня.

## Що робити
Запишіть рік чотирма цифрами.
""",
            ),
            Fault(
                "SB130",
                "duration_not_readable",
                en=Wording(
                    "{text} is not a duration",
                    "write a number and days, working days, weeks, months, quarters or years: 8 months",
                ),
                uk=Wording(
                    "{text} не є тривалістю",
                    "напишіть число та дні, робочі дні, тижні, місяці, квартали чи роки: 8 місяців",
                ),
                page="""A text is not a duration.

## Why this matters
Days, working days, weeks and months count differently, so that the unit has to be written.

## What to do
Write a whole number and the unit: 8 months, 2 weeks, 45 days, 10 working days; in Ukrainian 8 місяців.
---
Текст не є тривалістю.

## Чому це важливо
Дні, робочі дні, тижні й місяці рахують по-різному, тому одиницю треба назвати.

## Що робити
Запишіть ціле число й одиницю: 8 місяців, 2 тижні, 45 днів, 10 робочих днів; англійською 8 months.
""",
            ),
            Fault(
                "SB131",
                "duration_of_nothing",
                en=Wording("{text} is no time at all", "write at least 1 day"),
                uk=Wording("{text} — це ніскільки часу", "напишіть щонайменше 1 день"),
                page="""A duration is zero.

## Why this matters
Something that takes no time has no dates in the plan.

## What to do
Write at least one day.
---
Тривалість нульова.

## Чому це важливо
Те, що не займає часу, не має дат у плані.

## Що робити
Напишіть щонайменше один день.
""",
            ),
        )
    }
)
