import re
from collections.abc import Iterator

from stratbuild.checks.number_words import as_written, begins_with_number, is_said
from stratbuild.checks.passages import finding, ukrainian
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan

_PAIR = re.compile(
    r"([0-9](?:[0-9 \u00a0\u202f]*[0-9])?(?:,[0-9]+)?)((?:[ \u00a0][^\W\d_.]{1,10}\.?){0,2})[ \u00a0]\(([^()\0]{3,200})\)"
)
_LARGE = re.compile(r"тис|мл[нр]")
"""Of `12 тис. грн (дванадцять тисяч гривень)` the figure alone is another number than the words."""
_BEYOND_SUMS = 10**15


@rule(
    "SB818",
    en=("{owner}, {field}: the number {number} stands beside the words “{words}”", "the words of this number are “{right}”"),
    uk=("{owner}, поле {field}: поруч із числом {number} стоять слова «{words}»", "словами це число пишуть «{right}»"),
)
def number_against_its_words(plan: Plan) -> Iterator[Finding]:
    """A Ukrainian text has a number and, in brackets, the words of another one.

    Cardinal numbers in the nominative are compared; hundredths after a comma are not in the words.

    ## Why this matters
    Where the figure and the words differ, lawyers take the words and the treasury takes the figure.

    ## What to do
    Mend whichever of the two is wrong.

    ## Example
        15 (дванадцять) точок доступу
    ---
    В українському тексті поруч із числом у дужках стоять слова іншого числа.

    Порівнюються кількісні числівники в називному відмінку; соті після коми у слова не входять.

    ## Чому це важливо
    Де цифри й слова різняться, юрист вірить словам, а казначейство цифрам.

    ## Що робити
    Виправте те, що хибне.

    ## Приклад
        15 (дванадцять) точок доступу
    """
    for prose in ukrainian(plan):
        for passage, match in prose.matches(_PAIR):
            digits, unit, words = match.groups()
            whole, _, fraction = digits.partition(",")
            number = int("".join(sign for sign in whole if sign.isdigit()))
            if _LARGE.search(unit) or (fraction and not number) or not begins_with_number(words) or number >= _BEYOND_SUMS:
                continue
            if not is_said(number, words):
                yield finding(plan, passage, {"number": digits, "words": words.strip(), "right": as_written(number)[0]})
