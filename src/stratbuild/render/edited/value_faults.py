"""What can be wrong with the value of a cell, by the reason that the readers of human values give."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Diagnostic, Fault, Span
from stratbuild.quantity import Refusal
from stratbuild.render.edited.number_faults import NUMBER_FAULTS, cell_fault

_FAULTS = (
    cell_fault(
        "SB973",
        "cell_share_ambiguous",
        en=(
            "{text} can be read as {large} % and as {small} %",
            "type the share with its sign of per cent",
            "A share without a sign of per cent can be read in two ways.",
            "Type the share with its sign: `60%`.",
        ),
        uk=(
            "{text} можна прочитати як {large} % і як {small} %",
            "впишіть частку зі знаком відсотка",
            "Частку без знака відсотка можна прочитати двояко.",
            "Впишіть частку зі знаком: `60%`.",
        ),
    ),
    cell_fault(
        "SB974",
        "cell_share_outside_whole",
        en=(
            "{text} is {share} %",
            "type more than 0 and at most {largest} per cent, as `60%`; where a sum may stand too, give the cell the format of a number",
            "A share is none at all, or more than there can be.",
            "Type the share with its sign, `60%`: more than nothing, and no more than the whole. Clear the cell where nothing is paid.",
        ),
        uk=(
            "{text} — це {share} %",
            "впишіть більше за 0 і не більше ніж {largest}, зі знаком відсотка: `60%`; де можна вказати й суму, змініть формат клітинки на числовий",
            "Частка нульова або більша, ніж може бути.",
            "Впишіть частку зі знаком, `60%`: більшу за нуль і не більшу за ціле. Якщо не платять нічого, очистьте клітинку.",
        ),
    ),
    cell_fault(
        "SB975",
        "cell_year_not_readable",
        en=(
            "{text} is no year from {first} to {last}",
            "type the four digits of the year alone",
            "A cell for a year holds something else.",
            "Type the four digits of the year alone, without a dot or a word after them.",
        ),
        uk=(
            "{text} — не рік від {first} до {last}",
            "впишіть лише чотири цифри року",
            "У клітинці для року стоїть інше.",
            "Впишіть лише чотири цифри року, без крапки чи слова після них.",
        ),
    ),
    cell_fault(
        "SB976",
        "cell_day_not_readable",
        en=(
            "{text} is no day of the calendar, or one with an hour",
            "type the day as `15.03.2026`",
            "A cell for a day holds something else, or a day with an hour.",
            "Type the day, the month and the year: `15.03.2026`.",
        ),
        uk=(
            "{text} — не день календаря або день із годиною",
            "впишіть день так: `15.03.2026`",
            "У клітинці для дня стоїть інше або день із годиною.",
            "Впишіть день, місяць і рік: `15.03.2026`.",
        ),
    ),
    cell_fault(
        "SB977",
        "cell_lost_leading_zero",
        en=(
            "the code became the number {text}: the leading zero is lost",
            "set the cell’s format to text and type {plain}",
            "A spreadsheet took a code for a number, so that its leading zero is lost.",
            "Set the format of the cell to text, then type the code anew with its zero.",
        ),
        uk=(
            "код став числом {text}: нуль на початку втрачено",
            "задайте клітинці формат «текст» і впишіть {plain}",
            "Табличний редактор сприйняв код як число, і нуль на початку втрачено.",
            "Задайте клітинці формат «текст», тоді впишіть код наново разом із нулем.",
        ),
    ),
    cell_fault(
        "SB978",
        "cell_lost_digits",
        en=(
            "{text} has more than 15 digits, and a spreadsheet keeps no more of a number",
            "set the cell’s format to text and type the code anew",
            "A long code was taken for a number, so that its last digits are lost.",
            "Set the format of the cell to text, then type the code anew: the lost digits do not come back by themselves.",
        ),
        uk=(
            "у {text} понад 15 цифр, а більше табличний редактор у числі не зберігає",
            "задайте клітинці формат «текст» і впишіть код наново",
            "Довгий код сприйнято як число, і його останні цифри втрачено.",
            "Задайте клітинці формат «текст», тоді впишіть код наново: втрачені цифри самі не повернуться.",
        ),
    ),
    cell_fault(
        "SB979",
        "cell_holds_number",
        en=(
            "{text} is a number where an id or a code is expected",
            "set the cell’s format to text and type the id or the code anew",
            "A cell for an id or a code holds a number.",
            "Set the format of the cell to text, then type the id or the code anew, as it was in the workbook that was built.",
        ),
        uk=(
            "{text} — число там, де має бути ідентифікатор або код",
            "задайте клітинці формат «текст» і впишіть ідентифікатор або код наново",
            "У клітинці для ідентифікатора чи коду стоїть число.",
            "Задайте клітинці формат «текст», тоді впишіть ідентифікатор або код наново, як він був у зібраній книзі.",
        ),
    ),
)

BY_REASON: Mapping[str, Fault] = MappingProxyType({fault.name: fault for fault in (*NUMBER_FAULTS, *_FAULTS)})
"""The fault of every reason for which `quantity.human` refuses a value."""


def refused(path: str, cell: str, refusal: Refusal) -> Diagnostic:
    """The refusal of a cell's value as a finding; `cell` is the sheet and the address, `Рядки!D14`."""
    return Diagnostic(BY_REASON[refusal.reason], Span(path), {"cell": cell, **refusal.facts})
