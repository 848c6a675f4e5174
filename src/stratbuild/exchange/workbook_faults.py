"""What can keep an edited workbook from being compared with the strategy, and what the two contradict each other in."""

from stratbuild.diagnostics import Fault, Wording
from stratbuild.render.edited.scan_page import page

WORKBOOK_CONTRACT_MISSING = Fault(
    "SB980",
    "workbook_contract_missing",
    en=Wording(
        "{name} does not say what it held when it was built: the hidden sheet `_stratbuild` is missing",
        "edit the budget workbook that `stratbuild build` has made, and send that one back",
    ),
    uk=Wording(
        "у {name} не сказано, що книга містила під час збирання: немає прихованого аркуша `_stratbuild`",
        "редагуйте книгу бюджету, яку зробила команда `stratbuild build`, і повертайте саме її",
    ),
    page=page(
        en=(
            "The workbook has no hidden sheet that says what every input held when the workbook was built.",
            "Without it nobody can tell what was changed, and by whom: everything might be new, or nothing.",
            (
                "Build the budget anew, enter the changes there, and send it back as `.xlsx`. "
                "Do not copy the sheets into another workbook."
            ),
        ),
        uk=(
            "У книзі немає прихованого аркуша, який каже, що містила кожна клітинка для введення під час збирання.",
            "Без нього не можна сказати, що змінено і ким: новим може бути все або нічого.",
            "Зберіть бюджет наново, внесіть зміни туди й поверніть книгу як `.xlsx`. Не копіюйте аркуші до іншої книги.",
        ),
    ),
)

WORKBOOK_CONTRACT_BROKEN = Fault(
    "SB981",
    "workbook_contract_broken",
    en=Wording(
        "the hidden sheet {sheet} was changed, or another version of the program wrote it",
        "build the workbook anew with this version and enter the changes there",
    ),
    uk=Wording(
        "прихований аркуш {sheet} змінено, або його записала інша версія програми",
        "зберіть книгу наново цією версією і внесіть зміни туди",
    ),
    page=page(
        en=(
            "What the hidden sheet says is not what the program wrote there.",
            (
                "The hidden sheet holds the values with which yours are compared. Where it is wrong, changes would be overlooked "
                "or made up."
            ),
            "Build the workbook anew, enter the changes there, and leave the sheet `_stratbuild` alone.",
        ),
        uk=(
            "Прихований аркуш каже не те, що записала туди програма.",
            (
                "На цьому аркуші зберігаються значення, з якими порівнюються ваші. Якщо вони хибні, зміни можна пропустити "
                "або вигадати."
            ),
            "Зберіть книгу наново, внесіть зміни туди й не чіпайте аркуш `_stratbuild`.",
        ),
    ),
)

WORKBOOK_OF_SCENARIO = Fault(
    "SB982",
    "workbook_of_scenario",
    en=Wording(
        "the workbook shows the scenario {scenario}, and not the strategy as it is written",
        "enter the changes into the workbook of the strategy itself, or change the scenario in its file",
    ),
    uk=Wording(
        "книга показує сценарій {scenario}, а не саму стратегію",
        "внесіть зміни до книги самої стратегії або змініть сценарій у його файлі",
    ),
    page=page(
        en=(
            "The workbook was built for a scenario.",
            "Its values are partly those of the scenario. Taken into the strategy, they would make a supposition the plan.",
            (
                "Build the workbook without `--scenario` and enter the changes there. Changes of the scenario itself are made in "
                "its file."
            ),
        ),
        uk=(
            "Книгу зібрано для сценарію.",
            "Частина її значень належить сценарію. Якби їх узяла стратегія, припущення стало б планом.",
            "Зберіть книгу без `--scenario` і внесіть зміни туди. Сам сценарій змінюють у його файлі.",
        ),
    ),
)

WORKBOOK_OF_ANOTHER_STRATEGY = Fault(
    "SB983",
    "workbook_of_another_strategy",
    en=Wording(
        "the workbook belongs to another strategy: it names {theirs}, and the strategy here {ours}",
        "name the folder of the strategy that the workbook was built from",
    ),
    uk=Wording(
        "книга належить іншій стратегії: у ній {theirs}, а в цій стратегії {ours}",
        "вкажіть теку стратегії, з якої зібрано книгу",
    ),
    page=page(
        en=(
            "The workbook was built from another strategy: its community, its currency or its items are others.",
            "Sums of one community have no place in the budget of another.",
            "Run the command with the folder of the right strategy, or build the workbook from this one.",
        ),
        uk=(
            "Книгу зібрано з іншої стратегії: у неї інша громада, інша валюта або інші записи.",
            "Сумам однієї громади не місце в бюджеті іншої.",
            "Запустіть команду з текою потрібної стратегії або зберіть книгу з цієї.",
        ),
    ),
)

WORKBOOK_TABLE_UNCLEAR = Fault(
    "SB984",
    "workbook_table_unclear",
    en=Wording(
        "the machine header of the table {table} (sheet {sheet}) has to stand in the workbook once, but stands at: {cells}",
        "bring back the sheet, or the hidden row above the table; where there are copies of the sheet, keep one",
    ),
    uk=Wording(
        "службовий заголовок таблиці {table} (аркуш {sheet}) має стояти в книзі один раз, а стоїть тут: {cells}",
        "поверніть аркуш або прихований рядок над таблицею; якщо аркуш скопійовано, залиште одну копію",
    ),
    page=page(
        en=(
            "The hidden row above a table, by which it is recognised, is missing or stands in the workbook twice.",
            "Sheets and columns may be renamed and moved because of this row. Without it nothing is guessed and nothing is read.",
            "Undo the deletion of the row or the sheet; where the sheet was copied, keep one copy.",
        ),
        uk=(
            "Прихованого рядка над таблицею, за яким її впізнають, немає, або він стоїть у книзі двічі.",
            (
                "Завдяки цьому рядкові аркуші та стовпці можна перейменовувати й переставляти. Без нього ніщо не вгадується "
                "й не читається."
            ),
            "Скасуйте видалення рядка чи аркуша; якщо аркуш скопійовано, залиште одну копію.",
        ),
    ),
)

WORKBOOK_COLUMN_UNCLEAR = Fault(
    "SB985",
    "workbook_column_unclear",
    en=Wording(
        "sheet {sheet}: the column {column} has to stand in the machine header once, but stands at: {cells}",
        "bring back the column, or remove its copy; nothing is read from the table until then",
    ),
    uk=Wording(
        "аркуш {sheet}: стовпець {column} має стояти у службовому заголовку один раз, а стоїть тут: {cells}",
        "поверніть стовпець або вилучіть його копію; доти з таблиці нічого не читається",
    ),
    page=page(
        en=(
            "A column is missing from the hidden row above a table, or stands there twice.",
            "A deleted column would look like a column of emptied cells, and of two copies nobody knows which one counts.",
            "Undo the deletion. Where the column was copied, clear the key of the copy in the hidden row, or delete the copy.",
        ),
        uk=(
            "Стовпця немає в прихованому рядку над таблицею, або він стоїть там двічі.",
            "Вилучений стовпець виглядав би як стовпець спорожнених клітинок, а з двох копій невідомо, котра справжня.",
            "Скасуйте видалення. Якщо стовпець скопійовано, очистьте ключ копії в прихованому рядку або видаліть копію.",
        ),
    ),
)

WORKBOOK_CONFLICT = Fault(
    "SB987",
    "workbook_conflict",
    en=Wording(
        "{cell}: {field} was changed both here and in the strategy: it was {base}, the workbook says {theirs}, "
        "the strategy {ours}",
        "agree on one value and enter it in both places, or build the workbook anew",
    ),
    uk=Wording(
        "{cell}: {field} змінено і тут, і в стратегії: було {base}, у книзі {theirs}, у стратегії {ours}",
        "домовтеся про одне значення і внесіть його в обох місцях або зберіть книгу наново",
    ),
    page=page(
        en=(
            "A value was changed in the workbook and, after the workbook had been built, in the strategy, too, in another way.",
            "Which of the two is right only people can say. Until they have, nothing of the workbook is written.",
            (
                "Agree on one of the values. Write it into the strategy, or into the cell; where both say the same, there is no "
                "conflict any more."
            ),
        ),
        uk=(
            "Значення змінено в книзі, а після її збирання по-іншому і в стратегії.",
            "Яке з двох правильне, вирішують лише люди. Доти з книги не записується нічого.",
            (
                "Домовтеся про одне зі значень. Запишіть його до стратегії або до клітинки; де обидві кажуть те саме, "
                "суперечності вже немає."
            ),
        ),
    ),
)

CELLS_MERGED = Fault(
    "SB999",
    "cells_merged",
    en=Wording(
        "cells that are read one by one have been merged: {cells}",
        "undo the merging and enter every value into its own cell",
    ),
    uk=Wording(
        "об’єднано клітинки, які читаються кожна окремо: {cells}",
        "скасуйте об’єднання і впишіть кожне значення у свою клітинку",
    ),
    page=page(
        en=(
            "Cells inside the rows of a table were merged.",
            "Of merged cells only the first keeps its value; the others, an id perhaps, would seem empty.",
            "Undo the merging; what the cells held is lost, so take it from the workbook as it was built.",
        ),
        uk=(
            "У рядках таблиці об’єднано клітинки.",
            "З об’єднаних клітинок значення зберігає лише перша; решта, можливо й ідентифікатор, здавалися б порожніми.",
            "Скасуйте об’єднання; те, що було в клітинках, утрачено, тож візьміть його зі щойно зібраної книги.",
        ),
    ),
)
