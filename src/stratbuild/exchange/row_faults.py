"""What can be wrong with, or has to be told of, a row of an edited workbook."""

from stratbuild.diagnostics import Fault, Severity, Wording
from stratbuild.render.edited.scan_page import page

NEW_ROW_NOT_TAKEN = Fault(
    "SB986",
    "new_row_not_taken",
    en=Wording(
        "{cell}: the table on the sheet {sheet} takes no new rows",
        "add the item in the strategy and build the workbook anew",
    ),
    uk=Wording(
        "{cell}: таблиця на аркуші {sheet} не приймає нових рядків",
        "додайте запис у стратегії і зберіть книгу наново",
    ),
    page=page(
        en=(
            "A row was added to a table whose items cannot be described by its columns alone.",
            "A new source or a new index needs more than a row of numbers: a kind, a fund, an origin.",
            "Add the item in the strategy, build the workbook anew, and enter its numbers there; or delete the row.",
        ),
        uk=(
            "Рядок додано до таблиці, стовпців якої замало, щоб описати новий запис.",
            "Нове джерело чи новий індекс — це більше, ніж рядок чисел: потрібні вид, фонд, походження.",
            "Додайте запис у стратегії, зберіть книгу наново і впишіть числа туди; або видаліть рядок.",
        ),
    ),
)

ROW_COPIED_ALIKE = Fault(
    "SB993",
    "row_copied_alike",
    en=Wording("the row {key} stands there more than once, the same each time: {cells}", "nothing need be done"),
    uk=Wording("рядок {key} стоїть кілька разів, щоразу однаковий: {cells}", "робити нічого не треба"),
    severity=Severity.NOTE,
    page=page(
        en=(
            "A row was copied and the copy left as it was.",
            "Copies that say the same change nothing.",
            "Delete the copy. If it is to become a new line, clear its key and change what is different.",
        ),
        uk=(
            "Рядок скопійовано, а копію не змінено.",
            "Копії, які кажуть те саме, нічого не змінюють.",
            "Видаліть копію. Якщо вона має стати новим рядком, очистьте її ключ і змініть те, що відрізняється.",
        ),
    ),
)

ROW_COPIED_AND_CHANGED = Fault(
    "SB994",
    "row_copied_and_changed",
    en=Wording(
        "the row {key} stands there more than once with different contents: {cells}",
        "clear the key cell of the row that is to become a new line",
    ),
    uk=Wording(
        "рядок {key} стоїть кілька разів із різним вмістом: {cells}",
        "очистьте клітинку ключа в тому рядку, який має стати новим",
    ),
    page=page(
        en=(
            "A row was copied and changed, but kept its key.",
            "By the key a row finds its place in the strategy; of two rows with one key nobody knows which one counts.",
            "Clear the key cell of the new row: it becomes a new line with an id of its own. Or delete the copy.",
        ),
        uk=(
            "Рядок скопійовано і змінено, але ключ лишився той самий.",
            "За ключем рядок знаходить своє місце у стратегії; з двох рядків з одним ключем невідомо, котрий справжній.",
            "Очистьте клітинку ключа в новому рядку: він стане новим рядком із власним ідентифікатором. Або видаліть копію.",
        ),
    ),
)

ROW_MISSING = Fault(
    "SB995",
    "row_missing",
    en=Wording(
        "the row {key} of the sheet {sheet} is missing; it stays in the strategy",
        "if it was meant to be removed, run the command with `--accept-removals`, which removes lines and their sources",
    ),
    uk=Wording(
        "на аркуші {sheet} немає рядка {key}; у стратегії він лишається",
        "якщо його справді вилучено, додайте до команди `--accept-removals`: вона вилучає рядки бюджету та їхні джерела",
    ),
    severity=Severity.WARNING,
    page=page(
        en=(
            "A row that the workbook had when it was built is not there any more.",
            "A row is quickly lost by a slip of the hand; its removal needs a word of agreement.",
            (
                "Where the removal is meant, run the command with `--accept-removals`. It removes budget lines and the sources of "
                "lines; everything else is removed in the strategy."
            ),
        ),
        uk=(
            "Рядка, який був у книзі під час збирання, більше немає.",
            "Рядок легко втратити випадково; його вилучення треба підтвердити.",
            (
                "Якщо рядок вилучено навмисне, додайте до команди `--accept-removals`. Вона вилучає рядки бюджету та джерела "
                "рядків; усе інше вилучають у стратегії."
            ),
        ),
    ),
)

ROW_MISSING_STAYS = Fault(
    "SB925",
    "row_missing_stays",
    en=Wording(
        "the row {key} of the sheet {sheet} is missing; it stays in the strategy",
        "a workbook does not remove it: delete the item in the strategy where it is meant to go",
    ),
    uk=Wording(
        "на аркуші {sheet} немає рядка {key}; у стратегії він лишається",
        "через книгу його не вилучити: якщо запис справді зайвий, видаліть його у стратегії",
    ),
    severity=Severity.WARNING,
    page=page(
        en=(
            "A row is missing from a table whose items are not removed by way of the workbook.",
            "Other parts of the strategy rest on a source, an index or a programme; a deleted row does not take it away.",
            "Delete the item in the strategy and build the workbook anew; where the row was deleted by mistake, do nothing.",
        ),
        uk=(
            "Бракує рядка таблиці, записи якої через книгу не вилучають.",
            "На джерело, індекс чи програму спираються інші частини стратегії; видалений рядок їх не вилучає.",
            "Видаліть запис у стратегії і зберіть книгу наново; якщо рядок видалено випадково, нічого не робіть.",
        ),
    ),
)

ROW_LOST_ITS_KEY = Fault(
    "SB926",
    "row_lost_its_key",
    en=Wording(
        "{cell}: the row says what {key} is, which is missing on the sheet; as a new line it would be counted twice",
        "type {key} into the cell; where it is another line, give it another title",
    ),
    uk=Wording(
        "{cell}: рядок повторює {key}, якого на аркуші вже немає; як новий він подвоїв би суму",
        "впишіть у клітинку {key}; якщо це інший рядок, дайте йому іншу назву",
    ),
    page=page(
        en=(
            "A row with the measure and the title of a known line has another key, or none, and the line has no row of its own.",
            "By the key a row finds its line. Without it the row would become a second line, and its money would be planned twice.",
            "Bring back the key. An id is not changed by way of the workbook; a line that is really new has a title of its own.",
        ),
        uk=(
            "Рядок має захід і назву відомого рядка бюджету, але інший ключ або жодного, а сам відомий рядок зник.",
            "За ключем рядок знаходить своє місце у стратегії. Без нього він став би другим, і його кошти заплановано б двічі.",
            "Поверніть ключ. Ідентифікатор через книгу не змінюють; справді новий рядок має власну назву.",
        ),
    ),
)

ROW_CONTRADICTS_ITS_KEY = Fault(
    "SB927",
    "row_contradicts_its_key",
    en=Wording(
        "{cell}: the key of the row is {key}, but {value} was typed",
        "bring back the cell; add a row without a key for the other source or year, and delete this one with `--accept-removals`",
    ),
    uk=Wording(
        "{cell}: ключ рядка — {key}, а вписано {value}",
        "поверніть клітинку; для іншого джерела чи року додайте рядок без ключа, а цей видаліть і скористайтеся `--accept-removals`",
    ),
    page=page(
        en=(
            "The line, the source or the year of a row was typed over, while its key is still that of another.",
            "The part in the row would go to the source of the key, and not to the one that is seen.",
            (
                "Bring back what stood in the cell. Where another source is to pay, add a row without a key below the others, "
                "delete this one, and run the command with `--accept-removals`."
            ),
        ),
        uk=(
            "Рядок бюджету, джерело чи рік у рядку вписано наново, а ключ лишився від іншого.",
            "Частка дісталася б джерелу, яке називає ключ, а не тому, яке видно.",
            (
                "Поверніть те, що стояло у клітинці. Якщо має платити інше джерело, додайте під таблицею рядок без ключа, "
                "цей видаліть і запустіть команду з `--accept-removals`."
            ),
        ),
    ),
)

NEW_ROW_INCOMPLETE = Fault(
    "SB996",
    "new_row_incomplete",
    en=Wording("{cell}: the new row lacks {missing}", "fill the cells that are missing, or clear the row"),
    uk=Wording("{cell}: у новому рядку бракує {missing}", "заповніть ці клітинки або очистьте рядок"),
    page=page(
        en=(
            "A row without a key has something entered, but not all that a new entry needs.",
            "A new line needs its measure and a title, a new part of the funding its line, its source and the part.",
            "Fill the cells; or, where the row is only a remark, clear it and leave a comment in its place.",
        ),
        uk=(
            "У рядку без ключа щось вписано, але не все, чого потребує новий запис.",
            "Новий рядок бюджету потребує заходу й назви, нова частка фінансування — рядка, джерела й самої частки.",
            "Заповніть клітинки; якщо ж це лише зауваження, очистьте рядок і залиште натомість примітку.",
        ),
    ),
)

NEW_ROW_NAMES_UNKNOWN = Fault(
    "SB997",
    "new_row_names_unknown",
    en=Wording("{cell}: the strategy has no {name}", "correct the id; {suggestion}"),
    uk=Wording("{cell}: у стратегії немає {name}", "виправте ідентифікатор; {suggestion}"),
    page=page(
        en=(
            "A new row names a measure, a line or a source that the strategy does not have.",
            "A new entry has to belong to something.",
            "Correct the id. What is missing in the strategy is added there first.",
        ),
        uk=(
            "Новий рядок називає захід, рядок бюджету чи джерело, якого у стратегії немає.",
            "Новий запис має до чогось належати.",
            "Виправте ідентифікатор. Якщо чогось у стратегії бракує, спершу додайте його там.",
        ),
    ),
)

NEW_ROW_ID_UNUSABLE = Fault(
    "SB998",
    "new_row_id_unusable",
    en=Wording(
        "{cell}: {id} cannot be the id of a new line: it is in use, was in use, or is no id",
        "clear the key cell, and the line gets an id of its own; or type another one, such as B-WIFI-AP",
    ),
    uk=Wording(
        "{cell}: {id} не може бути ідентифікатором нового рядка: він зайнятий, був зайнятий або це не ідентифікатор",
        "очистьте клітинку ключа, і рядок отримає власний ідентифікатор; або впишіть інший, як-от B-WIFI-AP",
    ),
    page=page(
        en=(
            "What was typed as the key of a new row cannot be its id.",
            "An id is short, in Latin capitals, digits and hyphens, and never stands for two things.",
            "Clear the key cell: the id is then made from that of the measure. Or type another id.",
        ),
        uk=(
            "Вписане як ключ нового рядка не може бути його ідентифікатором.",
            "Ідентифікатор короткий, складається з великих латинських літер, цифр і дефісів і ніколи не означає двох речей.",
            "Очистьте клітинку ключа: ідентифікатор буде утворено від ідентифікатора заходу. Або впишіть інший.",
        ),
    ),
)
