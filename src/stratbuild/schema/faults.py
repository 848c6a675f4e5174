"""What can be wrong with the type of a value, named as the refusals of `quantity` and `scalars` name it."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault, Wording

_ALL = (
    Fault(
        "SB101",
        "required_key_missing",
        en=Wording("{owner} has no {key}", "add a line `{key}: …`"),
        uk=Wording("{owner} не має поля {key}", "додайте рядок `{key}: …`"),
    ),
    Fault(
        "SB102",
        "unknown_key",
        en=Wording("there is no key {key} here{letters}", "{suggestion}"),
        uk=Wording("тут немає ключа {key}{letters}", "{suggestion}"),
    ),
    Fault(
        "SB103",
        "text_expected",
        en=Wording(
            "{key} must be a text, not a list or a mapping", "write the value on the same line; put a text with a colon in quotes"
        ),
        uk=Wording(
            "{key} має бути текстом, а не списком чи записом",
            "запишіть значення в тому самому рядку; текст із двокрапкою беріть у лапки",
        ),
    ),
    Fault(
        "SB104",
        "list_expected",
        en=Wording("{key} must be a list", "write `[…]`, or every item on a line of its own that begins with a dash"),
        uk=Wording("{key} має бути списком", "напишіть `[…]` або кожен запис окремим рядком, що починається з риски"),
    ),
    Fault(
        "SB105",
        "mapping_expected",
        en=Wording("{key} must hold keys with values", "write `key: value` lines below it, or {{key: value}}"),
        uk=Wording("{key} має містити ключі зі значеннями", "напишіть під ним рядки `ключ: значення` або {{ключ: значення}}"),
    ),
    Fault(
        "SB106",
        "unknown_choice",
        en=Wording("{text} is not one of: {choices}", "write one of them"),
        uk=Wording("{text} не входить до переліку: {choices}", "напишіть одне з них"),
    ),
    Fault(
        "SB107",
        "value_is_empty",
        en=Wording("{key} has no value", "write the value, or delete the line"),
        uk=Wording("{key} не має значення", "впишіть значення або видаліть рядок"),
    ),
    Fault(
        "SB110",
        "money_written_for_people",
        en=Wording("{text} is written for people", "write {plain}: digits, a point, at most two decimals"),
        uk=Wording(
            "{text} записано так, як пишуть для людей", "напишіть {plain}: цифри, крапка, не більше двох знаків після неї"
        ),
    ),
    Fault(
        "SB111",
        "money_ambiguous",
        en=Wording("{text} can be read as {large} and as {small}", "write the one that is meant"),
        uk=Wording("{text} можна прочитати як {large} і як {small}", "напишіть те, що мали на увазі"),
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
    ),
    Fault(
        "SB113",
        "money_finer_than_hundredths",
        en=Wording("{text} has more than two decimals", "write the sum to the kopeck, as 12.35"),
        uk=Wording("{text} має понад два знаки після крапки", "напишіть суму з копійками, наприклад 12.35"),
    ),
    Fault(
        "SB114",
        "money_with_words",
        en=Wording("{text} holds a unit or a currency", "write the number alone, in whole units of the currency and hundredths"),
        uk=Wording("{text} містить одиницю чи валюту", "напишіть саме число, у гривнях із копійками"),
    ),
    Fault(
        "SB115",
        "money_foreign_digits",
        en=Wording("{text} is written in digits of another script", "write the digits 0 to 9"),
        uk=Wording("{text} записано цифрами іншого письма", "пишіть цифри від 0 до 9"),
    ),
    Fault(
        "SB116",
        "money_not_a_number",
        en=Wording("{text} is not a sum", "write digits, a point and at most two decimals: 18500.00"),
        uk=Wording("{text} не є сумою", "пишіть цифри, крапку й не більше двох знаків після неї: 18500.00"),
    ),
    Fault(
        "SB117",
        "money_too_large",
        en=Wording("{text} is more than 9 999 999 999 999.99", "check the number of digits"),
        uk=Wording("{text} перевищує 9 999 999 999 999,99", "перевірте кількість цифр"),
    ),
    Fault(
        "SB118",
        "money_negative",
        en=Wording("{text} is negative, a cost is not", "write the sum without the minus"),
        uk=Wording("{text} від'ємна, а видаток таким не буває", "напишіть суму без мінуса"),
    ),
    Fault(
        "SB120",
        "date_in_another_order",
        en=Wording("{text} is not written as a date of the plan", "write {plain}"),
        uk=Wording("{text} записано не так, як дати плану", "напишіть {plain}"),
    ),
    Fault(
        "SB121",
        "date_not_readable",
        en=Wording("{text} is not a date", "write 2026, 2026-Q2, 2026-03 or 2026-03-15"),
        uk=Wording("{text} не є датою", "напишіть 2026, 2026-Q2, 2026-03 або 2026-03-15"),
    ),
    Fault(
        "SB122",
        "date_without_such_month",
        en=Wording("{text}: there is no month {month}", "write a month from 01 to 12"),
        uk=Wording("{text}: місяця {month} немає", "напишіть місяць від 01 до 12"),
    ),
    Fault(
        "SB123",
        "date_without_such_day",
        en=Wording("{text}: that month has {days} days", "write {last} or an earlier day"),
        uk=Wording("{text}: у цьому місяці днів {days}", "напишіть {last} або раніший день"),
    ),
    Fault(
        "SB124",
        "date_too_coarse",
        en=Wording("{text} is not an exact day", "write the day, as {example}"),
        uk=Wording("{text} не є точним днем", "напишіть день, наприклад {example}"),
    ),
    Fault(
        "SB125",
        "year_not_readable",
        en=Wording("{text} is not a year", "write four digits: 2026"),
        uk=Wording("{text} не є роком", "напишіть чотири цифри: 2026"),
    ),
    Fault(
        "SB126",
        "year_out_of_range",
        en=Wording("the year {text} is not between {first} and {last}", "check the digits"),
        uk=Wording("рік {text} не лежить між {first} і {last}", "перевірте цифри"),
    ),
    Fault(
        "SB130",
        "duration_not_readable",
        en=Wording("{text} is not a duration", "write a number and days, weeks, months, quarters or years: 8 months"),
        uk=Wording(
            "{text} не є тривалістю", "напишіть число і days, weeks, months, quarters чи years: 8 months (можна 8 місяців)"
        ),
    ),
    Fault(
        "SB131",
        "duration_of_nothing",
        en=Wording("{text} is no time at all", "write at least 1 day"),
        uk=Wording("{text} — це ніскільки часу", "напишіть щонайменше 1 day"),
    ),
    Fault(
        "SB132",
        "share_without_sign",
        en=Wording("{text} lacks the per cent sign or is spelled in another way", "write {plain}"),
        uk=Wording("у {text} бракує знака відсотка, або частку записано інакше", "напишіть {plain}"),
    ),
    Fault(
        "SB133",
        "share_not_readable",
        en=Wording("{text} is not a share", "write per cent with at most four decimals: 60% or 33.3333%"),
        uk=Wording("{text} не є часткою", "напишіть відсотки, не більше чотирьох знаків після крапки: 60% або 33.3333%"),
    ),
    Fault(
        "SB134",
        "share_outside_whole",
        en=Wording("{text} is not more than 0 % and at most 100 %", "write a share of the whole"),
        uk=Wording("{text} не більше за 0 % або перевищує 100 %", "напишіть частку цілого"),
    ),
    Fault(
        "SB135",
        "number_written_for_people",
        en=Wording("{text} is written for people", "write {plain}"),
        uk=Wording("{text} записано так, як пишуть для людей", "напишіть {plain}"),
    ),
    Fault(
        "SB136",
        "number_not_readable",
        en=Wording("{text} is not a number", "write digits and a point: 12.5; the unit has a field of its own"),
        uk=Wording("{text} не є числом", "пишіть цифри й крапку: 12.5; для одиниці є окреме поле"),
    ),
    Fault(
        "SB137",
        "number_negative",
        en=Wording("{text} is negative", "write a number that is not below zero"),
        uk=Wording("{text} від'ємне", "напишіть число, не менше за нуль"),
    ),
    Fault(
        "SB138",
        "number_not_whole",
        en=Wording("{text} is not a whole number", "write a number without decimals"),
        uk=Wording("{text} не є цілим числом", "напишіть число без дробової частини"),
    ),
    Fault(
        "SB140",
        "id_with_foreign_letters",
        en=Wording("the id {text} holds letters that only look Latin: {letters}", "write {twin} in Latin letters"),
        uk=Wording("в ідентифікаторі {text} є літери, лише схожі на латинські: {letters}", "напишіть {twin} латиницею"),
    ),
    Fault(
        "SB141",
        "id_not_ascii",
        en=Wording(
            "the id {text} holds signs that an id may not have: {letters}", "write capitals A–Z, digits and hyphens: M-WIFI"
        ),
        uk=Wording(
            "в ідентифікаторі {text} є знаки, яких там бути не може: {letters}",
            "пишіть великі латинські літери, цифри та дефіси: M-WIFI",
        ),
    ),
    Fault(
        "SB142",
        "id_in_another_spelling",
        en=Wording("the id {text} is not written in capitals and hyphens", "write {plain}, here and where it is named"),
        uk=Wording(
            "ідентифікатор {text} записано не великими літерами з дефісами", "напишіть {plain} тут і всюди, де його названо"
        ),
    ),
    Fault(
        "SB143",
        "id_not_readable",
        en=Wording("{text} is not an id", "write a kind and a name in Latin capitals: M-WIFI, B-WIFI-AP"),
        uk=Wording("{text} не є ідентифікатором", "напишіть вид і назву великими латинськими літерами: M-WIFI, B-WIFI-AP"),
    ),
    Fault(
        "SB144",
        "id_like_a_date",
        en=Wording("a spreadsheet would turn the id {text} into a date", "begin it in another way"),
        uk=Wording("електронна таблиця перетворить ідентифікатор {text} на дату", "почніть його інакше"),
    ),
    Fault(
        "SB150",
        "code_not_readable",
        en=Wording("{text} is not a code", "write its digits and letters, without spaces"),
        uk=Wording("{text} не є кодом", "напишіть його цифри й літери без пробілів"),
    ),
    Fault(
        "SB151",
        "language_not_readable",
        en=Wording("{text} is not a language", "write its code of two letters: uk, en"),
        uk=Wording("{text} не є мовою", "напишіть її код двома літерами: uk, en"),
    ),
    Fault(
        "SB152",
        "currency_not_readable",
        en=Wording("{text} is not a currency", "write its code of three letters: UAH, EUR"),
        uk=Wording("{text} не є валютою", "напишіть її код трьома літерами: UAH, EUR"),
    ),
    Fault(
        "SB153",
        "neither_yes_nor_no",
        en=Wording("{text} is neither yes nor no", "write true or false"),
        uk=Wording("{text} не означає ані так, ані ні", "напишіть так або ні"),
    ),
    Fault(
        "SB154",
        "text_by_unknown_language",
        en=Wording("{text} is not a language", "write the text alone, or one line for each language: uk: …, en: …"),
        uk=Wording("{text} не є мовою", "напишіть сам текст або рядок для кожної мови: uk: …, en: …"),
    ),
    Fault(
        "SB155",
        "translation_is_empty",
        en=Wording("the text in {language} is empty", "write it, or delete the line"),
        uk=Wording("текст мовою {language} порожній", "впишіть його або видаліть рядок"),
    ),
    Fault(
        "SB160",
        "amount_given_twice",
        en=Wording(
            "{id} has both amounts and a quantity or a unit price",
            "keep one: amounts by year, or quantity by year with a unit price",
        ),
        uk=Wording(
            "{id} має і суми, і кількість чи ціну за одиницю", "залиште одне: суми за роками або кількість за роками з ціною"
        ),
    ),
    Fault(
        "SB161",
        "amount_given_by_half",
        en=Wording("{id} has a {present} and no {absent}", "add `{absent}`, or give amounts by year instead"),
        uk=Wording("{id} має {present}, але не має {absent}", "додайте `{absent}` або дайте натомість суми за роками"),
    ),
    Fault(
        "SB199",
        "value_not_accepted",
        en=Wording("{key} cannot be read: {problem}", "compare it with the field's description"),
        uk=Wording("{key} не вдалося прочитати: {problem}", "порівняйте значення з описом поля"),
    ),
)

BY_NAME: Mapping[str, Fault] = MappingProxyType({fault.name: fault for fault in _ALL})
