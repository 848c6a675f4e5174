from collections.abc import Iterator

from stratbuild.checks.passages import finding, own_field
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Passage, Plan
from stratbuild.schema.specification import TechnicalSpecification

_LONGEST_CELL = 32_767
"""In units of UTF-16, as Excel counts; a sign beyond its first plane takes two."""

_NOT_IN_WORKBOOKS = frozenset({"description", "vision", "introduction", "present_state", "monitoring"})


@rule(
    "SB807",
    en=(
        "{owner}, {field}: the text has {length} characters, but a cell of a workbook holds {longest}",
        "say it in a sentence, and put the rest into `description`",
    ),
    uk=(
        "{owner}, поле {field}: знаків у тексті {length}, а комірка книги Excel вміщає {longest}",
        "скажіть це одним реченням, а решту перенесіть у поле `description`",
    ),
)
def text_too_long_for_workbook(plan: Plan) -> Iterator[Finding]:
    """A text that the workbooks print is longer than a cell can hold.

    Descriptions, the chapters of the strategy and specifications do not go into workbooks and may be of
    any length.

    ## Why this matters
    Excel refuses to open a file with a longer text or cuts it off, so the workbook is not written at all.

    ## What to do
    Usually a whole document has been pasted into a title, a result or a note. Keep one sentence there.
    ---
    Текст, який друкують у книгах Excel, довший, ніж може вмістити комірка.

    Описи, розділи стратегії й технічні завдання до цих книг не потрапляють і можуть мати будь-яку довжину.

    ## Чому це важливо
    Файл із довшим текстом Excel не відкриє або обріже текст, тому книги не буде зовсім.

    ## Що робити
    Здебільшого це цілий документ, вставлений у назву, результат чи примітку. Лишіть там одне речення.
    """
    for prose in plan.prose.values():
        for passage in prose.passages:
            length = len(passage.text)
            if length * 2 > _LONGEST_CELL and _is_in_workbooks(passage):
                length = len(passage.text.encode("utf-16-le")) // 2
                if length > _LONGEST_CELL:
                    yield finding(plan, passage, {"length": length, "longest": _LONGEST_CELL})


def _is_in_workbooks(passage: Passage) -> bool:
    return not isinstance(passage.owner, TechnicalSpecification) and own_field(passage) not in _NOT_IN_WORKBOOKS
