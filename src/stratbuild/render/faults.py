"""What can be wrong with a template or a paper, and how it stops the printing."""

from collections.abc import Sequence

from stratbuild.diagnostics import Diagnostic, Fault, Wording, by_place

TEMPLATE_NOT_READABLE = Fault(
    "SB880",
    "template_not_readable",
    en=Wording(
        "the template cannot be read: {problem}", "mend the template at this line; templates/README.md says what may stand there"
    ),
    uk=Wording(
        "шаблон не вдалося прочитати: {problem}",
        "виправте цей рядок шаблону; templates/README.md пояснює, що в ньому може стояти",
    ),
)
TEMPLATE_ASKS_FOR_UNKNOWN = Fault(
    "SB881",
    "template_asks_for_unknown",
    en=Wording("the template asks for “{name}”, which this paper does not have", "{known}"),
    uk=Wording("шаблон звертається до «{name}», але в цьому документі такого немає", "{known}"),
)
TEMPLATE_HAS_NO_WORDS = Fault(
    "SB882",
    "template_has_no_words",
    en=Wording("the catalogue of words has no “{name}”", "add the words to templates/words/{language}, or mend the name"),
    uk=Wording("у каталозі слів немає «{name}»", "додайте слова до templates/words/{language} або виправте назву"),
)
BLOCK_INSIDE_LINE = Fault(
    "SB883",
    "block_inside_line",
    en=Wording(
        "a table, a list or a long text stands inside a line",
        "let its {{{{ … }}}} stand as a paragraph of its own, with empty lines around",
    ),
    uk=Wording(
        "таблиця, список або довгий текст стоїть усередині рядка",
        "поставте його {{{{ … }}}} окремим абзацом із порожніми рядками довкола",
    ),
)
VALUE_INSIDE_MARKUP = Fault(
    "SB884",
    "value_inside_markup",
    en=Wording("a value stands inside an attribute, an address or code", "values may stand only where text is printed"),
    uk=Wording("значення стоїть усередині атрибута, адреси або коду", "значення може стояти лише там, де друкується текст"),
)
TEMPLATE_USES_FORBIDDEN = Fault(
    "SB885",
    "template_uses_forbidden",
    en=Wording(
        "the template uses “{construct}”, which papers do not have",
        "use headings, paragraphs, lists, emphasis, links and ::: groups",
    ),
    uk=Wording(
        "шаблон використовує «{construct}», чого в документах не буває",
        "використовуйте заголовки, абзаци, списки, виділення, посилання та групи :::",
    ),
)
CHARACTER_NOT_IN_FONT = Fault(
    "SB886",
    "character_not_in_font",
    en=Wording(
        "no font of the paper has the character {character} ({codepoint}), which stands in “{text}”",
        "write it in another way; the font is {font}",
    ),
    uk=Wording(
        "жоден шрифт документа не має знака {character} ({codepoint}), що стоїть у «{text}»",
        "запишіть його інакше; шрифт документа – {font}",
    ),
)


class PaperFault(Exception):
    """A paper cannot be printed for a reason that a person can mend; the findings say where and how."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("; ".join(f"{one.span}: {one.message('en')}" for one in diagnostics))
        self.diagnostics = tuple(by_place(diagnostics))


class EngineFailed(Exception):
    """An engine ended with an error, ran too long or could not be started; nothing of the strategy explains it."""

    def __init__(self, engine: str, detail: str) -> None:
        super().__init__(f"{engine}: {detail}")
        self.engine = engine
        self.detail = detail
