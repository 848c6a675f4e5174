"""What keeps proposed dates from being proved or written."""

from stratbuild.diagnostics import Fault, Wording

SCENARIO_DATES_NOT_WRITTEN = Fault(
    "SB391",
    "scenario_dates_not_written",
    en=Wording(
        "the dates are proposed for scenario {scenario}, so they are not written into the strategy",
        "leave out --scenario to propose dates for the strategy as written, or write them into the scenario by hand",
    ),
    uk=Wording(
        "дати запропоновано для сценарію {scenario}, тож у стратегію їх не записано",
        "заберіть `--scenario`, щоб одержати дати для самої стратегії, або впишіть їх у сценарій самі",
    ),
    page="""Dates were proposed for a scenario and were to be written.

## Why this matters
Written into the measures they would hold in the strategy itself and in all its scenarios, for which nobody has looked
at them.

## What to do
Leave out `--scenario`, or write the proposed dates into the `measures:` of the scenario.
---
Дати запропоновано для сценарію, і їх мали записати.

## Чому це важливо
Якщо вписати їх у заходи, вони діятимуть у самій стратегії та в усіх її сценаріях, для яких їх ніхто не перевіряв.

## Що робити
Заберіть `--scenario` або впишіть запропоновані дати в `measures:` сценарію.
""",
)

DATES_NOT_AS_PROPOSED = Fault(
    "SB392",
    "dates_not_as_proposed",
    en=Wording(
        "written into the strategy, the dates of {measure} would be {first}–{last}, and not {proposed_first}–{proposed_last} as proposed; nothing is written",
        "change the dates by hand, and please report this",
    ),
    uk=Wording(
        "записані у стратегію, строки заходу {measure} були б {first}–{last}, а не {proposed_first}–{proposed_last}, як запропоновано; нічого не записано",
        "змініть дати самі й, будь ласка, повідомте про це",
    ),
    page="""The changed files were read again before they were written, and did not give the proposed dates.

## Why this matters
A plan that is not the one that was looked at must not be written. The files are as they were.

## What to do
Change the dates of the measure by hand. It is a mistake of the program: please report it with the measure and what it
waits for.
---
Змінені файли прочитано ще раз перед записом, і запропонованих дат вони не дали.

## Чому це важливо
Не можна записувати план, який відрізняється від показаного. Файли лишилися такими, як були.

## Що робити
Змініть дати заходу самі. Це помилка програми: повідомте про неї разом із заходом і тим, на що він чекає.
""",
)

DATES_CHANGE_MONEY = Fault(
    "SB393",
    "dates_change_money",
    en=Wording(
        "with the proposed dates the money of {line} would be another; nothing is written",
        "state the amounts of the line by year, then propose dates again",
    ),
    uk=Wording(
        "із запропонованими датами кошти рядка {line} були б інші; нічого не записано",
        "запишіть суми рядка за роками й запропонуйте дати ще раз",
    ),
    page="""The changed files were read again before they were written, and a budget line came to another sum.

## Why this matters
Dates within the people of the units are to leave the money as it is. The files are as they were.

## What to do
State the amounts of the line by year, so that they do not follow the dates.
---
Змінені файли прочитано ще раз перед записом, і сума рядка бюджету вийшла інша.

## Чому це важливо
Дати в межах людей підрозділів не мають змінювати кошти. Файли лишилися такими, як були.

## Що робити
Запишіть суми рядка за роками, щоб вони не залежали від дат.
""",
)

SOLVER_NOT_INSTALLED = Fault(
    "SB894",
    "level_solver_not_installed",
    en=Wording(
        "the solver OR-Tools, by which dates are proved to be the best, is not installed",
        'install it: pip install "stratbuild[level]"; or take the rule that needs no solver: --solver serial',
    ),
    uk=Wording(
        "розв’язувача `OR-Tools`, який доводить, що дати найкращі, не встановлено",
        'встановіть його: `pip install "stratbuild[level]"`; або скористайтеся правилом, якому він не потрібен: `--solver serial`',
    ),
    page="""The solver OR-Tools is not installed. It belongs to an extra, because only `plan --level --solver cp-sat` needs it.

## Why this matters
Without it dates can be proposed by a rule, but it cannot be proved how good they are.

## What to do
Install it beside the program: `pip install "stratbuild[level]"`. It is free, and works without a network afterwards. Or
run the command with `--solver serial`.
---
Розв’язувач OR-Tools не встановлено. Він належить до додаткових пакетів, бо потрібен лише для
`plan --level --solver cp-sat`.

## Чому це важливо
Без нього дати можна запропонувати за правилом, але не довести, наскільки вони добрі.

## Що робити
Встановіть його поруч із програмою: `pip install "stratbuild[level]"`. Він безплатний і далі працює без мережі. Або
запустіть команду з `--solver serial`.
""",
)
