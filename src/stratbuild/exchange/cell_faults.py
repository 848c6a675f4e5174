"""What can be wrong with, or has to be told of, a single cell of an edited workbook."""

from stratbuild.diagnostics import Fault, Severity, Wording
from stratbuild.render.edited.scan_page import page

COMPUTED_CELL_CHANGED = Fault(
    "SB988",
    "computed_cell_changed",
    en=Wording(
        "{cell}: a cell of {item} that is not for input was changed to {value}; this is ignored",
        "change what the cell follows from, or the strategy itself",
    ),
    uk=Wording(
        "{cell}: змінено розрахункову клітинку {item}, у ній тепер {value}; на це не зважають",
        "змініть те, з чого клітинка випливає, або саму стратегію",
    ),
    severity=Severity.WARNING,
    page=page(
        en=(
            "Something was typed over a cell that is computed, or that repeats what the strategy says elsewhere.",
            "Sums follow from quantities, prices and shares. A typed sum would contradict them, so that it is never taken over.",
            (
                "Change the cell that is marked as an input; the sums follow by themselves. What has no input in the workbook is "
                "changed in the strategy."
            ),
        ),
        uk=(
            "Щось вписано поверх клітинки, яка обчислюється або повторює сказане у стратегії деінде.",
            "Суми випливають із кількостей, цін і часток. Вписана сума суперечила б їм, тож її ніколи не беруть.",
            (
                "Змініть клітинку, позначену як поле для введення; суми зміняться самі. Чого в книзі ввести не можна, "
                "те змінюють у стратегії."
            ),
        ),
    ),
)

SUM_TYPED_OVER = Fault(
    "SB929",
    "sum_typed_over",
    en=Wording(
        "{cell}: {value} was typed where a sum was computed; this is ignored",
        "change the inputs that are added up there, or the strategy itself",
    ),
    uk=Wording(
        "{cell}: вписано {value} на місці суми, яка обчислюється; на це не зважають",
        "змініть поля, які тут підсумовано, або саму стратегію",
    ),
    severity=Severity.WARNING,
    page=page(
        en=(
            "A number was typed over a sum: its neighbours have one computed in the same way.",
            "Totals are computed from the strategy and never read from a workbook, so that the number changes nothing.",
            "Find the inputs that the sum is made of, and change those; they are marked by colour and by a word.",
        ),
        uk=(
            "Число вписано поверх суми: у сусідніх клітинках суми обчислюються так само.",
            "Підсумки обчислюються зі стратегії, з книги їх ніколи не беруть, тож це число нічого не змінює.",
            "Знайдіть поля, з яких складається сума, і змініть їх; вони позначені кольором і словом.",
        ),
    ),
)

INPUT_OF_ANOTHER_WAY = Fault(
    "SB928",
    "input_of_another_way",
    en=Wording(
        "{cell}: {item} states its money in another way, so that {value} counts for nothing here",
        "clear every input of the sum that the row has, and fill those of the other way",
    ),
    uk=Wording(
        "{cell}: {item} подає суму в інший спосіб, тож {value} тут ні на що не впливає",
        "очистьте всі поля суми, які рядок уже має, і заповніть поля іншого способу",
    ),
    severity=Severity.WARNING,
    page=page(
        en=(
            "A quantity, a price, a total or a share was typed into a row whose sum comes from something else.",
            "A line states its sum in one way; two of them could contradict each other.",
            (
                "To have it reckoned in another way, clear the inputs that the row has and fill those of the other way: "
                "quantities with a price, sums by year, or a total with shares."
            ),
        ),
        uk=(
            "Кількість, ціну, загальну суму чи частку вписано в рядок, сума якого береться з іншого.",
            "Рядок подає суму в один спосіб; два способи могли б суперечити один одному.",
            (
                "Щоб рахувати інакше, очистьте поля, які рядок уже має, і заповніть поля іншого способу: "
                "кількості з ціною, суми за роками або загальну суму з частками."
            ),
        ),
    ),
)

FORMULA_IN_INPUT = Fault(
    "SB989",
    "formula_in_input",
    en=Wording(
        "{cell} holds the formula {formula}; the value it gave last is taken: {value}",
        "check that value; the formula itself is not kept",
    ),
    uk=Wording(
        "{cell} містить формулу {formula}; узято її останнє значення: {value}",
        "перевірте це значення; сама формула не зберігається",
    ),
    severity=Severity.NOTE,
    page=page(
        en=(
            "A formula was typed into a cell for input.",
            "The formula is not calculated here: the value that the spreadsheet stored last is taken, and it may be out of date.",
            "Check the value that the message names; write it into the basis of the sum how it came about.",
        ),
        uk=(
            "У клітинку для введення вписано формулу.",
            "Тут формулу не обчислюють: береться значення, яке табличний редактор зберіг останнім, а воно може бути застарілим.",
            "Перевірте значення, назване в повідомленні; як воно склалося, запишіть в обґрунтуванні суми.",
        ),
    ),
)

FORMULA_WITHOUT_VALUE = Fault(
    "SB990",
    "formula_without_value",
    en=Wording(
        "{cell} holds the formula {formula}, which was never calculated",
        "type the value itself, or open the workbook in a spreadsheet and save it",
    ),
    uk=Wording(
        "{cell} містить формулу {formula}, яку ніколи не обчислювали",
        "впишіть саме значення або відкрийте книгу в табличному редакторі та збережіть",
    ),
    page=page(
        en=(
            "A cell for input holds a formula without a stored value.",
            "Formulas are not calculated here, so that nobody knows what the cell is worth.",
            "Open the workbook in a spreadsheet, look at the value, and save it; or type the value in place of the formula.",
        ),
        uk=(
            "Клітинка для введення містить формулу без збереженого значення.",
            "Формули тут не обчислюються, тож значення клітинки не знає ніхто.",
            "Відкрийте книгу в табличному редакторі, погляньте на значення і збережіть; або впишіть значення замість формули.",
        ),
    ),
)

REQUIRED_VALUE_EMPTIED = Fault(
    "SB991",
    "required_value_emptied",
    en=Wording(
        "{cell} is empty, but {field} cannot be without a value",
        "enter a value; to remove a whole item, delete its row",
    ),
    uk=Wording(
        "{cell} порожня, а {field} не може бути без значення",
        "впишіть значення; щоб вилучити запис цілком, видаліть його рядок",
    ),
    page=page(
        en=(
            "A cell was emptied whose value the strategy cannot do without.",
            "A line without a title, or an assumption without a value, cannot be read any more.",
            "Enter the value. A text that stands in the file in another language only is removed there.",
        ),
        uk=(
            "Спорожнено клітинку, без значення якої стратегія не обійдеться.",
            "Рядок без назви чи припущення без значення вже не прочитати.",
            "Впишіть значення. Текст, який у файлі є лише іншою мовою, вилучають там.",
        ),
    ),
)

CHANGE_SUSPICIOUSLY_LARGE = Fault(
    "SB992",
    "change_suspiciously_large",
    en=Wording(
        "{cell}: {field} becomes more than 20 times larger: {new} instead of {old}",
        "check the unit of the column; if the sum is right, run the command with `--accept-large`",
    ),
    uk=Wording(
        "{cell}: {field} зростає більш ніж у 20 разів: {new} замість {old}",
        "перевірте одиницю стовпця; якщо сума правильна, додайте до команди `--accept-large`",
    ),
    page=page(
        en=(
            "A sum becomes more than twenty times what it was.",
            "Most often somebody took hryvnias for thousands of hryvnias.",
            "Compare the cell with the unit in the head of its column. If the sum is right, agree to it with `--accept-large`.",
        ),
        uk=(
            "Сума стає більш ніж у двадцять разів більшою, ніж була.",
            "Найчастіше хтось сплутав гривні з тисячами гривень.",
            "Порівняйте клітинку з одиницею в заголовку стовпця. Якщо сума правильна, погодьтеся з нею: `--accept-large`.",
        ),
    ),
)
