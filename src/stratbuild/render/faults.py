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
    page="""A template cannot be read.

## Why this matters
Papers are made from templates; one that is broken makes none.

## What to do
Mend the template at the line that is named. What a template may hold is described in
templates/README.md.
---
Шаблон не вдалося прочитати.

## Чому це важливо
Документи складають за шаблонами; зіпсований шаблон не дасть жодного.

## Що робити
Виправте шаблон у названому рядку. Що в ньому може стояти, описано в templates/README.md.
""",
)
TEMPLATE_ASKS_FOR_UNKNOWN = Fault(
    "SB881",
    "template_asks_for_unknown",
    en=Wording("the template asks for “{name}”, which this paper does not have", "{known}"),
    uk=Wording("шаблон звертається до «{name}», але в цьому документі такого немає", "{known}"),
    page="""A template asks for a value that the paper does not have.

## Why this matters
Instead of an empty place in a paper that goes to the council, the build stops.

## What to do
Correct the name; the nearest ones are named.
---
Шаблон звертається до значення, якого документ не має.

## Чому це важливо
Замість порожнього місця в документі для ради збирання зупиняється.

## Що робити
Виправте назву; найближчі названо.
""",
)
TEMPLATE_HAS_NO_WORDS = Fault(
    "SB882",
    "template_has_no_words",
    en=Wording("the catalogue of words has no “{name}”", "add the words to templates/words/{language}, or mend the name"),
    uk=Wording("у каталозі слів немає «{name}»", "додайте слова до templates/words/{language} або виправте назву"),
    page="""A template asks for words that the catalogue of the language does not have.

## Why this matters
Words of papers stand in templates/words, one folder a language; a heading without words would be
empty.

## What to do
Add the words to the catalogue, or correct the name in the template.
---
Шаблон звертається до слів, яких немає у словнику мови.

## Чому це важливо
Слова документів стоять у templates/words, по теці на мову; заголовок без слів був би порожній.

## Що робити
Додайте слова до словника або виправте назву в шаблоні.
""",
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
    page="""A table, a list or a long text is put into the middle of a line.

## Why this matters
A line holds words only.

## What to do
Let the place stand as a paragraph of its own, with empty lines before and after.
---
Таблицю, список або довгий текст вставлено всередину рядка.

## Чому це важливо
У рядку можуть бути лише слова.

## Що робити
Дайте цьому місцю окремий абзац із порожніми рядками до і після.
""",
)
VALUE_INSIDE_MARKUP = Fault(
    "SB884",
    "value_inside_markup",
    en=Wording("a value stands inside an attribute, an address or code", "values may stand only where text is printed"),
    uk=Wording("значення стоїть усередині атрибута, адреси або коду", "значення може стояти лише там, де друкується текст"),
    page="""A value is put into an address, an attribute or code.

## Why this matters
What people wrote may only be printed; inside an address or an attribute it could do something.

## What to do
Let the value stand where text is printed.
---
Значення вставлено в адресу, атрибут або код.

## Чому це важливо
Написане людьми можна лише друкувати; в адресі чи атрибуті воно могло б щось зробити.

## Що робити
Поставте значення там, де друкується текст.
""",
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
        "використовуйте заголовки, абзаци, списки, виділення, посилання та групи між `:::`",
    ),
    page="""A template uses a construct that papers do not have.

## Why this matters
Tables, pictures and code come from the program, so that they look alike in DOCX, PDF and HTML.

## What to do
Use headings, paragraphs, lists, emphasis, links and groups between `:::`.
---
Шаблон використовує те, чого в документах не буває.

## Чому це важливо
Таблиці, рисунки й код дає програма, щоб вони були однакові в DOCX, PDF і HTML.

## Що робити
Вживайте заголовки, абзаци, списки, виділення, посилання та групи між `:::`.
""",
)
REFERENCE_NOT_READABLE = Fault(
    "SB893",
    "reference_not_readable",
    en=Wording(
        "the reference document cannot be used: {problem}",
        "save it in Word as DOCX, with the named styles that templates/README.md lists, or take the installed one",
    ),
    uk=Wording(
        "зразок стилів непридатний: {problem}",
        "збережіть його у Word як DOCX, зі стилями, які називає templates/README.md, або візьміть установлений",
    ),
    page="""The reference document, from which DOCX and PDF have their look, cannot be read, or lacks a style.

## Why this matters
Papers without their styles would look like drafts of something else.

## What to do
Open it in Word and save it as DOCX again. Change styles, but do not rename or delete them.
---
Зразок стилів, за яким оформлено DOCX і PDF, не вдалося прочитати, або в ньому бракує стилю.

## Чому це важливо
Документи без своїх стилів виглядали б чужими.

## Що робити
Відкрийте його у Word і збережіть як DOCX ще раз. Стилі змінюйте, але не перейменовуйте й не видаляйте.
""",
)
REFERENCE_LEADS_NOWHERE = Fault(
    "SB889",
    "reference_leads_nowhere",
    en=Wording(
        "the template refers to a table or picture that this paper does not hold",
        "put the reference between `{{% if … %}}` and `{{% endif %}}`, or print what it refers to",
    ),
    uk=Wording(
        "шаблон посилається на таблицю чи рисунок, яких у документі немає",
        "візьміть посилання між `{{% if … %}}` та `{{% endif %}}` або надрукуйте те, на що воно вказує",
    ),
    page="""A template refers to a table or a picture that the paper does not hold.

## Why this matters
“See table ” without a number sends the reader nowhere.

## What to do
Print the reference only where its table is printed, or take it out. A table without a caption has no
number, and nothing can refer to it.
---
Шаблон посилається на таблицю чи рисунок, яких у документі немає.

## Чому це важливо
«Див. таблицю » без номера нікуди не веде.

## Що робити
Друкуйте посилання лише там, де друкується його таблиця, або приберіть його. Таблиця без підпису не має
номера, і послатися на неї не можна.
""",
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
    page="""No font of the paper has a character of the text.

## Why this matters
The character would be printed as an empty box, without any warning.

## What to do
Write it in another way: a word instead of a picture sign.
---
Жоден шрифт документа не має знака з тексту.

## Чому це важливо
Знак було б надруковано порожнім квадратом, без жодного попередження.

## Що робити
Запишіть інакше: словом замість знака-малюнка.
""",
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
