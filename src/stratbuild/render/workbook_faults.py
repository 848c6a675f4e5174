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


class TextTooLong(PaperFault):
    """A text of more characters than a cell holds."""

    def __init__(self, path: str, sheet: str, cell: str, text: str, *, longest: int) -> None:
        facts = {"beginning": text[:60], "length": len(text), "longest": longest, "sheet": sheet, "cell": cell}
        super().__init__([Diagnostic(TEXT_LONGER_THAN_CELL, Span(path), facts)])
