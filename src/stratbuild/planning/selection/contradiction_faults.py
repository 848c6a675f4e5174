"""What keeps every choice of measures from meeting all demands."""

from stratbuild.diagnostics import Fault, Wording

MUST_DO_EXCEEDS_SOURCE_CEILING = Fault(
    "SB380",
    "must_do_exceeds_source_ceiling",
    en=Wording(
        "what has to be carried out takes {needed} from {source} in {year}, but its ceiling is {ceiling}: {excess} too much ({measures})",
        "let one of these measures have another priority, pay some of it from another source or in another year, or agree a higher ceiling",
    ),
    uk=Wording(
        "обов’язкові заходи беруть у {year} році з {source} {needed}, а його граничний обсяг — {ceiling}: зайві {excess} ({measures})",
        "дайте комусь із цих заходів інший пріоритет, оплатіть частину з іншого джерела чи в іншому році або узгодьте вищу межу",
    ),
    page="""The measures that have to be carried out, with all that they cannot be without, need more of a source than it can give in a year.

## Why this matters
Whatever else is left out, the money does not suffice: there is no choice to be made.

## What to do
Have to be carried out: measures of priority `must`, those that have begun, and what these wait for or are a part of.
Look which of them can really not wait. Move some of the money to another year or source, or agree a higher ceiling.
---
Обов’язкові заходи разом з усім, без чого їх не виконати, потребують від джерела більше, ніж воно може дати за рік.

## Чому це важливо
Хоч би що ще відкласти, коштів не вистачить, тож вибирати немає з чого.

## Що робити
Обов’язкові — це заходи з пріоритетом `must`, уже розпочаті заходи, а також ті, на які вони чекають або частиною яких
є. Перевірте, які з них справді не можуть зачекати. Перенесіть частину коштів на інший рік чи джерело або
узгодьте вищу межу.
""",
)

MUST_DO_EXCEEDS_PROGRAMME_CEILING = Fault(
    "SB381",
    "must_do_exceeds_programme_ceiling",
    en=Wording(
        "what has to be carried out takes {needed} under {programme} in {year}, but its ceiling is {ceiling}: {excess} too much ({measures})",
        "let one of these measures have another priority, move some of it to another year or programme, or agree a higher ceiling",
    ),
    uk=Wording(
        "обов’язкові заходи потребують за {programme} у {year} році {needed}, а граничний обсяг — {ceiling}: зайві {excess} ({measures})",
        "дайте комусь із цих заходів інший пріоритет, перенесіть частину на інший рік чи до іншої програми або узгодьте вищу межу",
    ),
    page="""The measures that have to be carried out, with all that they cannot be without, need more than a budget programme has in a year.

## Why this matters
Whatever else is left out, there is no room for them in the programme: there is no choice to be made.

## What to do
Look which measures of priority `must` can really not wait. Move some of the money to another year or programme, or
agree a higher ceiling.
---
Обов’язкові заходи разом з усім, без чого їх не виконати, потребують більше, ніж бюджетна програма має на рік.

## Чому це важливо
Хоч би що ще відкласти, у програмі для них немає місця, тож вибирати немає з чого.

## Що робити
Перевірте, які заходи з пріоритетом `must` справді не можуть зачекати. Перенесіть частину коштів на інший рік чи до
іншої програми або узгодьте вищу межу.
""",
)

MUST_DO_CANNOT_BE_PAID = Fault(
    "SB382",
    "must_do_cannot_be_paid",
    en=Wording(
        "{measure} has to be carried out, but the money of {blocked} is not as it has to be ({causes})",
        "name a source that may pay and that is paid enough beside; `stratbuild check` says what is wrong with each line",
    ),
    uk=Wording(
        "захід {measure} обов’язковий, але з коштами {blocked} не все гаразд ({causes})",
        "назвіть джерело, яке може платити й умови якого виконано; що не так із кожним рядком, скаже `stratbuild check`",
    ),
    page="""A measure that has to be carried out, or one that it cannot be without, is paid by a source that may not pay it.

## Why this matters
Such a measure cannot be chosen, so no choice has all that is demanded.

## What to do
The line and the source are named. Name another source in `funding:`, correct what the source may pay in its
`pays_for:`, or let others pay as large a part as its `co_financing:` asks.
---
Обов’язковий захід або той, без якого його не виконати, оплачує джерело, якому це не дозволено.

## Чому це важливо
Такий захід вибрати не можна, тож жоден вибір не дає всього, що вимагається.

## Що робити
Рядок і джерело названо. Назвіть у `funding:` інше джерело, виправте в `pays_for:`, за що джерело може платити,
або нехай інші оплатять таку частину, якої вимагає його `co_financing:`.
""",
)

MUST_DO_IS_UNPAID = Fault(
    "SB389",
    "must_do_is_unpaid",
    en=Wording(
        "{measure} has to be carried out, but in {year} nobody pays {money} of {blocked}",
        "name who pays instead, in `funding:` or, where a source does not come in a scenario, in its `replaced_by:`",
    ),
    uk=Wording(
        "захід {measure} обов’язковий, а {money} на {blocked} у {year} році ніхто не оплачує",
        "назвіть, хто заплатить: у `funding:` або, якщо джерела немає в сценарії, у `replaced_by:` цього джерела",
    ),
    page="""Nobody pays a part of what a measure costs that has to be carried out, or one that it cannot be without.

## Why this matters
Most often a scenario leaves a source out and does not say who pays instead. What has begun or has priority `must` cannot
be left out, so no choice is paid in full.

## What to do
Say who pays: the scenario's `replaced_by:` of the source, or `funding:` of the line. A measure that the community would
rather stop than pay by itself needs `absent: true` in that scenario.
---
Частину коштів на обов’язковий захід або на той, без якого його не виконати, ніхто не оплачує.

## Чому це важливо
Найчастіше у сценарії немає джерела, і не сказано, хто заплатить натомість. Розпочатого чи заходу з пріоритетом `must`
відкласти не можна, тож повністю не оплачено жоден вибір.

## Що робити
Скажіть, хто платить: у `replaced_by:` цього джерела в сценарії або у `funding:` рядка. Захід, який громада радше
зупинить, ніж оплатить сама, позначте в цьому сценарії як `absent: true`.
""",
)

MUST_DO_EXCLUDES_MUST_DO = Fault(
    "SB383",
    "must_do_excludes_must_do",
    en=Wording(
        "only one measure of {group} can be chosen, but {measures} all have to be carried out",
        "leave priority must to one of them, or correct the group",
    ),
    uk=Wording(
        "із групи {group} можна вибрати лише один захід, а обов’язкові тут кілька: {measures}",
        "залиште пріоритет must одному з них або виправте групу",
    ),
    page="""Several measures of a group of which only one can be chosen have to be carried out.

## Why this matters
The two demands contradict each other, so no choice meets both.

## What to do
Decide between the measures: leave priority `must` to one of them. A measure also has to be carried out when it has
begun, or when another such measure waits for it. Where both make sense together, take the group out.
---
Кілька заходів із групи, з якої можна вибрати лише один, є обов’язковими.

## Чому це важливо
Дві вимоги суперечать одна одній, тож жоден вибір не виконує обидві.

## Що робити
Виберіть між заходами: залиште пріоритет `must` одному з них. Захід є обов’язковим і тоді, коли його вже розпочато або
на нього чекає інший обов’язковий захід. Якщо обидва мають сенс разом, приберіть групу.
""",
)

MINIMUM_OUT_OF_REACH = Fault(
    "SB384",
    "minimum_out_of_reach",
    en=Wording(
        "{minimum} asks for at least so many measures: {asked}; of {of} at most {possible} can be carried out ({measures})",
        "plan another measure, let the money of those that cannot be paid be as it has to be, or ask for fewer",
    ),
    uk=Wording(
        "{minimum} вимагає щонайменше стільки заходів: {asked}, а виконати можна лише {possible} ({measures}): {of}",
        "заплануйте ще один захід, виправте кошти тих, які не можна оплатити, або вимагайте менше",
    ),
    page="""Fewer measures of a goal or a district can be carried out than a minimum promises.

## Why this matters
Not even with all the money of all ceilings can the promise be kept, so no choice meets it.

## What to do
Counted are measures that name the district, or serve the goal or one below it, and that fit the ceilings by
themselves with all that they wait for. Plan another one, correct the money of those that are not counted, or promise
less.
---
Для цілі або округу можна виконати менше заходів, ніж обіцяно.

## Чому це важливо
Обіцянки не дотримати навіть з усіма коштами всіх джерел, тож її не виконує жоден вибір.

## Що робити
Враховано заходи, які називають цей округ або служать цій цілі чи нижчій від неї і які самі, разом з усім, на що вони
чекають, уміщуються в граничні обсяги. Заплануйте ще один, виправте кошти неврахованих або обіцяйте менше.
""",
)

CHOICE_WITHOUT_POSSIBLE_MEASURE = Fault(
    "SB385",
    "choice_without_possible_measure",
    en=Wording(
        "exactly one measure of {group} is to be carried out, but none of {measures} can be",
        "let the money of one of them be as it has to be, or write at-most-one",
    ),
    uk=Wording(
        "із групи {group} треба виконати рівно один захід, а виконати не можна жодного: {measures}",
        "виправте кошти котрогось із них або напишіть at-most-one",
    ),
    page="""Exactly one measure of a group is to be carried out, but none of them can be.

## Why this matters
None of them fits the money even by itself, so no choice meets the demand.

## What to do
Look why each of them is impossible: its source may not pay it, others do not pay enough beside, nobody pays, or it is
dearer than a ceiling together with what it waits for.
---
Із групи треба виконати рівно один захід, але жоден із них неможливий.

## Чому це важливо
Жоден із них не вміщується в кошти навіть сам, тож вимоги не виконує жоден вибір.

## Що робити
Погляньте, чому неможливий кожен: його джерелу не можна за нього платити, інші платять замало, не платить ніхто або він
разом з усім, на що чекає, дорожчий за граничний обсяг.
""",
)

DEMANDS_CONTRADICT_EACH_OTHER = Fault(
    "SB386",
    "demands_contradict_each_other",
    en=Wording(
        "these demands cannot be met together: {demands}",
        "give up or soften one of them, each is enough; a higher ceiling by itself would have to have: {more}",
    ),
    uk=Wording(
        "ці вимоги разом виконати неможливо: {demands}",
        "відмовтеся від однієї з них або пом’якшіть її, вистачить будь-якої; якщо підвищити лише одну межу, то на стільки: {more}",
    ),
    page="""No choice of measures meets all demands. Those that are named contradict each other; without any one of them the
others can be met.

## Why this matters
Nothing can be proposed before one of them is softened.

## What to do
Named are measures that have to be carried out, ceilings of sources and programmes with their year, groups of
alternatives and least numbers of measures. The hint says by how much each of the ceilings would have to be higher if
nothing else were changed.
---
Жоден вибір заходів не виконує всіх вимог. Названі суперечать одна одній; без будь-якої з них решту виконати можна.

## Чому це важливо
Доки одну з них не пом’якшити, запропонувати нічого не можна.

## Що робити
Названо обов’язкові заходи, граничні обсяги джерел і програм із роком, групи, з яких вибирають, і найменші кількості
заходів. Підказка каже, на скільки вищою мала б бути кожна з меж, якщо більше нічого не змінювати.
""",
)

NO_CHOICE_FOUND = Fault(
    "SB387",
    "no_choice_found",
    en=Wording(
        "no choice that meets all demands was found, nor proved impossible, in {nodes} steps of the search",
        "soften demands: fewer least numbers, groups and measures that have to be carried out",
    ),
    uk=Wording(
        "вибору, що виконує всі вимоги, не знайдено, але й неможливості його не доведено; кроків пошуку: {nodes}",
        "пом’якшіть вимоги: менше найменших кількостей, груп і обов’язкових заходів",
    ),
    page="""The search ended before it had found a choice of measures that meets all demands.

## Why this matters
Whether there is one is not known.

## What to do
Soften some of the demands and try again: least numbers, groups of alternatives, measures of priority `must`.
---
Пошук закінчився раніше, ніж знайшовся вибір заходів, що виконує всі вимоги.

## Чому це важливо
Чи такий вибір є, невідомо.

## Що робити
Пом’якшіть деякі вимоги й спробуйте ще раз: найменші кількості, групи, з яких вибирають, заходи з пріоритетом `must`.
""",
)
