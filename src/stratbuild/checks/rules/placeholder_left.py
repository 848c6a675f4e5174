import re
from collections.abc import Iterator

from stratbuild.checks.passages import around, finding
from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.model.prose import EDGE

_ORDER = (
    "(?:[Уу]точн|[Вв]каз|[Вв]каж|[Вв]став|[Зз]аповн|[Дд]опи[сш]|[Дд]ода[тй]|[Вв]пи[сш]|[Пп]еревір"
    "|[Ii]nsert|[Ss]pecify|[Ff]ill|[Cc]heck|TB[CD])"
)
_TO_BE_DONE = "(?:[Уу]точнити|[Уу]точнюється|[Бб]уде уточнено|[Пп]отребує уточнення|[Дд]описати|TB[CD]|[Tt]o be (?:confirmed|defined))"
# Every branch begins with a plain letter or sign: only so the search skips quickly over what cannot match.
_PLACEHOLDER = re.compile(
    r"\?{3,}"
    r"|TODO\b(?<!\wTODO)|FIXME\b(?<!\wFIXME)|TBD\b(?<!\wTBD)"
    r"|xxx+\b(?<!\w)|xxx+(?!\w)|ххх+(?!\w)"
    r"|Lorem ipsum|lorem ipsum"
    r"|___+(?!\w)"
    rf"|\[\s*(?:\.\.+|…|\?+|{_ORDER}[^\]\n{EDGE}]{{0,80}})\s*\](?!\()"
    rf"|<\s*{_ORDER}[^<>\n{EDGE}]{{0,80}}>"
    rf"|\(\s*(?:{_TO_BE_DONE}|\?+)\s*\)"
    r"|XX\.XX\b|ХХ\.ХХ\b|№\s?(?:XX+|ХХ+)(?!\w| ?\w)"
    rf"|{EDGE}(?:{_TO_BE_DONE}[.!…]*|\?+|\.\.\.|…)(?={EDGE})"
)


@rule(
    "SB805",
    severity=DEMANDED_FROM_SUBMISSION,
    en=(
        "{owner}, {field}: a place to fill is left: {placeholder}",
        "write what belongs there, or delete it",
    ),
    uk=(
        "{owner}, поле {field}: лишилося незаповнене місце: {placeholder}",
        "напишіть, що там має бути, або видаліть",
    ),
)
def placeholder_left(plan: Plan) -> Iterator[Finding]:
    """A text still holds a mark for something to be written later.

    Such marks are TODO, FIXME, TBD, «???», «xxx», «ХХ.ХХ», blanks of underscores, «[…]» and «[вказати дату]» in
    square brackets, «(уточнити)», «lorem ipsum». An omission inside «лапки» is part of a quotation and
    no mark, and a title such as «Уточнити перелік адрес» is work to be done.

    ## Why this matters
    A draft lives by such marks. In a paper before the council each of them says that nobody read it to
    the end.

    ## What to do
    Fill the place. If the answer is not known yet, say in words who finds it out and by when.
    ---
    У тексті лишилася позначка на згадку, що тут треба щось дописати.

    Такі позначки — TODO, FIXME, TBD, «???», «ххх», «ХХ.ХХ», рядки підкреслень, «[…]» і «[вказати дату]» у
    квадратних дужках, «(уточнити)», «lorem ipsum». Пропуск усередині «лапок» належить цитаті, а назва на
    зразок «Уточнити перелік адрес» означає роботу: це не позначки.

    ## Чому це важливо
    Чернетка з таких позначок складається. У документі, поданому на сесію, кожна з них свідчить, що його
    не дочитали.

    ## Що робити
    Заповніть місце. Якщо відповіді ще немає, скажіть словами, хто й до якого дня її знайде.
    """
    for prose in plan.prose.values():
        for passage, matches in prose.matches_by_passage(_PLACEHOLDER):
            texts = (match[0].strip(EDGE) for match in matches if not _is_quoted_omission(match))
            for placeholder in dict.fromkeys(texts):
                yield finding(plan, passage, {"placeholder": placeholder})


def _is_quoted_omission(match: re.Match[str]) -> bool:
    """Whether it is `[…]` between «лапки»."""
    if match[0].strip("[]. …"):
        return False
    before = around(match, 1000).rpartition(match[0])[0]
    return before.count("«") > before.count("»")
