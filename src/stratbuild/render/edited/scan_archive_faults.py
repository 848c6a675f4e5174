"""What makes the archive that a workbook is dangerous to open: refused before any library sees it."""

from stratbuild.diagnostics import Fault, Wording
from stratbuild.render.edited.scan_page import page

_REMEDY_EN = "ask who sent the workbook; open it in a spreadsheet and save it as a new `.xlsx`"
_REMEDY_UK = "спитайте відправника; відкрийте книгу в табличному редакторі і збережіть як новий `.xlsx`"
_DO_EN = "Spreadsheets do not write such files. Ask who sent it and by which program it was made; a copy saved anew is sound."
_DO_UK = (
    "Табличні редактори таких файлів не пишуть. Спитайте відправника, якою програмою його зроблено; "
    "збережена наново копія буде справною."
)

WORKBOOK_WITH_ENTITIES = Fault(
    "SB948",
    "workbook_with_entities",
    en=Wording("{part} in the workbook declares entities of its own (`<!DOCTYPE`)", _REMEDY_EN),
    uk=Wording("{part} у книзі оголошує власні сутності (`<!DOCTYPE`)", _REMEDY_UK),
    page=page(
        en=(
            "A part of the workbook declares a document type or entities.",
            "Entities can make a reader load other files or fill all memory; no workbook needs them.",
            _DO_EN,
        ),
        uk=(
            "Частина книги оголошує тип документа або сутності.",
            "Сутності можуть змусити програму читати інші файли або забрати всю пам’ять; жодній книзі вони не потрібні.",
            _DO_UK,
        ),
    ),
)
WORKBOOK_TOO_LARGE = Fault(
    "SB949",
    "workbook_too_large",
    en=Wording(
        "the workbook takes {size} MiB unpacked, and at most {largest} MiB are read", "take out what is no part of the budget"
    ),
    uk=Wording(
        "розпакована книга займає {size} МіБ, а читаються не більше ніж {largest} МіБ",
        "вилучіть з неї те, що не належить до бюджету",
    ),
    page=page(
        en=(
            "Unpacked, the workbook is larger than any budget.",
            "A small archive can hold gigabytes; it must not stop the computer that reads it.",
            "Take out pictures, copies of sheets and whatever else is no part of the budget, and save it as a new `.xlsx`.",
        ),
        uk=(
            "У розпакованому вигляді книга більша за будь-який бюджет.",
            "Малий архів може вміщувати гігабайти; він не повинен зупинити комп’ютер, на якому його читають.",
            "Вилучіть рисунки, копії аркушів та все, що не належить до бюджету, і збережіть як новий `.xlsx`.",
        ),
    ),
)
WORKBOOK_PACKED_TOO_TIGHTLY = Fault(
    "SB950",
    "workbook_packed_too_tightly",
    en=Wording("{part} in the workbook unpacks to {ratio} times its size, and at most {largest} times is taken", _REMEDY_EN),
    uk=Wording("{part} у книзі стиснуто надто щільно: у скільки разів — {ratio}, а дозволено до {largest}", _REMEDY_UK),
    page=page(
        en=(
            "A part of the workbook is packed as no table is.",
            "Such an archive, a bomb, fills the memory of the computer that opens it.",
            _DO_EN,
        ),
        uk=(
            "Частину книги стиснуто так, як не стискається жодна таблиця.",
            "Такий архів, «бомба», забирає всю пам’ять комп’ютера, на якому його відкривають.",
            _DO_UK,
        ),
    ),
)
WORKBOOK_OF_TOO_MANY_PARTS = Fault(
    "SB951",
    "workbook_of_too_many_parts",
    en=Wording("the workbook has {count} parts, and at most {largest} are read", _REMEDY_EN),
    uk=Wording("частин у книзі: {count}, а читаються не більше ніж {largest}", _REMEDY_UK),
    page=page(
        en=(
            "The archive of the workbook holds thousands of files.",
            "A budget has some dozens; reading the rest would only take time.",
            "Take out pictures and sheets that are no part of the budget, and save it as a new `.xlsx`.",
        ),
        uk=(
            "Архів книги містить тисячі файлів.",
            "Бюджет має їх кілька десятків; читання решти лише забирало б час.",
            "Вилучіть рисунки й аркуші, які не належать до бюджету, і збережіть як новий `.xlsx`.",
        ),
    ),
)
WORKBOOK_PARTS_OVERLAP = Fault(
    "SB952",
    "workbook_parts_overlap",
    en=Wording("{part} and {other} take the same place in the workbook’s archive", _REMEDY_EN),
    uk=Wording("{part} і {other} займають те саме місце в архіві книги", _REMEDY_UK),
    page=page(
        en=(
            "Two parts of the workbook share the same bytes of its archive.",
            "So a small archive unpacks to an endless one, and two programs read two different workbooks.",
            _DO_EN,
        ),
        uk=(
            "Дві частини книги займають ті самі байти архіву.",
            "Так малий архів розпаковується в безмежний, а дві програми читають дві різні книги.",
            _DO_UK,
        ),
    ),
)
WORKBOOK_PART_TWICE = Fault(
    "SB953",
    "workbook_part_twice",
    en=Wording("the workbook holds {part} twice", _REMEDY_EN),
    uk=Wording("книга містить {part} двічі", _REMEDY_UK),
    page=page(
        en=(
            "The archive of the workbook has two parts of one name, perhaps in letters of another case.",
            "One program shows the first and another the second: the sums that were checked need not be the sums that are read.",
            _DO_EN,
        ),
        uk=(
            "Архів книги має дві частини з однією назвою, хай і в літерах іншого регістру.",
            "Одна програма показує першу, інша — другу: перевірені суми можуть бути не тими, що їх прочитано.",
            _DO_UK,
        ),
    ),
)
WORKBOOK_PART_OUTSIDE = Fault(
    "SB954",
    "workbook_part_outside",
    en=Wording("a part of the workbook is named {part}, a path that leads out of it", _REMEDY_EN),
    uk=Wording("частину книги названо {part}: цей шлях веде за її межі", _REMEDY_UK),
    page=page(
        en=(
            "A part of the workbook has a name that leads to another folder of the disk.",
            "Such names are made to overwrite other people’s files; nothing is unpacked to the disk, and the workbook is refused.",
            _DO_EN,
        ),
        uk=(
            "Частина книги має назву, що веде до іншої теки на диску.",
            "Такі назви роблять, щоб переписати чужі файли; на диск нічого не розпаковується, а книгу відхилено.",
            _DO_UK,
        ),
    ),
)
