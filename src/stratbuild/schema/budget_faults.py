"""What can be wrong with prices, taxes and parts of a budget line."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB162",
                "index_without_sign",
                en=Wording(
                    "{text} has no sign of per cent, or a space in it",
                    "write prices in per cent of those of the year before: {plain}",
                ),
                uk=Wording(
                    "{text} записано без знака відсотка або з пробілом",
                    "напишіть ціни року у відсотках до цін попереднього: {plain}",
                ),
                page="""An index of prices is written without its sign of per cent.

## Why this matters
1.086 is a factor, 8.6 a rise and 108.6 an index, and all three are used; a budget must not be guessed.

## What to do
Write prices in per cent of those of the year before: 108.6%.
---
Індекс цін записано без знака відсотка.

## Чому це важливо
1.086 — це множник, 8.6 — приріст, 108.6 — індекс, і пишуть по-різному; бюджет не можна вгадувати.

## Що робити
Пишіть ціни року у відсотках до цін попереднього: 108.6%.
""",
            ),
            Fault(
                "SB163",
                "index_not_readable",
                en=Wording("{text} is no index of prices", "write prices in per cent of those of the year before: 108.6%"),
                uk=Wording("{text} не є індексом цін", "напишіть ціни року у відсотках до цін попереднього: 108.6%"),
                page="""A text stands where an index of prices is expected.

## Why this matters
The index raises every sum that names it.

## What to do
Write prices in per cent of those of the year before, with at most four decimals: 108.6%.
---
Там, де має бути індекс цін, стоїть інший текст.

## Чому це важливо
Індекс збільшує кожну суму, що на нього посилається.

## Що робити
Пишіть ціни року у відсотках до цін попереднього, не більше чотирьох знаків після крапки: 108.6%.
""",
            ),
            Fault(
                "SB164",
                "index_out_of_range",
                en=Wording(
                    "an index of {text} is zero, or more than a tenfold rise",
                    "write prices in per cent of those of the year before: 108.6% for a rise of 8.6 %",
                ),
                uk=Wording(
                    "індекс {text} дорівнює нулю або означає зростання більш ніж удесятеро",
                    "напишіть ціни року у відсотках до попереднього: 108.6%, якщо вони зростають на 8,6 %",
                ),
                page="""An index of prices is zero, or above 1000 %.

## Why this matters
Such an index would make every sum that names it zero or absurd.

## What to do
Write prices in per cent of those of the year before: 108.6% where they rise by 8.6 %.
---
Індекс цін дорівнює нулю або більший за 1000 %.

## Чому це важливо
З таким індексом кожна сума стане нулем або нісенітницею.

## Що робити
Пишіть ціни року у відсотках до цін попереднього: 108.6%, якщо вони зростають на 8,6 %.
""",
            ),
            Fault(
                "SB165",
                "rate_is_zero",
                en=Wording(
                    "a rate of exchange of {text} makes every sum zero", "write what one unit of the other currency costs: 48.25"
                ),
                uk=Wording("курс {text} перетворює кожну суму на нуль", "напишіть, скільки коштує одиниця іншої валюти: 48.25"),
                page="""A rate of exchange is zero.

## Why this matters
Every sum in that currency would be nothing.

## What to do
Write what one unit of the other currency costs in the strategy's own: 48.25.
---
Курс валюти дорівнює нулю.

## Чому це важливо
Кожна сума в цій валюті зникла б.

## Що робити
Напишіть, скільки коштує одиниця іншої валюти у валюті стратегії: 48.25.
""",
            ),
            Fault(
                "SB166",
                "vat_added_without_rate",
                en=Wording(
                    "{id} says that VAT is added to its sums, but not at what rate",
                    "add `vat_rate:` with the id of a rate from the list `vat_rates`",
                ),
                uk=Wording(
                    "у {id} сказано, що ПДВ додається до сум, але не сказано, за якою ставкою",
                    "додайте `vat_rate:` з ідентифікатором ставки зі списку `vat_rates`",
                ),
                page="""A budget line adds value added tax and names no rate.

## Why this matters
Without the rate its amount cannot be computed.

## What to do
Add `vat_rate:` with the id of a rate from the list `vat_rates`.
---
Рядок бюджету додає ПДВ, але не називає ставки.

## Чому це важливо
Без ставки суму не порахувати.

## Що робити
Додайте `vat_rate:` з ідентифікатором ставки зі списку `vat_rates`.
""",
            ),
            Fault(
                "SB167",
                "vat_exempt_with_rate",
                en=Wording(
                    "{id} is exempt from VAT, but names the rate {rate}",
                    "take `vat_rate:` away, or write `vat: included` or `vat: added`",
                ),
                uk=Wording(
                    "{id} звільнено від ПДВ, але вказано ставку {rate}",
                    "приберіть `vat_rate:` або напишіть `vat: included` чи `vat: added`",
                ),
                page="""A budget line is exempt from value added tax and names a rate of it.

## Why this matters
One of the two is wrong, and the sum depends on which.

## What to do
Take `vat_rate:` away, or write `vat: included` or `vat: added`.
---
Рядок бюджету звільнено від ПДВ, а ставку вказано.

## Чому це важливо
Щось із двох неправильно, а від цього залежить сума.

## Що робити
Приберіть `vat_rate:` або напишіть `vat: included` чи `vat: added`.
""",
            ),
            Fault(
                "SB168",
                "yearly_after_without_recurring",
                en=Wording(
                    "{id} says what each later year costs, but not that it is recurring",
                    "add `recurring: true`, or take `yearly_after:` away",
                ),
                uk=Wording(
                    "у {id} сказано, скільки коштуватиме кожен наступний рік, але не сказано, що витрата постійна",
                    "додайте `recurring: true` або приберіть `yearly_after:`",
                ),
                page="""A budget line gives a cost of the years after the strategy, but is not recurring.

## Why this matters
The sum would be read by nobody.

## What to do
Add `recurring: true`, or take `yearly_after:` away.
---
Рядок бюджету називає витрати після завершення стратегії, але не сказано, що вони постійні.

## Чому це важливо
Цю суму ніхто б не врахував.

## Що робити
Додайте `recurring: true` або приберіть `yearly_after:`.
""",
            ),
            Fault(
                "SB169",
                "portion_ambiguous",
                en=Wording(
                    "{text} can be {share} of the amount or a sum of {money}",
                    "write {share} where a share is meant, {money} where money is",
                ),
                uk=Wording(
                    "{text} може бути часткою {share} або сумою {money}",
                    "напишіть {share}, якщо це частка, або {money}, якщо це гроші",
                ),
                page="""A part that a source pays is a number up to 100 without a sign of per cent and without two decimals: 60, 60.5, 0.6.

## Why this matters
It can be read as per cent or as money.

## What to do
Write 60% for a share, 60.00 for a sum, `rest` for what the others leave.
---
Частину, яку оплачує джерело, записано числом до 100 без знака відсотка й без двох знаків копійок: 60, 60.5, 0.6.

## Чому це важливо
Таке число можна прочитати і як відсоток, і як гроші.

## Що робити
Пишіть 60% для частки, 60.00 для суми, `rest` або `решта` для того, що лишають інші.
""",
            ),
            Fault(
                "SB171",
                "portion_not_readable",
                en=Wording(
                    "{text} does not say what a source pays",
                    "write a share (60%), a sum (100000.00), or `rest` for what the others leave",
                ),
                uk=Wording(
                    "{text} не каже, скільки оплачує джерело",
                    "напишіть частку (60%), суму (100000.00) або `решта` для того, що лишають інші",
                ),
                page="""A text stands where the part of a source is expected.

## Why this matters
What a source pays must be certain to the hundredth, or the plan cannot be divided among the sources.

## What to do
Write 60% for a share, 100000.00 for a sum, `rest` for what the others leave.
---
Там, де має бути частина джерела, стоїть інший текст.

## Чому це важливо
Скільки платить джерело, має бути відомо до копійки, інакше план між джерелами не поділити.

## Що робити
Пишіть 60% для частки, 100000.00 для суми, `rest` або `решта` для того, що лишають інші.
""",
            ),
            Fault(
                "SB170",
                "years_too_many",
                en=Wording("{text} years are more than {most}", "write a whole number of years from 0 to {most}"),
                uk=Wording("{text} — це більше, ніж {most} років", "напишіть ціле число років від 0 до {most}"),
                page="""More years are asked for than anybody can plan.

## Why this matters
A wrong digit here would put a measure off by centuries.

## What to do
Write a whole number of years from 0 to 30.
---
Указано більше років, ніж можна спланувати.

## Чому це важливо
Зайва цифра тут відклала б захід на століття.

## Що робити
Напишіть ціле число років від 0 до 30.
""",
            ),
        )
    }
)
