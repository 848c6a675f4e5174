"""What can be wrong with a day and a time."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB127",
                "moment_not_readable",
                en=Wording("{text} is not a day with a time", "write 2025-03-13 10:00"),
                uk=Wording("{text} не є днем із часом", "напишіть 2025-03-13 10:00"),
                page="""A text is not a day with a time.

## Why this matters
People come to a meeting at the time that the notice says, so it has one spelling: year first, hours of 24.

## What to do
Write the day, a space and the time: 2025-03-13 10:00.
---
Текст не є днем із часом.

## Чому це важливо
На засідання приходять о часі, який названо в повідомленні, тож запис один: від року, години від 0 до 23.

## Що робити
Напишіть день, пробіл і час: 2025-03-13 10:00.
""",
            ),
            Fault(
                "SB128",
                "moment_in_another_order",
                en=Wording("{text} is not written as a time is", "write {plain}"),
                uk=Wording("{text} записано не так, як записують час", "напишіть {plain}"),
                page="""Hours and minutes are parted by another sign than a colon.

## Why this matters
With a full stop between them, 10.30 may be a time, a date or a number.

## What to do
Write a colon: 2025-03-13 10:00.
---
Години й хвилини розділено не двокрапкою.

## Чому це важливо
З крапкою 10.30 може бути і часом, і датою, і числом.

## Що робити
Пишіть двокрапку: 2025-03-13 10:00.
""",
            ),
            Fault(
                "SB129",
                "moment_without_such_time",
                en=Wording(
                    "{text} names the time {time}, which no day has", "write hours from 0 to 23 and minutes from 00 to 59"
                ),
                uk=Wording("{text} називає час {time}, якого в добі немає", "пишіть години від 0 до 23 і хвилини від 00 до 59"),
                page="""A time has more hours or minutes than a day.

## Why this matters
A meeting at 24:30 is put by one reader on this day and by another on the next.

## What to do
Write hours from 0 to 23; half an hour after midnight is 00:30 of the next day.
---
Час має більше годин або хвилин, ніж доба.

## Чому це важливо
Засідання о 24:30 один читач запише на цей день, а інший – на наступний.

## Що робити
Пишіть години від 0 до 23; пів години по півночі – це 00:30 наступного дня.
""",
            ),
        )
    }
)
