"""What can be wrong with a share or another number."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB132",
                "share_without_sign",
                en=Wording("{text} lacks the per cent sign or is spelled in another way", "write {plain}"),
                uk=Wording("у {text} бракує знака відсотка, або частку записано інакше", "напишіть {plain}"),
                page="""A share lacks the per cent sign, or is written with a comma or a space.

## Why this matters
Shares of sources add up to 100 %; a bare 40 could be 40 hryvnias as well.

## What to do
Write 60%.
---
Частці бракує знака відсотка, або її записано з комою чи пробілом.

## Чому це важливо
Частки джерел разом дають 100 %; саме лише 40 могло б бути й гривнями.

## Що робити
Напишіть 60%.
""",
            ),
            Fault(
                "SB133",
                "share_not_readable",
                en=Wording("{text} is not a share", "write per cent with at most four decimals: 60% or 33.3333%"),
                uk=Wording("{text} не є часткою", "напишіть відсотки, не більше чотирьох знаків після крапки: 60% або 33.3333%"),
                page="""A text is not a share.

## Why this matters
Shares of sources add up to 100 %; a bare 40 could be 40 hryvnias as well.

## What to do
Write per cent with at most four decimals: 33.3333%.
---
Текст не є часткою.

## Чому це важливо
Частки джерел разом дають 100 %; саме лише 40 могло б бути й гривнями.

## Що робити
Запишіть відсотки, не більше чотирьох знаків після крапки: 33.3333%.
""",
            ),
            Fault(
                "SB134",
                "share_outside_whole",
                en=Wording("{text} is not more than 0 % and at most 100 %", "write a share of the whole"),
                uk=Wording("{text} не більше за 0 % або перевищує 100 %", "напишіть частку цілого"),
                page="""A share is nothing, or more than the whole.

## Why this matters
Shares of sources add up to 100 %; a bare 40 could be 40 hryvnias as well.

## What to do
Write more than 0% and at most 100%.
---
Частка нульова або більша за ціле.

## Чому це важливо
Частки джерел разом дають 100 %; саме лише 40 могло б бути й гривнями.

## Що робити
Напишіть більше за 0% і не більше за 100%.
""",
            ),
            Fault(
                "SB135",
                "number_written_for_people",
                en=Wording("{text} is written for people", "write {plain}"),
                uk=Wording("{text} записано так, як пишуть для людей", "напишіть {plain}"),
                page="""A number is written with spaces or a decimal comma.

## Why this matters
Numbers have one spelling, so that 1.200 is not twelve hundred for one reader and one for another.

## What to do
Write digits and a point: 1200.5.
---
Число записано з пробілами або з комою.

## Чому це важливо
Число має один запис, щоб 1.200 не означало для когось тисячу двісті, а для когось — одиницю.

## Що робити
Пишіть цифри й крапку: 1200.5.
""",
            ),
            Fault(
                "SB136",
                "number_not_readable",
                en=Wording("{text} is not a number", "write digits and a point: 12.5; the unit has a field of its own"),
                uk=Wording("{text} не є числом", "пишіть цифри й крапку: 12.5; для одиниці є окреме поле"),
                page="""A text is not a number.

## Why this matters
Numbers have one spelling, so that 1.200 is not twelve hundred for one reader and one for another.

## What to do
Write the number alone; its unit has a field of its own.
---
Текст не є числом.

## Чому це важливо
Число має один запис, щоб 1.200 не означало для когось тисячу двісті, а для когось — одиницю.

## Що робити
Пишіть саме число; для одиниці є окреме поле.
""",
            ),
            Fault(
                "SB137",
                "number_negative",
                en=Wording("{text} is negative", "write a number that is not below zero"),
                uk=Wording("{text} від’ємне", "напишіть число, не менше за нуль"),
                page="""A number is below zero where none can be.

## Why this matters
Numbers have one spelling, so that 1.200 is not twelve hundred for one reader and one for another.

## What to do
Write the number without a minus.
---
Число менше за нуль там, де таке неможливо.

## Чому це важливо
Число має один запис, щоб 1.200 не означало для когось тисячу двісті, а для когось — одиницю.

## Що робити
Запишіть число без мінуса.
""",
            ),
            Fault(
                "SB139",
                "number_ambiguous",
                en=Wording("{text} can be read as {large} and as {small}", "write {large} or {small}"),
                uk=Wording("{text} можна прочитати як {large} і як {small}", "напишіть {large} або {small}"),
                page="""A number has exactly three decimals, the last of them a zero.

## Why this matters
`1.200` is twelve hundred for one reader and a bit more than one for another; the mistake would be a thousandfold.

## What to do
Write twelve hundred as `1200`, and one and a fifth as `1.2`.
---
Число має рівно три знаки після крапки, і останній із них — нуль.

## Чому це важливо
Для одного читача `1.200` — це тисяча двісті, для іншого — трохи більше за одиницю; помилка була б тисячократною.

## Що робити
Тисячу двісті пишіть як `1200`, а одну цілу дві десятих — як `1.2`.
""",
            ),
            Fault(
                "SB138",
                "number_not_whole",
                en=Wording("{text} is not a whole number", "write a number without decimals"),
                uk=Wording("{text} не є цілим числом", "напишіть число без дробової частини"),
                page="""A number has decimals where only whole numbers make sense.

## Why this matters
Numbers have one spelling, so that 1.200 is not twelve hundred for one reader and one for another.

## What to do
Write a whole number.
---
Число має дробову частину там, де потрібне ціле.

## Чому це важливо
Число має один запис, щоб 1.200 не означало для когось тисячу двісті, а для когось — одиницю.

## Що робити
Запишіть ціле число.
""",
            ),
        )
    }
)
