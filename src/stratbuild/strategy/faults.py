"""What can be wrong between items: ids that are missing, doubled or go round in a circle."""

from stratbuild.diagnostics import Fault, Wording

NO_STRATEGY = Fault(
    "SB201",
    "strategy_settings_missing",
    en=Wording("no file says `strategy:`: title, community, period and language are missing", "write it into one of the files"),
    uk=Wording("у жодному файлі немає `strategy:`: бракує назви, громади, періоду та мови", "впишіть його в один із файлів"),
    page="""No file says what the strategy is.

## Why this matters
Title, community, period and language stand under `strategy:`; without them no paper can be made.

## What to do
Write `strategy:` into one of the files; `stratbuild init` shows how.
---
У жодному файлі не сказано, що це за стратегія.

## Чому це важливо
Назва, громада, період і мова стоять під `strategy:`; без них не скласти жодного документа.

## Що робити
Впишіть `strategy:` в один із файлів; як саме, показує `stratbuild init`.
""",
)

STRATEGY_TWICE = Fault(
    "SB202",
    "strategy_settings_twice",
    en=Wording("`strategy:` stands in two files", "keep one"),
    uk=Wording("`strategy:` стоїть у двох файлах", "залиште один"),
    page="""Two files say what the strategy is.

## Why this matters
The two would sooner or later disagree about the period or the stage.

## What to do
Keep one, and delete the other.
---
Два файли кажуть, що це за стратегія.

## Чому це важливо
Рано чи пізно вони розійдуться щодо періоду чи стадії.

## Що робити
Залиште один, а другий видаліть.
""",
)

DUPLICATE_ID = Fault(
    "SB203",
    "duplicate_id",
    en=Wording("the id {id} is used twice", "give one of the two items another id"),
    uk=Wording("ідентифікатор {id} ужито двічі", "дайте одному з двох записів інший ідентифікатор"),
    page="""Two items have the same id.

## Why this matters
A reference to the id could mean either of them. Often a file was copied, or an item was copied and
not renamed.

## What to do
Give one of the two another id, here and where it is meant. Both places are shown.
---
Два записи мають однаковий ідентифікатор.

## Чому це важливо
Посилання на нього могло б означати будь-який із них. Часто скопійовано файл або запис, який не
перейменували.

## Що робити
Дайте одному з двох інший ідентифікатор, тут і там, де його мають на увазі. Показано обидва місця.
""",
)

UNKNOWN_ID = Fault(
    "SB204",
    "unknown_id",
    en=Wording("{owner} names {id} as {field}, but {collection} has no such id", "{suggestion}"),
    uk=Wording("{owner} називає {id} у полі {field}, але у списку {collection} такого ідентифікатора немає", "{suggestion}"),
    page="""An item names an id that does not exist.

## Why this matters
A measure that waits for nothing real, or a line paid from no source, drops out of every table.

## What to do
Correct the id; the nearest ones of the right kind are named. Or write the item that is missing.
---
Запис називає ідентифікатор, якого немає.

## Чому це важливо
Захід, що чекає на неіснуюче, або рядок без джерела випадає з усіх таблиць.

## Що робити
Виправте ідентифікатор; названо найближчі потрібного виду. Або додайте запис, якого бракує.
""",
)

ID_OF_ANOTHER_KIND = Fault(
    "SB205",
    "id_of_another_kind",
    en=Wording("{owner} names {id} as {field}, but {id} is in {found}, not in {collection}", "{suggestion}"),
    uk=Wording("{owner} називає {id} у полі {field}, але {id} стоїть у списку {found}, а не {collection}", "{suggestion}"),
    page="""An item names an id of another kind.

## Why this matters
The id exists, but a unit cannot be waited for and a goal cannot pay.

## What to do
Name an item of the right list; the nearest ones are named.
---
Запис називає ідентифікатор іншого виду.

## Чому це важливо
Такий ідентифікатор є, але на підрозділ не чекають, а ціль не платить.

## Що робити
Назвіть запис потрібного списку; найближчі названо.
""",
)

NAMED_TWICE = Fault(
    "SB206",
    "id_named_twice",
    en=Wording("{owner} names {id} twice in {field}", "delete one"),
    uk=Wording("{owner} двічі називає {id} у полі {field}", "видаліть зайве"),
    page="""A list names the same id twice.

## Why this matters
The second time adds nothing, and usually another id was meant.

## What to do
Delete one, or correct it.
---
Список двічі називає той самий ідентифікатор.

## Чому це важливо
Удруге це нічого не додає, а зазвичай малося на увазі щось інше.

## Що робити
Видаліть зайве або виправте.
""",
)

REFERS_TO_ITSELF = Fault(
    "SB207",
    "item_refers_to_itself",
    en=Wording("{owner} names itself as {field}", "name another item, or delete the line"),
    uk=Wording("{owner} називає у полі {field} самого себе", "назвіть інший запис або видаліть рядок"),
    page="""An item names itself.

## Why this matters
A measure cannot wait for its own end, nor a goal be its own parent.

## What to do
Name the item that was meant, or delete the line.
---
Запис називає самого себе.

## Чому це важливо
Захід не може чекати на власне завершення, а ціль — бути частиною себе.

## Що робити
Назвіть те, що малося на увазі, або видаліть рядок.
""",
)

GOALS_IN_A_CIRCLE = Fault(
    "SB208",
    "goals_in_a_circle",
    en=Wording("these goals are parents of each other: {path}", "take one of the `parent` lines away"),
    uk=Wording("ці цілі є батьківськими одна для одної: {path}", "приберіть один із рядків `parent`"),
    page="""Goals are parents of each other in a circle.

## Why this matters
A tree that runs in a circle has no beginning, so that nothing in it can be numbered or printed.

## What to do
Take one of the `parent` lines away. Every one of the circle is shown.
---
Цілі є батьківськими одна для одної по колу.

## Чому це важливо
Дерево, що замкнулося, не має початку: у ньому нічого не пронумерувати й не надрукувати.

## Що робити
Приберіть один із рядків `parent`. Показано кожен із кола.
""",
)

PARTS_IN_A_CIRCLE = Fault(
    "SB209",
    "parts_in_a_circle",
    en=Wording("these measures are parts of each other: {path}", "take one of the `part_of` lines away"),
    uk=Wording("ці заходи є частинами один одного: {path}", "приберіть один із рядків `part_of`"),
    page="""Measures are parts of each other in a circle.

## Why this matters
A part is smaller than its whole; in a circle each would be smaller than itself.

## What to do
Take one of the `part_of` lines away. Every one of the circle is shown.
---
Заходи є частинами один одного по колу.

## Чому це важливо
Частина менша за ціле; по колу кожна була б меншою за себе.

## Що робити
Приберіть один із рядків `part_of`. Показано кожен із кола.
""",
)

DEPENDENCY_CYCLE = Fault(
    "SB301",
    "dependency_cycle",
    en=Wording("these measures wait for each other: {path}", "take one of the `after` entries away"),
    uk=Wording("ці заходи чекають один на одного: {path}", "приберіть один із записів `after`"),
    page="""Measures wait for each other in a circle.

## Why this matters
None of them could ever begin, so that there is no order in which to carry them out.

## What to do
Take one of the `after` entries away. The shortest circle is shown, with the place of every step.
---
Заходи чекають один на одного по колу.

## Чому це важливо
Жоден із них не міг би початися, тож немає порядку виконання.

## Що робити
Приберіть один із записів `after`. Показано найкоротше коло й місце кожного кроку.
""",
)

SCENARIOS_IN_A_CIRCLE = Fault(
    "SB213",
    "scenarios_in_a_circle",
    en=Wording("these scenarios inherit from each other: {path}", "take one of the `inherits` lines away"),
    uk=Wording("ці сценарії успадковують один від одного: {path}", "приберіть один із рядків `inherits`"),
    page="""Scenarios inherit from each other in a circle.

## Why this matters
A scenario is read from the strategy as written, one change after the other; a circle has no beginning.

## What to do
Take one of the `inherits` lines away. Every one of the circle is shown.
---
Сценарії успадковують один від одного по колу.

## Чому це важливо
Сценарій будується зі стратегії зміна за зміною; у кола немає початку.

## Що робити
Приберіть один із рядків `inherits`. Показано кожен із кола.
""",
)

PROPOSALS_IN_A_CIRCLE = Fault(
    "SB214",
    "proposals_in_a_circle",
    en=Wording("these proposals repeat each other: {path}", "take `duplicate_of` away from the one that came first"),
    uk=Wording("ці пропозиції повторюють одна одну: {path}", "приберіть `duplicate_of` у тієї, що надійшла першою"),
    page="""Proposals repeat each other in a circle.

## Why this matters
What became of the first holds for those that repeat it; in a circle none is the first.

## What to do
Take `duplicate_of` away from the proposal that came first. Every one of the circle is shown.
---
Пропозиції повторюють одна одну по колу.

## Чому це важливо
Рішення щодо першої стосується й тих, що її повторюють; по колу жодна не є першою.

## Що робити
Приберіть `duplicate_of` у пропозиції, що надійшла першою. Показано кожну з кола.
""",
)
