"""What can be wrong inside the sheets of a workbook that came back."""

from stratbuild.diagnostics import Fault, Severity, Wording
from stratbuild.render.edited.scan_page import page

SHEET_DAMAGED = Fault(
    "SB960",
    "sheet_damaged",
    en=Wording(
        "the file is damaged, sheet “{sheet}”, at {cell}",
        "open it in a spreadsheet, let it be repaired, and save it as a new `.xlsx`",
    ),
    uk=Wording(
        "файл пошкоджено, аркуш «{sheet}», біля {cell}",
        "відкрийте його в табличному редакторі, дайте відновити і збережіть як новий `.xlsx`",
    ),
    page=page(
        en=(
            "A cell or a setting of a sheet cannot be what a spreadsheet wrote: a number that is none, a text that is missing.",
            "What stands there is not guessed, and nothing is taken from the workbook.",
            "Open the workbook in a spreadsheet; let it be repaired, look at the sheet that is named, and save it as a new `.xlsx`.",
        ),
        uk=(
            (
                "Клітинка або налаштування аркуша не можуть бути такими, якими їх записав табличний редактор: "
                "число — не число, тексту бракує."
            ),
            "Те, що там стоїть, не вгадують, і з книги не береться нічого.",
            "Відкрийте книгу в табличному редакторі; дайте її відновити, перевірте названий аркуш і збережіть як новий `.xlsx`.",
        ),
    ),
)
CELLS_OUT_OF_REACH = Fault(
    "SB961",
    "cells_out_of_reach",
    en=Wording(
        "{cell} and what follows it is not read: before it stand more than {largest} empty rows, or the sheet is too large",
        "move the cells up to the table, or delete them",
    ),
    uk=Wording(
        "{cell} і все після неї не читається: перед нею понад {largest} порожніх рядків або аркуш завеликий",
        "перенесіть клітинки до таблиці або видаліть їх",
    ),
    severity=Severity.WARNING,
    page=page(
        en=(
            "Something stands far below the tables of a sheet.",
            "A slip of the hand at the lower end of a sheet must not make the reading endless; and what is left out is said.",
            "Look at the cell that is named: move what belongs to the table, and delete the rest.",
        ),
        uk=(
            "Далеко під таблицями аркуша щось записано.",
            "Випадковий натиск у кінці аркуша не повинен робити читання безкінечним; а пропущене називається.",
            "Перевірте названу клітинку: перенесіть те, що належить до таблиці, решту видаліть.",
        ),
    ),
)
