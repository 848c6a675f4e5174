"""What a file can be instead of a workbook that can be read."""

from stratbuild.diagnostics import Fault, Wording
from stratbuild.render.edited.scan_page import page

_WHY_EN = "Nothing is taken from a file that was not understood; the strategy stays as it is."
_WHY_UK = "З файлу, який не вдалося зрозуміти, не береться нічого; стратегія лишається такою, як була."

WORKBOOK_NOT_READABLE = Fault(
    "SB940",
    "workbook_not_readable",
    en=Wording("{name} could not be read: {problem}", "check the path, close the workbook in other programs and try again"),
    uk=Wording("{name} не вдалося прочитати: {problem}", "перевірте шлях, закрийте книгу в інших програмах і спробуйте ще раз"),
    page=page(
        en=(
            "The operating system did not let the workbook be read, or there is no such file.",
            _WHY_EN,
            "Check the path and the permissions; close the workbook in the spreadsheet and try again.",
        ),
        uk=(
            "Операційна система не дала прочитати книгу, або такого файлу немає.",
            _WHY_UK,
            "Перевірте шлях і права доступу; закрийте книгу в табличному редакторі й спробуйте ще раз.",
        ),
    ),
)
WORKBOOK_IS_EMPTY = Fault(
    "SB941",
    "workbook_is_empty",
    en=Wording("{name} holds nothing: 0 bytes", "copy the workbook again: saving or sending it was cut off"),
    uk=Wording("{name} порожній: 0 байтів", "скопіюйте книгу ще раз: її збереження чи пересилання обірвалося"),
    page=page(
        en=(
            "The file has no contents at all.",
            _WHY_EN,
            "Saving, copying or sending was cut off. Take the workbook from its sender once more.",
        ),
        uk=(
            "Файл зовсім не має вмісту.",
            _WHY_UK,
            "Збереження, копіювання чи пересилання обірвалося. Візьміть книгу у відправника ще раз.",
        ),
    ),
)
WORKBOOK_HAS_PASSWORD = Fault(
    "SB942",
    "workbook_has_password",
    en=Wording("{name} is protected by a password", "open it, take the password off and save it as `.xlsx`"),
    uk=Wording("{name} захищено паролем", "відкрийте книгу, зніміть пароль і збережіть її як `.xlsx`"),
    page=page(
        en=(
            "The workbook is encrypted, so that only those who know the password can read it.",
            "No password is asked for and none is guessed; the strategy stays as it is.",
            "Open the workbook in the spreadsheet, take off the password for opening it, and save it as `.xlsx`.",
        ),
        uk=(
            "Книгу зашифровано, і прочитати її можна лише з паролем.",
            "Пароля не питають і не вгадують; стратегія лишається такою, як була.",
            "Відкрийте книгу в табличному редакторі, зніміть пароль на відкриття і збережіть як `.xlsx`.",
        ),
    ),
)
WORKBOOK_OF_OLD_FORMAT = Fault(
    "SB943",
    "workbook_of_old_format",
    en=Wording("{name} is a workbook of the old format `.xls`", "open it and save it as an Excel workbook, `.xlsx`"),
    uk=Wording("{name} — книга старого формату `.xls`", "відкрийте її і збережіть як книгу Excel, `.xlsx`"),
    page=page(
        en=(
            "The workbook was saved in the format of Excel 97–2003, whatever its name says.",
            "The old format does not keep the names and marks by which rows and cells are found again.",
            "Open the workbook and save it as an Excel workbook, `.xlsx`; then check that nothing was lost.",
        ),
        uk=(
            "Книгу збережено у форматі Excel 97–2003, хоч би як вона називалася.",
            "Старий формат не зберігає імен і позначок, за якими знову знаходять рядки й клітинки.",
            "Відкрийте книгу і збережіть як книгу Excel, `.xlsx`; потім перевірте, чи нічого не зникло.",
        ),
    ),
)
WORKBOOK_OF_ANOTHER_FORMAT = Fault(
    "SB944",
    "workbook_of_another_format",
    en=Wording(
        "{name} is no `.xlsx` workbook inside, but {format}",
        "open it in a spreadsheet and save it as an Excel workbook, `.xlsx`: another name does not make another format",
    ),
    uk=Wording(
        "{name} усередині не книга `.xlsx`, а {format}",
        "відкрийте файл у табличному редакторі і збережіть як книгу Excel, `.xlsx`: інша назва не змінює формату",
    ),
    page=page(
        en=(
            "The file has the name of a workbook, but is of another format inside.",
            _WHY_EN,
            (
                "Open the file in a spreadsheet and save it as an Excel workbook, `.xlsx`. Best send back the very "
                "workbook that was built: others lack the names by which cells are found."
            ),
        ),
        uk=(
            "Файл названо як книгу, але всередині він іншого формату.",
            _WHY_UK,
            (
                "Відкрийте файл у табличному редакторі і збережіть як книгу Excel, `.xlsx`. Найкраще надсилати саме ту "
                "книгу, яку було зібрано: в інших немає імен, за якими знаходять клітинки."
            ),
        ),
    ),
)
NOT_A_WORKBOOK = Fault(
    "SB945",
    "not_a_workbook",
    en=Wording("{name} is no workbook", "name the workbook that came back, a file of the format `.xlsx`"),
    uk=Wording("{name} — не книга", "вкажіть книгу, яка повернулася: файл формату `.xlsx`"),
    page=page(
        en=("The file is no workbook of any format that is known.", _WHY_EN, "Name the workbook that came back, `budget.xlsx`."),
        uk=(
            "Файл не є книгою жодного відомого формату.",
            _WHY_UK,
            "Вкажіть книгу, яка повернулася: `budget.xlsx`.",
        ),
    ),
)
WORKBOOK_TRUNCATED = Fault(
    "SB946",
    "workbook_truncated",
    en=Wording("{name} breaks off: its end is missing", "copy or download the workbook again"),
    uk=Wording("{name} обривається: кінця файлу немає", "скопіюйте або завантажте книгу ще раз"),
    page=page(
        en=(
            "The file begins as a workbook, but its end is missing.",
            _WHY_EN,
            "Copying, downloading or sending was cut off. Take the workbook from its sender once more.",
        ),
        uk=(
            "Файл починається як книга, але його кінця немає.",
            _WHY_UK,
            "Копіювання, завантаження чи пересилання обірвалося. Візьміть книгу у відправника ще раз.",
        ),
    ),
)
WORKBOOK_DAMAGED = Fault(
    "SB947",
    "workbook_damaged",
    en=Wording(
        "the workbook is damaged: {part} cannot be read",
        "open it in a spreadsheet, let it be repaired, and save it as a new `.xlsx`",
    ),
    uk=Wording(
        "книгу пошкоджено: не вдалося прочитати {part}",
        "відкрийте її в табличному редакторі, дайте відновити і збережіть як новий `.xlsx`",
    ),
    page=page(
        en=(
            "A part of the workbook is missing, contradicts itself or cannot be read.",
            _WHY_EN,
            "Open the workbook in a spreadsheet; let it be repaired, look at what was lost, and save it as a new `.xlsx`.",
        ),
        uk=(
            "Частини книги бракує, вона суперечить собі або її не вдається прочитати.",
            _WHY_UK,
            "Відкрийте книгу в табличному редакторі; дайте її відновити, перевірте, що втрачено, і збережіть як новий `.xlsx`.",
        ),
    ),
)
