"""What can be wrong with a sum."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault(
                "SB110",
                "money_written_for_people",
                en=Wording("{text} is written for people", "write {plain}: digits, a point, at most two decimals"),
                uk=Wording(
                    "{text} записано так, як пишуть для людей", "напишіть {plain}: цифри, крапка, не більше двох знаків після неї"
                ),
                page="""A sum is written as in a letter, with spaces or a decimal comma.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
Write digits, a point and at most two decimals, without spaces: 18500.00.
---
Суму записано як у листі: з пробілами або з комою.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Пишіть цифри, крапку й не більше двох знаків після неї, без пробілів: 18500.00.
""",
            ),
            Fault(
                "SB111",
                "money_ambiguous",
                en=Wording(
                    "{text} can be read as {large} and as {small}", "write the one that is meant, with at most two decimals"
                ),
                uk=Wording(
                    "{text} можна прочитати як {large} і як {small}",
                    "напишіть те, що мали на увазі, не більше ніж із двома знаками після крапки",
                ),
                page="""A sum can be read in two ways that differ a thousandfold.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
Write digits, a point and at most two decimals, without spaces: 18500.00.
---
Суму можна прочитати двояко, з різницею в тисячу разів.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Пишіть цифри, крапку й не більше двох знаків після неї, без пробілів: 18500.00.
""",
            ),
            Fault(
                "SB112",
                "money_grouped_unevenly",
                en=Wording(
                    "the digits of {text} are grouped unevenly: a digit is missing or one too many",
                    "write the sum without spaces, as 33500000.00",
                ),
                uk=Wording(
                    "цифри у {text} згруповано нерівно: якоїсь бракує або якась зайва",
                    "напишіть суму без пробілів, наприклад 33500000.00",
                ),
                page="""The spaces of a sum do not divide it into groups of three digits.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
Write digits, a point and at most two decimals, without spaces: 18500.00.
---
Пробіли в сумі не ділять її на групи по три цифри.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Пишіть цифри, крапку й не більше двох знаків після неї, без пробілів: 18500.00.
""",
            ),
            Fault(
                "SB113",
                "money_finer_than_hundredths",
                en=Wording("{text} has more than two decimals", "write the sum to the kopeck, as 12.35"),
                uk=Wording("{text} має понад два знаки після крапки", "напишіть суму з копійками, наприклад 12.35"),
                page="""A sum has more than two decimals.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
Write digits, a point and at most two decimals, without spaces: 18500.00.
---
Сума має понад два знаки після крапки.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Пишіть цифри, крапку й не більше двох знаків після неї, без пробілів: 18500.00.
""",
            ),
            Fault(
                "SB114",
                "money_with_words",
                en=Wording(
                    "{text} holds a unit or a currency", "write the number alone, in whole units of the currency and hundredths"
                ),
                uk=Wording("{text} містить одиницю чи валюту", "напишіть саме число, у гривнях із копійками"),
                page="""A sum holds a word or a sign of a currency.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
Write the number alone. The currency is said once, in `strategy: currency`; thousands are written
out.
---
Сума містить слово або знак валюти.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Пишіть саме число. Валюту вказано один раз, у `strategy: currency`; тисячі записують повністю.
""",
            ),
            Fault(
                "SB115",
                "money_foreign_digits",
                en=Wording("{text} is written in digits of another script", "write the digits 0 to 9"),
                uk=Wording("{text} записано цифрами іншого письма", "пишіть цифри від 0 до 9"),
                page="""A sum is written in digits that only look like 0 to 9.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
Write digits, a point and at most two decimals, without spaces: 18500.00.
---
Суму записано цифрами, лише схожими на 0–9.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Пишіть цифри, крапку й не більше двох знаків після неї, без пробілів: 18500.00.
""",
            ),
            Fault(
                "SB116",
                "money_not_a_number",
                en=Wording("{text} is not a sum", "write digits, a point and at most two decimals: 18500.00"),
                uk=Wording("{text} не є сумою", "пишіть цифри, крапку й не більше двох знаків після неї: 18500.00"),
                page="""A sum is not a number that a budget can hold.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
Write digits, a point and at most two decimals, without spaces: 18500.00.
---
Сума не є числом, яке може бути в бюджеті.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Пишіть цифри, крапку й не більше двох знаків після неї, без пробілів: 18500.00.
""",
            ),
            Fault(
                "SB117",
                "money_too_large",
                en=Wording("{text} is more than 9 999 999 999 999.99", "check the number of digits"),
                uk=Wording("{text} перевищує 9 999 999 999 999,99", "перевірте кількість цифр"),
                page="""A sum is larger than any budget, and than a spreadsheet keeps to the hundredth.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
Write digits, a point and at most two decimals, without spaces: 18500.00.
---
Сума більша за будь-який бюджет і за те, що таблиця зберігає до копійки.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Пишіть цифри, крапку й не більше двох знаків після неї, без пробілів: 18500.00.
""",
            ),
            Fault(
                "SB118",
                "money_negative",
                en=Wording("{text} is negative, a cost is not", "write the sum without the minus"),
                uk=Wording("{text} від’ємна, а видаток таким не буває", "напишіть суму без мінуса"),
                page="""A sum is below zero.

## Why this matters
Money is exact to the kopeck from the file to the last cell, so that no sum may be open to a guess.

## What to do
A cost is written without a sign. Money that comes in belongs to the sources.
---
Сума менша за нуль.

## Чому це важливо
Гроші точні до копійки від файлу до останньої клітинки, тому жодну суму не можна вгадувати.

## Що робити
Видаток пишуть без знака. Надходження належать до джерел.
""",
            ),
        )
    }
)
