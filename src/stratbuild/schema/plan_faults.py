"""What can be wrong with a dependency, a least number of measures, a range or a risk."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB174",
                "lag_not_readable",
                en=Wording(
                    "{text} does not say how much later",
                    "write a number and days, working days, weeks, months, quarters or years: 2 weeks; with a minus for earlier: -10 working days",
                ),
                uk=Wording(
                    "{text} не каже, на скільки пізніше",
                    "напишіть число та дні, робочі дні, тижні, місяці, квартали чи роки: 2 тижні; зі знаком мінус, якщо раніше: -10 робочих днів",
                ),
                page="""A text stands where a lag is expected: how much later than what it waits for a measure comes.

## Why this matters
The lag moves every date after it, and days, working days and months count differently.

## What to do
Write a whole number and the unit: 2 weeks, 10 working days, 3 months. A minus in front makes it earlier: -2 weeks.
---
Там, де має бути зсув — на скільки пізніше за те, на що чекає, іде захід, — стоїть інший текст.

## Чому це важливо
Зсув змінює всі подальші дати, а дні, робочі дні й місяці рахують по-різному.

## Що робити
Запишіть ціле число й одиницю: 2 тижні, 10 робочих днів, 3 місяці. Мінус попереду означає раніше: -2 тижні.
""",
            ),
            Fault(
                "SB176",
                "dependency_on_neither_or_both",
                en=Wording(
                    "an entry of {key} names neither a measure nor a milestone, or both",
                    "name one of the two: `measure:` or `milestone:`",
                ),
                uk=Wording(
                    "запис у полі {key} не називає ані заходу, ані віхи або називає обоє",
                    "назвіть щось одне: `measure:` або `milestone:`",
                ),
                page="""An entry says how something is waited for, but not for one thing: it names neither a measure nor a milestone, or both.

## Why this matters
A type and a lag belong to one pair; without the other end there is nothing to wait for.

## What to do
Name a measure or a milestone, and write another entry for another one.
---
Запис каже, як чекати, але не на щось одне: у ньому немає ані заходу, ані віхи або є обоє.

## Чому це важливо
Вид зв’язку і зсув належать одній парі; без другого кінця немає на що чекати.

## Що робити
Назвіть захід або віху, а для іншого зробіть окремий запис.
""",
            ),
            Fault(
                "SB177",
                "minimum_of_not_one_thing",
                en=Wording(
                    "{id} does not say for which one thing its number holds: {named} are named",
                    "name one: `goal:`, `district:` or `each:`",
                ),
                uk=Wording(
                    "у {id} не сказано, чого одного стосується число: названо {named}",
                    "назвіть щось одне: `goal:`, `district:` або `each:`",
                ),
                page="""A least number of measures holds for nothing, or for several things at once.

## Why this matters
A number of measures can be counted only in one goal, in one district, or in each of them.

## What to do
Name one of `goal`, `district` and `each`; write a minimum of its own for everything else.
---
Найменша кількість заходів не стосується нічого або стосується кількох речей одразу.

## Чому це важливо
Заходи можна порахувати лише в одній цілі, в одному окрузі або в кожному з них.

## Що робити
Назвіть щось одне з `goal`, `district` та `each`, а для решти зробіть окремі записи.
""",
            ),
            Fault(
                "SB178",
                "risk_cost_given_twice",
                en=Wording("{id} gives its effect on money as a sum and as per cent", "keep `cost:` or `cost_share:`"),
                uk=Wording("{id} подає вплив на кошти і сумою, і у відсотках", "залиште `cost:` або `cost_share:`"),
                page="""A risk says in two ways what it would cost: by a sum and in per cent of the money of its measures.

## Why this matters
The two would give different reserves, and nobody could say which one holds.

## What to do
Keep `cost` where the sum is known, `cost_share` where it grows with the measures.
---
Ризик двома способами каже, чого коштуватиме: сумою та у відсотках від коштів його заходів.

## Чому це важливо
З них вийшли б різні резерви, і ніхто не сказав би, який правильний.

## Що робити
Залиште `cost`, якщо відома сума, або `cost_share`, якщо вона зростає разом із заходами.
""",
            ),
            Fault(
                "SB180",
                "per_cent_not_readable",
                en=Wording(
                    "{text} are no per cent, or are spelled in another way",
                    "write per cent with the sign, a point and no space: 140%",
                ),
                uk=Wording(
                    "{text} не є відсотками, або їх записано інакше", "напишіть відсотки зі знаком, крапкою і без пробілу: 140%"
                ),
                page="""A text stands where per cent of something planned are expected, or the sign is missing.

## Why this matters
1.4 and 140 can both be meant for 140 %, and a range that is a hundred times too narrow hides every risk.

## What to do
Write per cent with the sign and at most four decimals: 90%, 140%, 112.5%.
---
Там, де мають бути відсотки від запланованого, стоїть інший текст, або бракує знака.

## Чому це важливо
І 1.4, і 140 можуть означати 140 %, а межі, у сто разів вужчі за потрібні, приховають будь-який ризик.

## Що робити
Пишіть відсотки зі знаком, не більше чотирьох знаків після крапки: 90%, 140%, 112.5%.
""",
            ),
            Fault(
                "SB181",
                "per_cent_out_of_range",
                en=Wording("{text} is zero, or more than tenfold", "write more than 0% and at most 1000%"),
                uk=Wording("{text} — це нуль або більше ніж удесятеро", "напишіть більше за 0% і не більше за 1000%"),
                page="""Per cent of what is planned are zero, or above 1000 %.

## Why this matters
What may cost nothing, or more than ten times as much, has not been estimated.

## What to do
Check the digits, and write more than 0% and at most 1000%.
---
Відсотки від запланованого дорівнюють нулю або перевищують 1000 %.

## Чому це важливо
Те, що може не коштувати нічого або коштувати понад удесятеро більше, ще ніхто не оцінив.

## Що робити
Перевірте цифри й напишіть більше за 0% і не більше за 1000%.
""",
            ),
            Fault(
                "SB182",
                "dependency_expected",
                en=Wording(
                    "an entry of {key} is neither an id nor a mapping",
                    "write an id, or {{measure: M-FIBRE, type: start-to-start, lag: 2 weeks}}",
                ),
                uk=Wording(
                    "запис у полі {key} не є ані ідентифікатором, ані набором ключів",
                    "напишіть ідентифікатор або {{measure: M-FIBRE, type: start-to-start, lag: 2 тижні}}",
                ),
                page="""An entry of what is waited for is a list.

## Why this matters
Each entry is one thing that is waited for, by its id alone or with more about it.

## What to do
Write every id as an entry of its own: [M-FIBRE, M-TENDER].
---
Запис про те, на що чекають, сам є списком.

## Чому це важливо
Кожен запис — це щось одне: сам ідентифікатор або ще й подробиці про нього.

## Що робити
Подайте кожен ідентифікатор окремим записом: [M-FIBRE, M-TENDER].
""",
            ),
            Fault(
                "SB183",
                "draws_out_of_range",
                en=Wording("{text} draws are too few or too many", "write a whole number from {least} to {most}; 4000 will do"),
                uk=Wording("кількість проб {text} замала або завелика", "напишіть ціле число від {least} до {most}; досить 4000"),
                page="""The simulation is to be drawn so few times that chance decides the result, or so many that it takes hours.

## Why this matters
With a handful of draws the sum that suffices in 80 of 100 cases depends on the seed. More than 100 000 add nothing.

## What to do
Write a number from 100 to 100 000, or take the line out: 4000 draws are made where nothing is said.
---
Проб так мало, що результат вирішує випадок, або так багато, що розрахунок триватиме годинами.

## Чому це важливо
За кількох проб сума, якої вистачає у 80 випадках зі 100, залежить від числа `seed`. Понад 100 000 нічого не додають.

## Що робити
Напишіть число від 100 до 100 000 або приберіть рядок: якщо нічого не вказано, проб 4000.
""",
            ),
        )
    }
)
