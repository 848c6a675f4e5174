"""What a person can have written that no workbook holds."""

from stratbuild.diagnostics import Diagnostic, Fault, Span, Wording
from stratbuild.render.faults import PaperFault

TEXT_LONGER_THAN_CELL = Fault(
    "SB887",
    "text_longer_than_cell",
    en=Wording(
        "the text “{beginning}…” has {length} characters, and a cell of a workbook holds {longest} ({sheet}, {cell})",
        "shorten the text",
    ),
    uk=Wording(
        "текст «{beginning}…» має {length} знаків, а клітинка таблиці вміщує {longest} ({sheet}, {cell})",
        "скоротіть текст",
    ),
    page="""A text is longer than a cell of a workbook can hold.

## Why this matters
A spreadsheet takes 32 767 characters in a cell; the rest would be lost without a word.

## What to do
Shorten the text, or divide it.
---
Текст довший, ніж уміщає клітинка книги.

## Чому це важливо
Електронна таблиця бере 32 767 знаків у клітинку; решта мовчки загубилася б.

## Що робити
Скоротіть текст або розділіть його.
""",
)


EARLIER_EDITION_NOT_READABLE = Fault(
    "SB888",
    "earlier_edition_not_readable",
    en=Wording(
        "{name} is no budget workbook that this program has built, so that nothing can be compared with it",
        "name with `--since` the budget workbook of an earlier set, as it was published",
    ),
    uk=Wording(
        "{name} — не книга бюджету, яку зібрала ця програма, тож порівнювати ні з чим",
        "назвіть у `--since` книгу бюджету попереднього комплекту, таку, якою її опубліковано",
    ),
    page="""The file of an earlier edition is no budget workbook of this program, or its hidden sheet was changed.

## Why this matters
The sheet of changes says what every line cost before. Figures that are guessed would be worse than none.

## What to do
Name the `budget.xlsx` of an earlier set, as it was published. Workbooks of versions before 0.1 have no hidden sheet
and cannot be compared.
---
Файл попередньої редакції не є книгою бюджету цієї програми, або його прихований аркуш змінено.

## Чому це важливо
Аркуш змін показує, скільки кожен рядок коштував раніше. Вгадані числа були б гірші, ніж жодних.

## Що робити
Назвіть `budget.xlsx` попереднього комплекту, такий, яким його опубліковано. Книги раніших версій не мають прихованого
аркуша, і порівняти їх не вийде.
""",
)


class TextTooLong(PaperFault):
    """A text of more characters than a cell holds."""

    def __init__(self, path: str, sheet: str, cell: str, text: str, *, longest: int) -> None:
        facts = {"beginning": text[:60], "length": len(text), "longest": longest, "sheet": sheet, "cell": cell}
        super().__init__([Diagnostic(TEXT_LONGER_THAN_CELL, Span(path), facts)])
