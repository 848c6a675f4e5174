"""What can be wrong with a number that was typed into a cell."""

from stratbuild.diagnostics import Fault, Wording
from stratbuild.render.edited.scan_page import page

_Said = tuple[str, str, str, str]
"""The message after the cell's place, the hint, the page's first sentence, the page's remedy."""

_WHY_EN = "A value goes into the strategy exactly or not at all: nothing is guessed, and the old value stays."
_WHY_UK = "Значення потрапляє до стратегії точно або ніяк: нічого не вгадують, і старе значення лишається."


def cell_fault(code: str, name: str, *, en: _Said, uk: _Said) -> Fault:
    """A fault of one cell, in four texts a language."""
    return Fault(
        code,
        name,
        en=Wording(f"{{cell}}: {en[0]}", en[1]),
        uk=Wording(f"{{cell}}: {uk[0]}", uk[1]),
        page=page(en=(en[2], _WHY_EN, en[3]), uk=(uk[2], _WHY_UK, uk[3])),
    )


NUMBER_FAULTS = (
    cell_fault(
        "SB962",
        "cell_ambiguous",
        en=(
            "{text} can be read as {large} and as {small}",
            "type the one that is meant as a number, without a sign between thousands",
            "A number can be read in two ways that differ a thousandfold.",
            "Type the number without any sign between thousands, the decimals after the spreadsheet’s own decimal sign.",
        ),
        uk=(
            "{text} можна прочитати як {large} і як {small}",
            "впишіть те, що мали на увазі, числом без знаків між тисячами",
            "Число можна прочитати двояко, з різницею в тисячу разів.",
            "Впишіть число без знаків між тисячами, а дробову частину — після десяткової коми.",
        ),
    ),
    cell_fault(
        "SB963",
        "cell_with_words",
        en=(
            "{text} holds a word, a unit or a currency",
            "type the number alone, in the unit of the column",
            "A cell for a number holds words beside it.",
            "Type the number alone. The head of the column names the unit; thousands and millions are written out.",
        ),
        uk=(
            "{text} містить слово, одиницю чи валюту",
            "впишіть саме число, в одиниці стовпця",
            "У клітинці для числа є ще й слова.",
            "Впишіть саме число. Одиницю названо в заголовку стовпця; тисячі й мільйони записують повністю.",
        ),
    ),
    cell_fault(
        "SB964",
        "cell_holds_error",
        en=(
            "the spreadsheet shows the error {text}",
            "mend the formula, or type the value itself",
            "A cell shows an error of the spreadsheet.",
            "Mend the formula in the cell, or type the value itself in its place.",
        ),
        uk=(
            "табличний редактор показує помилку {text}",
            "виправте формулу або впишіть саме значення",
            "Клітинка показує помилку табличного редактора.",
            "Виправте формулу в клітинці або впишіть замість неї саме значення.",
        ),
    ),
    cell_fault(
        "SB965",
        "cell_holds_truth_value",
        en=(
            "{text} is a truth value",
            "type the value that the column asks for, or clear the cell",
            "A cell holds true or false where something else is expected.",
            "Type the value that the column asks for, or clear the cell.",
        ),
        uk=(
            "{text} — логічне значення",
            "впишіть значення, якого вимагає стовпець, або очистьте клітинку",
            "У клітинці стоїть «істина» або «хибність», а має бути інше.",
            "Впишіть значення, якого вимагає стовпець, або очистьте клітинку.",
        ),
    ),
    cell_fault(
        "SB966",
        "cell_turned_into_date",
        en=(
            "the spreadsheet turned what was typed into a date, {text}",
            "set the cell’s format to text or to number, then type the value anew",
            "A spreadsheet took what was typed for a date.",
            (
                "Set the format of the cell to text (for ids and codes) or to number (for sums), then type the value anew: "
                "changing the format alone does not bring back what was typed."
            ),
        ),
        uk=(
            "табличний редактор перетворив уведене на дату, {text}",
            "задайте клітинці формат «текст» або «число», тоді впишіть значення наново",
            "Табличний редактор сприйняв уведене як дату.",
            (
                "Задайте клітинці формат «текст» (для ідентифікаторів і кодів) або «число» (для сум), тоді впишіть значення "
                "наново: сама зміна формату введеного не поверне."
            ),
        ),
    ),
    cell_fault(
        "SB967",
        "cell_too_fine",
        en=(
            "{text} has more than {decimals} decimals",
            "type the number with at most {decimals} decimals; what is shown rounded is kept unrounded",
            "A number has more decimals than its column takes.",
            "Round the number itself, not only its display, and type it anew. Sums have two decimals.",
        ),
        uk=(
            "{text} має більше знаків після коми, ніж дозволено ({decimals})",
            "впишіть число, у якому знаків після коми не більше ніж {decimals}; показане округлено зберігається неокругленим",
            "Число має більше знаків після коми, ніж приймає стовпець.",
            "Округліть саме число, а не лише його вигляд, і впишіть наново. У сумах — два знаки після коми.",
        ),
    ),
    cell_fault(
        "SB968",
        "cell_too_large",
        en=(
            "{text} is larger than any sum of a budget",
            "check the number: at most 9 999 999 999 999.99 is kept to the kopeck",
            "A number is larger than what a spreadsheet keeps to the hundredth.",
            "Check the number, and whether the unit of the column is hryvnias or thousands of them.",
        ),
        uk=(
            "{text} — більше за будь-яку суму бюджету",
            "перевірте число: до копійки зберігається щонайбільше 9 999 999 999 999,99",
            "Число більше за те, яке табличний редактор зберігає до сотих.",
            "Перевірте число, а також чи стовпець у гривнях, чи в тисячах гривень.",
        ),
    ),
    cell_fault(
        "SB969",
        "cell_is_negative",
        en=(
            "{text} is negative",
            "type a number that is not less than zero",
            "A number is negative where none can be.",
            "Type a number that is not less than zero; what is saved is a smaller sum, not a negative one.",
        ),
        uk=(
            "{text} — від’ємне число",
            "впишіть число, не менше за нуль",
            "Число від’ємне там, де таким бути не може.",
            "Впишіть число, не менше за нуль; заощаджене — це менша сума, а не від’ємна.",
        ),
    ),
    cell_fault(
        "SB970",
        "cell_grouped_unevenly",
        en=(
            "the digits of {text} are grouped unevenly: a digit is missing or one too many",
            "type the number without spaces",
            "The spaces of a number do not divide it into groups of three digits.",
            "Type the number without spaces; the format of the cell shows them.",
        ),
        uk=(
            "цифри у {text} згруповано нерівно: якоїсь бракує або якась зайва",
            "впишіть число без пробілів",
            "Пробіли в числі не ділять його на групи по три цифри.",
            "Впишіть число без пробілів; їх показує формат клітинки.",
        ),
    ),
    cell_fault(
        "SB971",
        "cell_in_foreign_digits",
        en=(
            "{text} is written in digits of another script",
            "type the digits 0–9",
            "A number is written in digits that only look like 0–9.",
            "Type the number anew on the keyboard.",
        ),
        uk=(
            "{text} записано цифрами іншого письма",
            "впишіть цифри 0–9",
            "Число записано цифрами, які лише схожі на 0–9.",
            "Впишіть число наново з клавіатури.",
        ),
    ),
    cell_fault(
        "SB972",
        "cell_not_a_number",
        en=(
            "{text} is no number",
            "type a number; where there is none, clear the cell or type a dash",
            "A text stands where a number is expected.",
            "Type a number. Where there is no value, clear the cell or type a dash.",
        ),
        uk=(
            "{text} — не число",
            "впишіть число; якщо його немає, очистьте клітинку або поставте тире",
            "Там, де має бути число, стоїть текст.",
            "Впишіть число. Якщо значення немає, очистьте клітинку або поставте тире.",
        ),
    ),
)
