import re
from collections.abc import Iterator

from stratbuild.checks.passages import around, finding
from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.model.prose import EDGE

_ORDER = (
    "(?i:уточнити|уточнюється|вказати|вкажіть|вставити|вставте|заповнити|заповніть|дописати|допишіть|додати|додайте"
    r"|вписати|впишіть|перевірити|insert|specify|fill in|to be|tbc|tbd)\b"
)
_OPEN = "(?i:уточнити|уточнюється|буде уточнено|потребує уточнення|дописати|tbc|tbd|to be (?:confirmed|defined|done))"
# Every branch begins with a plain character, written out and not counted: so the search skips what cannot match.
_PLACEHOLDER = re.compile(
    r"\?\?\?+|TODO\b|FIXME\b|TBD\b|xxx+\b|ххх+\b|___+(?!\w)|Lorem ipsum|lorem ipsum"
    r"|XX\.XX\b|ХХ\.ХХ\b|№\s?(?:XX+|ХХ+)\b"
    rf"|\[\s*(?:\.\.+|…|\?+|{_ORDER}[^\]\n{EDGE}]{{0,80}})\s*\](?!\()"
    rf"|<{_ORDER}[^<>\n{EDGE}]{{0,80}}>"
    rf"|\(\s*(?:{_OPEN}|\?+)\s*\)"
    rf"|{EDGE}(?:{_OPEN}[.!…]*|\?+|\.\.\.|…)(?={EDGE})"
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
            found = (match[0].strip(EDGE) for match in matches if not (_is_end_of_word(match) or _is_quoted_omission(match)))
            for placeholder in dict.fromkeys(found):
                yield finding(plan, passage, {"placeholder": placeholder})


def _is_end_of_word(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 1) : match.start()]
    return re.match(r"\w\w", before + match[0]) is not None


def _is_quoted_omission(match: re.Match[str]) -> bool:
    """Whether it is `[…]` between «лапки»."""
    if match[0].strip("[]. …"):
        return False
    before = around(match, 1000).rpartition(match[0])[0]
    return before.count("«") > before.count("»")
