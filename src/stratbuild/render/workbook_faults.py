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
)


class TextTooLong(PaperFault):
    """A text of more characters than a cell holds."""

    def __init__(self, path: str, sheet: str, cell: str, text: str, *, longest: int) -> None:
        facts = {"beginning": text[:60], "length": len(text), "longest": longest, "sheet": sheet, "cell": cell}
        super().__init__([Diagnostic(TEXT_LONGER_THAN_CELL, Span(path), facts)])
