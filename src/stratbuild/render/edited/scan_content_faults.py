"""What a workbook brings along that is never followed or run, and who holds it open."""

from stratbuild.diagnostics import Fault, Severity, Wording
from stratbuild.render.edited.scan_page import page

WORKBOOK_MACROS_IGNORED = Fault(
    "SB955",
    "workbook_macros_ignored",
    en=Wording("the workbook holds macros; they are neither run nor kept", "nothing need be done; check what put them there"),
    uk=Wording("книга містить макроси; їх не запущено й не збережено", "робити нічого не треба; з’ясуйте, звідки вони взялися"),
    severity=Severity.NOTE,
    page=page(
        en=(
            "The workbook holds programs, macros.",
            "Only values of cells are read; a macro is never run. A value that a macro wrote is read as any other.",
            "Check why a budget has macros: the workbook that was built has none.",
        ),
        uk=(
            "Книга містить програми — макроси.",
            "Читаються лише значення клітинок; макрос ніколи не запускається. Значення, яке він записав, читається як усі інші.",
            "З’ясуйте, чому бюджет має макроси: у зібраній книзі їх не було.",
        ),
    ),
)
WORKBOOK_LINKS_IGNORED = Fault(
    "SB956",
    "workbook_links_ignored",
    en=Wording(
        "the workbook refers to what is outside it and is not followed: {places}",
        "where a sum comes from there, write the sum itself",
    ),
    uk=Wording(
        "книга посилається на те, що поза нею, і за посиланнями ніхто не йде: {places}",
        "якщо звідти береться сума, впишіть саму суму",
    ),
    severity=Severity.NOTE,
    page=page(
        en=(
            "The workbook has links to other workbooks, connections to data, or formulas that ask a server or a program.",
            "Nothing outside is opened. The value that was stored last is all that is known of such a cell.",
            "Write into the cell the sum itself and name its basis in the strategy.",
        ),
        uk=(
            "Книга має зв’язки з іншими книгами, з’єднання з даними або формули, що звертаються до сервера чи програми.",
            "Нічого зовнішнього не відкривають. Про таку клітинку відоме лише останнє збережене значення.",
            "Впишіть у клітинку саму суму, а її підставу вкажіть у стратегії.",
        ),
    ),
)
WORKBOOK_OBJECTS_IGNORED = Fault(
    "SB957",
    "workbook_objects_ignored",
    en=Wording(
        "files and controls put into the workbook are not opened: {places}", "send what matters in them as a file of its own"
    ),
    uk=Wording(
        "файли й елементи керування, вставлені в книгу, не відкриваються: {places}", "важливе з них надішліть окремим файлом"
    ),
    severity=Severity.NOTE,
    page=page(
        en=(
            "The workbook holds other files or controls inside it.",
            "They can be programs, or archives of any size; they are never opened.",
            "Send what matters in them as a file of its own.",
        ),
        uk=(
            "Усередині книги є інші файли або елементи керування.",
            "Це можуть бути програми або архіви будь-якого розміру; їх ніколи не відкривають.",
            "Важливе з них надішліть окремим файлом.",
        ),
    ),
)
WORKBOOK_HAS_COMMENTS = Fault(
    "SB958",
    "workbook_has_comments",
    en=Wording("the workbook has {count} comments ({cells})", "read them: they are no values and change nothing by themselves"),
    uk=Wording("книга має коментарі ({count}): {cells}", "прочитайте їх: це не значення, самі вони нічого не змінюють"),
    severity=Severity.NOTE,
    page=page(
        en=(
            "People left comments on cells of the workbook.",
            "A comment often says what a number cannot; it must not be lost on the way back.",
            "Read the comments, answer them and change the strategy where they are right.",
        ),
        uk=(
            "У клітинках книги люди залишили коментарі.",
            "Коментар часто каже те, чого не скаже число; дорогою назад він не повинен загубитися.",
            "Прочитайте коментарі, дайте на них відповідь і змініть стратегію там, де вони слушні.",
        ),
    ),
)
WORKBOOK_OPEN_ELSEWHERE = Fault(
    "SB959",
    "workbook_open_elsewhere",
    en=Wording(
        "{name} is open in a spreadsheet now ({holder}); what was not saved yet is not in it",
        "save and close it there, then read it again",
    ),
    uk=Wording(
        "{name} зараз відкрито в табличному редакторі ({holder}); того, що ще не збережено, у ній немає",
        "збережіть і закрийте книгу там, тоді прочитайте ще раз",
    ),
    severity=Severity.WARNING,
    page=page(
        en=(
            "Beside the workbook lies the lock file by which a spreadsheet says that somebody has it open.",
            "What is read is what was saved last; later changes are missing.",
            (
                "Ask the person who is named to save and close it. Where nobody has it open, the lock file was left "
                "behind by a crash and can be deleted."
            ),
        ),
        uk=(
            "Поруч із книгою лежить файл блокування: так табличний редактор повідомляє, що її хтось відкрив.",
            "Прочитано те, що збережено останнім; пізніших змін немає.",
            (
                "Попросіть названу особу зберегти й закрити книгу. Якщо її ніхто не відкривав, файл блокування лишився "
                "після збою і його можна видалити."
            ),
        ),
    ),
)
